"""The form gives back the job description that it shows, and every format says its words."""

import re
from decimal import Decimal

import msgspec
import pytest
from django.http import QueryDict
from hypothesis import given

from packs.description.actions import apply_description_action
from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.value import JobDescription
from packs.documents import html_writer, markdown_writer, text_writer
from packs.documents.inline import line_text
from packs.documents.model import blanks_left, list_lines
from packs.documents.posting import build_document
from packs.forms.job_description import JobDescriptionForm
from packs.forms.parts import LineFormSet, read_lines
from packs.posting.facts import OfferedPlace
from roles.kit.choices import Section
from tests.factories import technical_pm
from tests.packs.browsing import posted, untouched
from tests.packs.documents.samples import html_text, said
from tests.packs.samples import HOSTILE, descriptions
from tests.properties import at_most

KIT = technical_pm()
START = start_description(KIT, 1)
TEXTS = [
    "title",
    "company",
    "about_company",
    "benefits",
    "how_to_apply",
    "equal_opportunity",
    "pay_bonus",
    "pay_equity",
]


def sent(**changes):
    """The form with what a browser sends for the untouched page, but for some fields."""
    data = QueryDict(mutable=True)
    for name, value in posted(**changes).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return JobDescriptionForm(KIT, START, data)


@given(descriptions())
@at_most(40)
def test_json_gives_it_back(description):
    assert msgspec.json.decode(msgspec.json.encode(description), type=JobDescription) == description


@given(descriptions())
@at_most(40)
def test_the_form_gives_back_what_it_shows(description):
    data = QueryDict(mutable=True)
    for name, value in posted(untouched(KIT, description)).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    form = JobDescriptionForm(KIT, START, data)
    assert form.is_valid(), form.list_errors()
    assert form.read_description() == description


def test_the_untouched_page_gives_the_start():
    assert sent().is_valid()
    assert sent().read_description() == START


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_typed_into_a_field_is_said_as_that_text(name, text):
    typed = f"Is {text}!"
    written = build_document(build_posting(sent(**{name: typed}).read_description()))
    if name == "company":
        assert f"At {typed}, we" in text_writer.write_text(written)
    else:
        lines = [line_text(line).removeprefix("Bonus: ").removeprefix("Equity: ") for line in list_lines(written)]
        assert typed in lines
    assert "<script>" not in html_writer.write_html(written)
    for write in (html_writer.write_html, html_writer.write_indeed, html_writer.write_linkedin):
        assert " ".join(said(html_text(write(written)))).count(" ".join(said(typed))) >= 1
    assert typed in text_writer.write_text(written)
    assert markdown_writer.write_markdown(written)


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("160000", 160000),
        ("160,000", 160000),
        ("$160,000", 160000),
        (" 5 ", 5),
        ("160.000", 160000),
        ("160 000 €", 160000),
        ("1,234,567.50", Decimal("1234567.50")),
        ("1.234.567,5", Decimal("1234567.50")),
        ("12,34,567", 1234567),
        ("23,50", Decimal("23.50")),
        ("23.5", Decimal("23.50")),
        ("160k", 160000),
        ("$62.5K", 62500),
        ("1.2m", 1200000),
        ("160'000", 160000),
        ("CHF 160’000.50", Decimal("160000.50")),
        ("₹25,00,000", 2500000),
        ("R$ 9.500", 9500),
        ("kr 520 000", 520000),
        ("120 000 PLN", 120000),
        ("160`000", 160000),
        ("C$ 90,000", 90000),
        ("550.000 kr.", 550000),
        ("12 000 zł", 12000),
        ("60.000 Kč", 60000),
        ("Fr. 95'000.-", 95000),
        ("EUR 60.000,-", 60000),
        ("25 LPA", 2500000),
        ("1.2 crore", 12000000),
        ("\N{FULLWIDTH DIGIT ONE}60,000", 160000),
        ("8,000,000円", 8000000),
    ],
)
def test_pay_is_read_as_people_type_it(typed, figure):
    assert sent(pay_low=typed).read_description().pay.low == figure


@pytest.mark.parametrize(
    ("typed", "shown"), [("160,000", "160,000"), ("160k", "160,000"), ("22.5", "22.50"), ("22,50", "22.50")]
)
def test_a_figure_comes_back_with_two_decimals_or_none(typed, shown):
    again = JobDescriptionForm(KIT, sent(pay_low=typed).read_description())
    assert again.details["pay_low"].value() == shown


