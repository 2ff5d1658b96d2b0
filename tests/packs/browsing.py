"""What a browser sends for a job description's page."""

from django.forms import CheckboxInput

from packs.forms import JobDescriptionForm
from packs.starting import start
from tests.factories import a_kit


def untouched(kit=None, description=None):
    """The form before anything is typed."""
    kit = kit or a_kit()
    return JobDescriptionForm(kit, description or start(kit, 1))


def posted(form=None, **changes):
    """What a browser sends for a form that was not posted yet, with some fields changed; None leaves one out."""
    data = {}
    for field in fields(form or untouched()):
        value = field.value()
        if isinstance(field.field.widget, CheckboxInput):
            data |= {field.html_name: "on"} if value else {}
        elif isinstance(value, tuple | list):
            data[field.html_name] = [str(item) for item in value]
        else:
            data[field.html_name] = "" if value is None else str(value)
    return {name: value for name, value in (data | changes).items() if value is not None}


def fields(form):
    """Every field of the page."""
    yield from (*form.details, *form.skills, *form.blanks)
    for formset in (form.places, form.lines):
        yield from formset.management_form
        for part in formset:
            yield from part
