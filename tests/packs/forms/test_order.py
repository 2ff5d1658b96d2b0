"""The order of the sections of a brought-in text, across lines and texts, through the form and its arrows."""

import msgspec
from django.http import QueryDict

from packs.description.actions import apply_description_action
from packs.description.from_posting import from_posting
from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.forms.job_description import JobDescriptionForm
from packs.reading import read_pasted
from tests.packs.browsing import posted, untouched
from tests.packs.forms.test_job_description import KIT, START

TEXT = """Cook

Benefits
- Free lunch
- Pension

Requirements
- Two years in a kitchen

About us
We run a canteen in Leeds.

Education
- A certificate in food hygiene

Responsibilities
- Cook soup for fifty people

Equal opportunity
We are an equal opportunity employer.

Parking
There is a car park behind the house.
"""


def headings(description: JobDescription) -> list[str]:
    return [section.heading for section in build_posting(description).sections]


def test_the_form_keeps_the_order_of_a_text():
    description = from_posting(read_pasted(TEXT), KIT, 1)
    data = QueryDict(mutable=True)
    data.update(posted(untouched(KIT, description)))
    again = JobDescriptionForm(KIT, START, data).read_description()
    assert headings(again) == headings(description)
    assert headings(again) == [
        "Benefits", "Requirements", "About us", "Education", "Responsibilities", "Equal opportunity", "Parking",
    ]  # fmt: skip


def test_an_arrow_moves_a_section_past_its_neighbor_whatever_it_is_made_of():
    description = from_posting(read_pasted(TEXT), KIT, 1)
    assert headings(description)[5:] == ["Equal opportunity", "Parking"]
    moved = apply_description_action(description, KIT, "section-up:equal_opportunity")
    assert headings(moved)[4:] == ["Equal opportunity", "Responsibilities", "Parking"]
    assert headings(apply_description_action(moved, KIT, "section-down:equal_opportunity")) == headings(description)


def test_an_order_of_unknown_names_changes_nothing():
    assert headings(msgspec.structs.replace(START, order=("x", "benefits.9"))) == headings(START)
