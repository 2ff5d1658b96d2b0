"""What a browser sends for a job description's page."""

from packs.description.starting import start_description
from packs.forms.job_description import JobDescriptionForm
from tests.factories import a_kit

SEVERAL = {"employment"}


def open_step(page, name):
    """Open a step of the facts beside the paper: job, blanks, place, pay, company, check or send."""
    if page.locator(f"#step-{name}").get_attribute("open") is None:
        page.locator(f"#step-{name} > summary").click()


def write_fact(page, step, label, words):
    """Write into a field of a step."""
    open_step(page, step)
    page.get_by_label(label, exact=True).fill(words)


def read_paper(page):
    """What the paper says, as it would be copied."""
    return page.locator("#copy-plain")


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
