"""A list that is typed or pasted into the workbench becomes lines, and no export shows a mark twice."""

import re

import pytest

from packs.description.actions import apply_replacement, find_in_description
from packs.description.from_posting import from_posting
from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.posting import build_document
from packs.limits import MOST_LINES
from packs.reading import read_pasted
from roles.kit.choices import Section
from tests.packs.forms.test_job_description import KIT, sent

BENEFITS = "•\t30 days holiday\n•\tLunch on Fridays\n\uf0b7 Pension\n- Gym"
POINTS = ["30 days holiday", "Lunch on Fridays", "Pension", "Gym"]
PASTED = "• First duty from Word\n• Second duty from Word\n• Third duty"
NUMBERED = "1. First duty from Word\r\n2. Second duty from Word\n3. Third duty"
SIGNS = re.compile("[•·▪\uf000-\uf0ff]")


def write(description: JobDescription, name: str) -> str:
    return DOCUMENT_FORMATS[name].export_document(build_document(build_posting(description))).decode()


def duties(description: JobDescription) -> list[str]:
    return [line.text for line in description.list_stated_lines(Section.RESPONSIBILITIES)]


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_list_pasted_into_the_benefits_has_one_mark_for_each_point(name: str):
    text = write(sent(benefits=BENEFITS).read_description(), name)
    assert "\n".join(f"- {point}" for point in POINTS) in text
    assert not SIGNS.search(text)


@pytest.mark.parametrize("name", ["indeed", "linkedin", "html"])
def test_it_is_a_list_without_signs_on_job_boards(name: str):
    html = write(sent(benefits=BENEFITS).read_description(), name)
    assert "".join(f"<li>{point}</li>" for point in POINTS) in html


def test_the_field_shows_the_points_alone():
    form = sent(benefits=BENEFITS)
    assert form.read_description().benefits.splitlines() == POINTS


@pytest.mark.parametrize("text", [PASTED, PASTED.replace("\n", " "), NUMBERED])
def test_a_list_pasted_into_one_line_becomes_lines(text: str):
    before = duties(sent().read_description())
    description = sent(**{"line-3-text": text}).read_description()
    at = before.index(sent().read_description().lines[3].text)
    points = ["First duty from Word", "Second duty from Word", "Third duty"]
    assert duties(description) == [*before[:at], *points, *before[at + 1 :]]
    ids = [line.id for line in description.lines]
    assert len(ids) == len(set(ids))
    assert description.lines[3].id == "t3"


def test_a_pasted_list_becomes_the_same_lines_each_time_that_it_is_saved():
    form = sent(**{"line-3-text": PASTED})
    assert form.read_description() == sent(**{"line-3-text": PASTED}).read_description()


def test_a_list_that_is_too_long_for_a_line_is_refused_there():
    form = sent(**{"line-3-text": "\n".join(["Another duty."] * MOST_LINES)})
    assert [field.html_name for field, _ in form.list_errors()] == ["line-3-text"]
    assert len(form.read_description().lines) <= MOST_LINES


@pytest.mark.parametrize("field", ["about_company", "how_to_apply", "equal_opportunity", "other"])
def test_a_list_inside_of_a_text_stays_a_list_with_one_mark(field: str):
    description = sent(**{field: "We offer:\n• Tea\n* Cake"}).read_description()
    assert getattr(description, field) == "We offer:\n- Tea\n- Cake"
    assert "We offer:\n\n- Tea\n- Cake" in write(description, "text")
    assert "<ul><li>Tea</li><li>Cake</li></ul>" in write(description, "html")


def test_a_list_of_a_brought_in_text_stays_a_list():
    posting = read_pasted("Cook\nDuties\n- Cook soup\n\nHow to apply\nSend us:\n• Your CV\n• A letter")
    assert "Send us:\n\n- Your CV\n- A letter" in write(from_posting(posting, KIT, 1), "text")


def test_a_rewrite_of_a_point_keeps_its_text():
    description = sent(other="We want:\n• a rockstar coder").read_description()
    finding = next(found for found in find_in_description(description, KIT) if "rockstar" in found.quote)
    changed = apply_replacement(description, KIT, finding.key)
    assert changed.other == "We want:\n- an expert coder"


@pytest.mark.parametrize("text", ["Send us:\n1. Your CV\n2) A letter", "Send us:\n•\u200b Your CV\n›\tA letter"])
def test_a_list_inside_of_a_text_is_a_list_whatever_counts_its_points(text: str):
    assert "Send us:\n\n- Your CV\n- A letter" in write(sent(how_to_apply=text).read_description(), "text")


@pytest.mark.parametrize("sign", ["\u200b", "\u00ad", "\u2060", "\u200c", "\u200d", "\u2063", "\u200e"])
def test_a_sign_of_no_width_hides_no_word_from_the_review(sign: str):
    hidden = {
        "line-3-text": f"Be a rock{sign}star for us.",
        "about_company": f"We hire nin{sign}jas.",
        "title": f"Co{sign}ok",
    }
    description = sent(**hidden).read_description()
    assert (description.title, description.about_company) == ("Cook", "We hire ninjas.")
    assert any("rockstar" in found.quote for found in find_in_description(description, KIT))
    assert sign not in write(description, "html")


def test_the_signs_that_hold_emoji_and_other_scripts_together_stay():
    about = "\N{WOMAN}\u200d\N{PERSONAL COMPUTER} and \u0645\u06cc\u200c\u0634\u0648\u062f"
    assert sent(about_company=about).read_description().about_company == about
