"""Wordings and benefits to choose from, and the address to apply to."""

import msgspec
import pytest

from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.documents.docx_writer import write_docx
from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.posting import build_document
from packs.forms.shared import load_ready_words
from packs.review.check import review_posting
from tests.packs.forms.test_job_description import KIT, START, sent

READY = load_ready_words()
SUBJECTS = ["Equal opportunity", "Accommodation", "Fair chance"]


def write(description: JobDescription, name: str) -> str:
    return DOCUMENT_FORMATS[name].export_document(build_document(build_posting(description))).decode()


def test_each_subject_has_three_lengths():
    assert [*READY.statements] == SUBJECTS
    for texts in READY.statements.values():
        assert len(texts) == 3
        assert [len(text) for text in texts] == sorted(len(text) for text in texts)


@pytest.mark.parametrize("name", READY.map_statements())
def test_a_chosen_wording_becomes_text_that_the_review_has_nothing_against(name: str):
    description = sent(statement=name).read_description()
    assert description.equal_opportunity == READY.map_statements()[name]
    place = len(build_posting(description).sections) - 1
    found = review_posting(build_posting(msgspec.structs.replace(description, values={"accommodation contact": "us"})))
    assert [finding.quote for finding in found if finding.place and finding.place.section == place] == []


def test_another_length_takes_the_place_of_the_first_and_another_subject_follows():
    statements = READY.map_statements()
    text = f"Ours.\n{statements['fair-chance-1']}"
    description = sent(equal_opportunity=text, statement="fair-chance-2").read_description()
    assert description.equal_opportunity == f"Ours.\n{statements['fair-chance-2']}"
    both = sent(equal_opportunity=text, statement="accommodation-1").read_description()
    assert both.equal_opportunity == f"{text}\n{statements['accommodation-1']}"


def test_ticked_benefits_become_lines_once():
    form = sent(benefits="Lunch\nPaid vacation", benefit=["Health insurance", "Paid vacation"])
    assert form.read_description().benefits.splitlines() == ["Lunch", "Paid vacation", "Health insurance"]


def test_a_benefit_that_is_a_line_is_not_offered_again():
    offered = sent(benefits="Paid vacation").details.fields["benefit"].widget.choices
    assert "Paid vacation" not in dict(offered)
    assert "Health insurance" in dict(offered)


@pytest.mark.parametrize(
    ("typed", "shown", "address"),
    [
        ("jobs@example.com", "jobs@example.com", "mailto:jobs@example.com"),
        ("https://example.com/jobs/7", "https://example.com/jobs/7", "https://example.com/jobs/7"),
        ("example.com/jobs", "https://example.com/jobs", "https://example.com/jobs"),
    ],
)
def test_the_address_to_apply_to_is_a_link_in_every_format(typed: str, shown: str, address: str):
    description = sent(apply_to=typed).read_description()
    assert f'<a href="{address}">{shown}</a>' in write(description, "html")
    assert f"<{shown}>" in write(description, "markdown")
    assert shown in write(description, "text")
    document = build_document(build_posting(description))
    assert address.encode() in DOCUMENT_FORMATS["pdf"].export_document(document)
    assert write_docx(document)


def test_an_address_that_the_text_names_already_is_not_said_twice():
    description = sent(apply_to="jobs@example.com", how_to_apply="Write to jobs@example.com.").read_description()
    assert write(description, "text").count("jobs@example.com") == 1


@pytest.mark.parametrize("typed", ["ask us", "jobs@", "javascript:alert(1)", "ftp://example.com"])
def test_what_is_no_address_is_refused(typed: str):
    assert [field.html_name for field, _ in sent(apply_to=typed).list_errors()] == ["apply_to"]


def test_nothing_chosen_changes_nothing():
    assert sent().read_description() == START
    assert KIT.slug == START.slug


def test_a_benefit_that_a_line_states_is_offered_to_others_only():
    first, second = (sent(benefits=text).details.fields["benefit"] for text in ("Health insurance", "Paid vacation"))
    offered = [[value for value, _ in field.widget.choices] for field in (first, second)]
    assert [READY.benefits[0] in boxes for boxes in offered] == [False, True]
    assert {value for value, _ in first.choices} == set(READY.benefits)