@pytest.mark.parametrize(
    "changes",
    [
        {"pay_low": "5", "pay_high": "4"},
        {"experience_min": "5", "experience_max": "4"},
        {"pay_low": "much"},
        {"pay_low": "160 mil"},
        {"pay_low": "2 mio"},
        {"pay_low": "160 - 180k"},
        {"pay_low": "-1"},
        {"pay_low": "NaN"},
        {"pay_currency": "dollar"},
        {"deadline": "soon"},
        {"deadline": "2027-01-01", "ongoing": "on"},
        {"title": ""},
        {"workplace": "moon"},
        {"level": "Emperor"},
    ],
)
def test_what_cannot_be_right_is_a_fault_at_its_field(changes):
    form = sent(**changes)
    assert not form.is_valid()
    assert {field.html_name for field, _ in form.list_errors()} & set(changes)
    assert build_document(build_posting(form.read_description()))


def test_ids_that_repeat_or_lack_are_given_anew():
    form = sent(**{"line-1-id": "t0", "line-2-id": "", "line-3-id": '"><b>'})
    ids = [line.id for line in form.read_description().lines]
    assert len(set(ids)) == len(ids)


def test_places_that_say_nothing_are_no_places():
    form = sent(**{"place-TOTAL_FORMS": "3", "place-2-city": "Oslo", "place-2-remote": "on"})
    assert form.read_description().places == (OfferedPlace(city="Oslo", remote=True),)


def test_a_skill_select_moves_its_lines_when_it_is_posted():
    index = [skill.name for skill in KIT.skills].index("Production Coding")
    form = sent(**{f"skill-{index}": "high"})
    moved = [line for line in form.read_description().lines if "software engineering" in line.text]
    assert [line.section for line in moved] == [Section.REQUIRED]


def test_values_of_blanks_in_a_dropped_line_are_kept():
    blanks = untouched().blanks.blanks
    changes = {name: blank.name.upper() for name, blank in blanks.items()} | {f"line-{n}-keep": None for n in range(40)}
    description = sent(**changes).read_description()
    assert set(description.values) == {blank.name for blank in blanks.values()}


def test_an_unknown_wish_changes_nothing():
    for wish in ("", "up", "up:", "add:nothing", "level:x", "drop:t1", "up:" + "x" * 9999):
        assert apply_description_action(START, KIT, wish) == START


def test_every_blank_filled_leaves_no_bracket():
    filled = dict.fromkeys(untouched().blanks.blanks, "Filled") | {"company": "Acme"}
    written = build_document(build_posting(sent(**filled).read_description()))
    assert blanks_left(written) == []
    assert not re.search(r"[\[\]]", text_writer.write_text(written))


@given(descriptions())
@at_most(20)
def test_lines_say_the_same_with_and_without_a_form_for_each(description):
    """Forms are made where a line is at fault, or for the page; what they say is what the fields alone say."""
    data = QueryDict(mutable=True)
    data.update(dict(posted(untouched(KIT, description))))
    quick, thorough = (LineFormSet(data, prefix="line") for _ in range(2))
    assert quick.is_valid()
    assert quick.rows is not None
    thorough.clean_forms()
    assert quick.rows == [form.cleaned_data for form in thorough.forms]
    assert read_lines(quick) == read_lines(thorough)


@pytest.mark.parametrize(
    ("name", "value"),
    [("line-2-id", "x"), ("line-2-origin", "many"), ("line-2-section", "nonsense"), ("line-2-text", "a\x00b")],
)
def test_a_line_at_fault_has_its_error_and_the_others_their_words(name, value):
    form = sent(**{name: value})
    assert not form.is_valid()
    assert form.lines.rows is None
    assert [row.errors.keys() for row in form.lines if row.errors] == [{name.removeprefix("line-2-")}]
    assert len(form.read_description().lines) == len(START.lines)


def test_too_much_text_is_refused_where_every_line_is_right():
    """No field is at fault alone: the error goes to the first line that is too much."""
    form = sent(**{"line-3-text": "a" * 60_000, "line-5-text": "b" * 60_000})
    assert [(field.html_name, message[:4]) for field, message in form.list_errors()] == [("line-5-text", "That")]
    assert form.read_description().lines[3].text == "a" * 60_000
    assert not form.read_description().lines[5].text


def test_rows_beyond_those_of_the_page_may_be_empty():
    """An empty one is no line at fault, and one that says something is a line."""
    count = len(START.lines)
    data = dict(posted(**{"line-TOTAL_FORMS": str(count + 2), f"line-{count}-text": "One more."}))
    form = sent(**data, **{f"line-{count}-section": "required"})
    assert form.is_valid()
    assert "One more." in [line.text for line in form.read_description().lines]
