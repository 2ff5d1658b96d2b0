"""A job description of any shape goes through the workbench, up to a bound on all of it; what is too much is named."""

import msgspec
import pytest
from django.conf import settings
from django.http import QueryDict

from packs.description.arranging import with_new_line
from packs.description.from_posting import from_posting
from packs.description.starting import start_description
from packs.description.value import DescriptionLine
from packs.forms.job_description import JobDescriptionForm
from packs.limits import LONGEST_TEXT, MOST_BLANKS, MOST_LINES, MOST_MARKS
from packs.reading import read_pasted
from packs.review.check import build_example_posting, review_posting
from packs.review.showing import MOST_LISTED, first_of_each_check
from roles.kit.choices import Section
from tests.factories import a_published_kit, technical_pm
from tests.packs.browsing import posted, untouched

KIT = technical_pm()
START = start_description(KIT, 1)
ADDRESS = "/roles/technical-product-manager/job-description/"


def lines(texts):
    """A description with these lines, as the fields of its form."""
    made = tuple(
        DescriptionLine(id=f"a{number}", section=Section.REQUIRED, text=text) for number, text in enumerate(texts, 1)
    )
    return posted(untouched(KIT, msgspec.structs.replace(START, lines=made)))


def form_of(fields):
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return JobDescriptionForm(KIT, START, data)


def faults(fields):
    return [(field.html_name, message) for field, message in form_of(fields).list_errors()]


def test_a_line_may_be_as_long_as_the_text_may_be():
    form = form_of(lines(["x" * 50_000]))
    assert form.is_valid()
    assert len(form.read_description().lines[0].text) == 50_000


def test_a_text_that_is_too_long_in_all_is_named_at_the_field_that_makes_it_so():
    assert faults(lines(["x" * 60_000, "x" * 60_000, "x"])) == [
        ("line-1-text", "That would make the text longer than 100,000 characters. Shorten it.")
    ]


def test_too_many_different_blanks_are_named_at_the_field_that_brings_them():
    half = MOST_BLANKS // 2
    texts = ["".join(f"[{name} {number}]" for number in range(half)) for name in ("one", "two", "three")]
    assert faults(lines(texts)) == [
        ("line-2-text", f"That would make more than {MOST_BLANKS} different blanks. Take some out.")
    ]


def test_too_many_places_of_a_blank_are_named_at_the_field_that_brings_them():
    assert faults(lines(["[team]" * MOST_MARKS, "[team]"])) == [
        ("line-1-text", f"That would make more than {MOST_MARKS} blanks. Take some out.")
    ]


def test_a_value_that_makes_the_text_too_long_wherever_its_blank_stands_is_named():
    fields = lines(["[team]" * MOST_MARKS])
    blank = next(name for name in fields if name.startswith("blank-"))
    found = faults(fields | {blank: "x" * 200})
    assert found == [(blank, "That would make the text longer than 100,000 characters. Shorten it.")]


def test_more_lines_than_there_may_be_are_named():
    name = f"line-{MOST_LINES - 1}-text"
    assert faults(lines(["x"] * (MOST_LINES + 1))) == [(name, f"There are more than {MOST_LINES} lines. Remove some.")]


def test_a_full_description_takes_no_new_line():
    full = msgspec.structs.replace(
        START, lines=tuple(DescriptionLine(id=f"a{n}", section=Section.ABOUT) for n in range(MOST_LINES))
    )
    assert with_new_line(full, Section.ABOUT) == full


@pytest.mark.django_db
def test_as_many_lines_as_there_may_be_are_answered(client):
    a_published_kit(slug="technical-product-manager")
    fields = lines([f"Count box {number}." for number in range(MOST_LINES)])
    assert 1_000 < len(fields) <= settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
    answer = client.post(ADDRESS, fields | {"format": "text"})
    assert answer.status_code == 200
    assert f"Count box {MOST_LINES - 1}." in answer.content.decode()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# Planner\n\n## Benefits\n\n" + "- " + "tea " * 5_000, id="long benefits"),
        pytest.param("# Planner\n\n## Duties\n\n" + "- " + "count " * 5_000, id="a long line"),
        pytest.param(f"# Planner\n\n## {'Duties ' * 30}\n\n- Count.\n", id="a long heading"),
        pytest.param("# Planner\n\n" + "- Count.\n" * MOST_LINES, id="many lines"),
    ],
)
def test_what_the_review_reads_the_workbench_takes(text):
    description = from_posting(read_pasted(text), KIT, 1)
    assert faults(posted(untouched(KIT, description))) == []


def test_the_first_findings_of_a_kind_are_shown_and_the_others_counted():
    found = review_posting(build_example_posting(about="You are a rockstar. " * 50, required=["You are a guru."]))
    shown, more = first_of_each_check(found, MOST_LISTED)
    assert sum(finding.check == "slang" for finding in shown) == MOST_LISTED
    assert [(kind.name, kind.count) for kind in more if kind.name == "Slang"] == [("Slang", 51 - MOST_LISTED)]


@pytest.mark.django_db
def test_a_page_says_how_many_more_of_a_kind_there_are(client):
    html = client.post("/review/", {"text": "Planner\n\n" + "You are a rockstar. " * 50}).content.decode()
    assert "Slang: 30 more of the same kind" in " ".join(html.split())


def test_the_longest_text_is_one_for_reading_and_writing():
    assert len(read_pasted("x" * LONGEST_TEXT).sections[0].lines[0].text) == LONGEST_TEXT
