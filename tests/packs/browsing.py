"""What a browser sends for a job description's page."""

from packs.description.starting import start_description
from packs.forms.job_description import JobDescriptionForm
from tests.factories import a_kit

SEVERAL = {"employment"}


def untouched(kit=None, description=None):
    """The form before anything is typed."""
    kit = kit or a_kit()
    return JobDescriptionForm(kit, description or start_description(kit, 1))


def posted(form=None, **changes):
    """What a browser sends for a form that was not posted yet, with some fields changed; None leaves one out."""
    data = {}
    for name, value in (form or untouched()).as_posted():
        data[name] = [*data.get(name, []), value] if name in SEVERAL else value
    return {name: value for name, value in (data | changes).items() if value is not None}
