"""A review is ordered, points at the exact words, and one press applies what it suggests."""

import logging
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.posting.facts import TITLE_SECTION, YearsRange
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.review.check import build_example_posting, review_posting
from packs.review.from_kit import find_benchmark, find_experience, template_posting
from packs.review.measures import measure_posting
from packs.review.showing import cut_segments, list_highlights
from tests.factories import technical_pm


def words_of(posting: Posting, check: str) -> list[str]:
    return [finding.quote for finding in review_posting(posting) if finding.check == check]


def test_findings_come_in_the_order_of_the_text_and_those_without_a_place_last():
    posting = build_example_posting(
        title="Data Ninja", about="Join [team], a young team.", required=["Native speaker."]
    )
    places = [finding.place for finding in review_posting(posting)]
    placed = [place for place in places if place]
    assert placed == sorted(placed)
    assert places[len(placed) :] == [None] * (len(places) - len(placed))
    assert len(places) > len(placed) > 3


texts = st.text(st.sampled_from("[]ab young team $1,000- up to lead ninja.!\n😀é"), max_size=60)


@given(texts, texts, texts)
def test_every_quote_stands_where_its_place_says(title: str, about: str, required: str):
    posting = Posting(
        title=title,
        sections=(
            PostingSection(kind=Kind.ABOUT, heading="About [us]", lines=(PostingLine(about, bullet=False),)),
            PostingSection(
                kind=Kind.REQUIRED, lines=(PostingLine(required), PostingLine("You must walk with a young team, etc."))
            ),
        ),
    )
    for finding in review_posting(posting):
        if finding.place:
            text = posting.text_at(finding.place.section, finding.place.line)
            assert text[finding.place.start : finding.place.end] == finding.quote != ""


def test_keys_tell_findings_apart():
    findings = review_posting(build_example_posting(about="Join [team] and [team], etc."))
    assert len({finding.key for finding in findings}) == len(findings)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("You are a native English speaker.", "You are a fluent English speaker."),
        ("Rockstars wanted.", "Experts wanted."),
        ("Three years of Canadian experience.", "Three years of experience."),
        ("You are a rockstar.", "You are an expert."),
        ("5-3 years of work.", "3-5 years of work."),
        ("Five to three years of work.", "Three to five years of work."),
        ("She leverages our data.", "She uses our data."),
        ("An articulate native German speaker.", "An articulate fluent German speaker."),
    ],
)
def test_a_rewrite_reads_on(before: str, after: str):
    posting = msgspec.structs.replace(build_example_posting(required=[before]), years=YearsRange(3, 5))
    finding = next(finding for finding in review_posting(posting) if finding.replacement)
    assert before.replace(finding.quote, finding.replacement or "") == after


def test_a_word_after_an_article_is_not_swapped_alone():
    findings = review_posting(build_example_posting(required=["An aggressive, fearless and ambitious seller."]))
    assert [f.replacement for f in findings if f.check == "gender-coded"][:1] == [None]


def test_two_checks_on_wording_say_one_thing_about_the_same_words():
    posting = build_example_posting(about="You thrive in a fast-paced environment.")
    quotes = [words_of(posting, check) for check in ("cliche", "slang", "jargon")]
    assert quotes == [["thrive in a fast-paced environment"], [], []]


def test_the_demands_of_a_line_on_the_body_are_one_finding_at_a_desk():
    line = "Must sit for long periods, lift up to 20 pounds, bend, stoop and kneel."
    posting = build_example_posting(other=line)
    assert words_of(posting, "physical-demands") == ["Must sit for long periods, lift up to 20 pounds"]
    assert words_of(posting, "ability-language") == []
    assert words_of(build_example_posting(title="Farm Worker", other=line), "ability-language")


def test_the_template_of_the_technical_pm_raises_no_gender_finding():
    assert words_of(template_posting(technical_pm()), "gender-coded") == []


def test_role_words_and_boilerplate_raise_no_gender_finding():
    posting = template_posting(technical_pm())
    boilerplate = (
        PostingSection(
            kind=Kind.RESPONSIBILITIES,
            heading="Lead, decide and support: your responsibilities",
            lines=(
                PostingLine("Lead the analysis behind architecture decisions."),
                PostingLine("Coordinate dependencies."),
            ),
        ),
        PostingSection(
            kind=Kind.BENEFITS, lines=(PostingLine("Health insurance for individuals, dependents and each child."),)
        ),
        PostingSection(kind=Kind.EQUAL_OPPORTUNITY, lines=(PostingLine("We support individuals of every kind."),)),
        PostingSection(
            kind=Kind.OTHER,
            lines=(PostingLine("We are an equal opportunity employer committed to an inclusive team."),),
        ),
    )
    assert words_of(msgspec.structs.replace(posting, sections=posting.sections + boilerplate), "gender-coded") == []


def test_a_level_brings_its_own_pay_and_years():
    kit = technical_pm()
    senior, years = find_benchmark(kit, "Senior"), find_experience(kit, "Senior")
    assert senior is not None
    assert years is not None
    assert (senior.low, senior.high, years.low, years.high) == (200_000, 280_000, 5, 8)
    assert find_benchmark(kit, "") is None


@pytest.mark.slow
def test_the_checks_know_no_django_model():
    code = "import sys, packs.review, packs.reading; assert 'django.db.models' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_nothing_is_logged(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    review_posting(build_example_posting(about="Join [team], a young team of ninjas."))
    assert caplog.records == []


def test_no_word_of_the_text_stays_in_memory_with_the_hyphens():
    from packs.review import measures  # noqa: PLC0415

    assert measure_posting(build_example_posting(about="An unheard-of quuxification.")).words == 3
    assert len(measures._hyphens.hd.cache) == 0


@given(texts)
def test_segments_lose_nothing(text: str):
    posting = build_example_posting(about=text)
    findings = [finding for finding in review_posting(posting) if finding.place and finding.place.section == 0]
    assert "".join(segment.text for segment in cut_segments(text, findings)) == text


def test_marks_stand_on_the_words_of_a_finding():
    posting = build_example_posting(about="Join [team] today.")
    line = list(list_highlights(posting, review_posting(posting)))[-1]
    assert [(piece.text, bool(piece.findings)) for piece in line.segments] == [
        ("Join ", False),
        ("[team]", True),
        (" today.", False),
    ]


def test_protected_words_are_found_in_the_title_once():
    posting = build_example_posting(title="Cashier, 16-24 year olds only, aged 18 to 25", about="You take payments.")
    found = [(finding.check, finding.place and finding.place.section) for finding in review_posting(posting)]
    assert found.count(("age-language", TITLE_SECTION)) == 1


def test_wording_is_judged_in_the_text_and_not_in_the_title():
    posting = build_example_posting(title="Passionate Cashier", about="You take payments.")
    assert "cliche" not in {finding.check for finding in review_posting(posting)}
