"""The sections that a job description shows: lines and texts alike, moved, added, split and taken out."""

import msgspec
import pytest

from packs.description.actions import apply_description_action
from packs.description.posting import build_posting
from packs.description.starting import start_description
from packs.description.value import DescriptionLine, JobDescription, Vacancy
from packs.forms.job_description import JobDescriptionForm
from roles.kit.choices import Section
from tests.factories import a_kit
from tests.packs.browsing import posted, untouched

KIT = a_kit()
START = start_description(KIT, 1)


def written(**changes: object) -> JobDescription:
    return msgspec.structs.replace(START, **changes)


def press(description: JobDescription, action: str) -> JobDescription:
    return apply_description_action(description, KIT, action)


def keys(description: JobDescription) -> list[str]:
    return [block.key for block in description.list_shown_blocks()]


def headings(description: JobDescription) -> list[str]:
    return [section.heading for section in build_posting(description).sections]


def read(**changes: object) -> JobDescription:
    return JobDescriptionForm(KIT, START, posted(untouched(KIT), **changes)).read_description()


def test_a_page_shows_lines_and_texts_and_nothing_that_nobody_asked_for():
    lines = [section.value for section in Section]
    assert keys(START) == ["about_company", *lines, "benefits", "how_to_apply", "equal_opportunity"]
    assert keys(written(other="Parking", vacancy=Vacancy.EXISTING))[-3:] == ["other", "statements", "equal_opportunity"]


def test_a_heading_in_a_text_starts_a_section_of_its_own():
    description = written(benefits="Lunch\n## Time off\n30 days\n##\nTea")
    found = {block.key: block for block in description.list_blocks()}
    assert [found[key].heading for key in ("benefits", "benefits.2", "benefits.3")] == ["Benefits", "Time off", ""]
    assert [line.source for line in found["benefits.2"].lines] == ["benefits:2"]


def test_a_heading_among_the_lines_starts_a_section_of_its_own():
    texts = ("Cook", "## Also", "Wash up")
    lines = tuple(
        DescriptionLine(id=f"a{number}", section=Section.RESPONSIBILITIES, text=text)
        for number, text in enumerate(texts)
    )
    assert headings(written(lines=lines))[:2] == ["What you will do", "Also"]


@pytest.mark.parametrize("key", ["benefits", "how_to_apply"])
def test_a_text_moves_past_the_section_above_it(key):
    moved = press(written(**{key: "Words"}), f"section-up:{key}")
    assert headings(moved)[-2:] == [moved_heading(key), "Compensation"]
    assert headings(press(moved, f"section-down:{key}"))[-2:] == ["Compensation", moved_heading(key)]


def moved_heading(key: str) -> str:
    return next(block.heading for block in START.list_blocks() if block.key == key)


def test_a_section_at_an_end_stays():
    assert press(START, "section-up:about") == START
    assert press(START, "section-down:compensation") == START


def test_a_dragged_text_lands_where_it_was_dropped():
    assert keys(press(written(benefits="Tea"), "place::benefits:0"))[0] == "benefits"


def test_a_new_section_stands_after_the_one_that_asked_for_it():
    once = press(START, "section-new:required")
    assert keys(once)[3:6] == ["required", "other", "nice-to-have"]
    twice = press(once, "section-new:about")
    assert keys(twice)[1:3] == ["about", "other.2"]


def test_a_text_is_split_into_its_sentences():
    split = press(written(about_company="We bake. We sell! 3.5 tons a day."), "sentences:about_company")
    assert split.about_company == "We bake.\nWe sell! 3.5 tons a day."


def test_a_text_that_is_taken_out_leaves_the_others_where_they_were():
    description = press(written(other="## One\na\n## Two\nb\n## Three\nc"), "section-up:other.3")
    assert headings(description)[-3:] == ["One", "Three", "Two"]
    left = press(description, "clear:other")
    assert headings(left)[-2:] == ["Three", "Two"]
    assert left.other == "## Two\nb\n## Three\nc"


@pytest.mark.parametrize(
    "action", ["clear:about", "clear:x", "sentences:required", "section-up:x", "place::x:0", "after:x"]
)
def test_what_makes_no_sense_changes_nothing(action):
    assert press(START, action) == START


def test_the_sections_of_a_text_come_back_as_one_text():
    description = read(**{"benefits": "Lunch", "benefits.2": "30 days", "benefits.2-heading": "Time off"})
    assert description.benefits == "Lunch\n## Time off\n30 days"


def test_a_text_gets_a_heading_of_its_own_and_its_usual_one_is_not_written():
    assert read(**{"benefits": "Lunch", "benefits-heading": "Perks"}).benefits == "## Perks\nLunch"
    assert read(**{"benefits": "Lunch", "benefits-heading": "Benefits"}).benefits == "Lunch"


def test_a_line_is_added_right_below_another():
    lines = press(START, "after:t3").lines
    assert [line.id for line in lines[3:5]] == ["t3", "a1"]
    assert lines[4].section is lines[3].section
