"""Findings point at the words of the preview, and a rewrite changes the text that the words come from."""

import re

import msgspec
import pytest
from django.utils.html import strip_tags
from hypothesis import given
from hypothesis import strategies as st

from packs.description.actions import apply_description_action, find_in_description, replace_span
from packs.description.posting import add_kit, build_posting
from packs.description.starting import start_description
from packs.description.wording import blank_values
from packs.documents.inline import Flagged, line_text
from packs.pages.job_description.paper import draw_paper
from packs.pages.job_description.preview import preview_description
from packs.posting.facts import TextPlace
from packs.review.finding import Finding, FindingSeverity
from packs.review.showing import can_rewrite, mark_findings, name_anchor
from roles.kit.blanks import fill_blanks, format_runs
from roles.kit.choices import PayKind
from tests.factories import technical_pm

KIT = technical_pm()
START = start_description(KIT, 1)


def written(text, **changes):
    """A job description whose third line says a text."""
    lines = [*START.lines]
    lines[2] = msgspec.structs.replace(lines[2], text=text)
    return msgspec.structs.replace(START, lines=tuple(lines), **changes)


def found(description, quote):
    return next(finding for finding in find_in_description(description, KIT) if finding.quote == quote)


def finding_at(section, line, start, end):
    place = TextPlace(section, line, start, end)
    return Finding(check="x", severity=FindingSeverity.NOTICE, message="", why="", source="", place=place)


@pytest.mark.parametrize("values", [{}, {"team": "the rockstar team"}])
def test_every_quote_stands_at_its_place(values):
    description = written("A rockstar of [team], a rockstar.", values=values)
    reviewed = build_posting(description)
    placed = [(finding.quote, finding.place) for finding in find_in_description(description, KIT) if finding.place]
    assert placed
    for quote, place in placed:
        assert reviewed.text_at(place.section, place.line)[place.start : place.end] == quote


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6), st.sampled_from(["", "core & more"]))
def test_marking_changes_no_word(spans, team):
    posting = build_posting(written("Work with [team] & <them>, [partner] too.", values={"team": team}))
    marks = mark_findings([finding_at(1, 0, *sorted(span)) for span in spans])
    description = written("")
    marked, plain = (draw_paper(posting, description, some, {}) for some in (marks, {}))
    assert {name: strip_tags(html) for name, html in marked.items()} == {
        name: strip_tags(html) for name, html in plain.items()
    }


def test_the_exact_words_are_flagged():
    description = written("You are a rockstar here.")
    finding = found(description, "a rockstar")
    drawn = draw_paper(build_posting(description), description, mark_findings([finding]), {})
    flags = re.findall(r'<a class="flag" id="([^"]+)"[^>]*>([^<]+)</a>', "".join(drawn.values()))
    assert flags == [(name_anchor(finding), "a rockstar")]


def test_flags_stand_on_the_paper_alone():
    preview = preview_description(written("You are a rockstar here."), KIT)
    assert "flag" in "".join(preview.drawn.values())
    assert "flag" not in preview.rich_html


def test_a_rewrite_changes_its_line_and_leaves_the_blanks():
    description = written("A rockstar of [team], [partner].", values={"team": "Core"})
    finding = found(description, "A rockstar")
    assert can_rewrite(build_posting(description), finding)
    fixed = apply_description_action(description, KIT, f"fix:{finding.key}")
    assert fixed.lines[2].text == f"{finding.replacement} of [team], [partner]."
    assert [*fixed.lines[:2], *fixed.lines[3:]] == [*description.lines[:2], *description.lines[3:]]


def test_a_rewrite_changes_the_text_of_a_field():
    description = msgspec.structs.replace(START, about_company="We build.\n\nWe want a rockstar.")
    finding = found(description, "a rockstar")
    fixed = apply_description_action(description, KIT, f"fix:{finding.key}")
    assert fixed.about_company == f"We build.\n\nWe want {finding.replacement}."


def test_a_stale_rewrite_changes_nothing():
    assert apply_description_action(START, KIT, "fix:cliche:1:0:0:5") == START


@given(
    st.lists(st.sampled_from(["a", "[x]", "[y]", " b c ", "é"]), min_size=1, max_size=6).map("".join),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_replacing_words_changes_what_is_said_there_and_nothing_else(text, one, other):
    values = {"x": "filled in"}
    shown = format_runs(fill_blanks(text, values))
    first, last = sorted((min(one, len(shown)), min(other, len(shown))))
    after = replace_span(text, values, (first, last), "NEW")
    assert format_runs(fill_blanks(after, values)) == shown[:first] + "NEW" + shown[last:]


def test_pay_is_compared_with_a_benchmark_of_its_own_kind_only():
    senior = msgspec.structs.replace(START, level="Senior")
    assert add_kit(build_posting(senior), senior, KIT).benchmark is not None
    base = msgspec.structs.replace(senior, pay=msgspec.structs.replace(senior.pay, kind=PayKind.BASE))
    assert add_kit(build_posting(base), base, KIT).benchmark is None


def test_values_of_other_fields_stand_before_typed_ones():
    assert blank_values(written("x", company="Acme", values={"company name": "Other"}))["company name"] == "Acme"


def test_line_text_of_flags_is_their_text():
    assert line_text((Flagged("a"), "b")) == "ab"
