"""Findings point at the words of the preview, and a rewrite changes the text that the words come from."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.description.actions import acted
from packs.description.document import blank_values, document, said
from packs.description.review import anchor, can_rewrite, findings, marked, posting, replaced
from packs.description.starting import start
from packs.documents import html_writer
from packs.documents.inline import Flagged, line_text
from packs.review import Finding, Place, Severity
from roles.kit.blanks import as_text, fill_blanks
from roles.kit.choices import PayKind
from tests.factories import technical_pm

KIT = technical_pm()
START = start(KIT, 1)


def written(text, **changes):
    """A job description whose third line says a text."""
    lines = [*START.lines]
    lines[2] = msgspec.structs.replace(lines[2], text=text)
    return msgspec.structs.replace(START, lines=tuple(lines), **changes)


def found(description, quote):
    return next(finding for finding in findings(description, KIT) if finding.quote == quote)


def finding_at(section, line, start, end):
    place = Place(section, line, start, end)
    return Finding(check="x", severity=Severity.NOTICE, message="", why="", source="", place=place)


@pytest.mark.parametrize("values", [{}, {"team": "the rockstar team"}])
def test_every_quote_stands_at_its_place(values):
    description = written("A rockstar of [team], a rockstar.", values=values)
    reviewed = posting(description, KIT)
    for finding in findings(description, KIT):
        if place := finding.place:
            assert reviewed.text_at(place.section, place.line)[place.start : place.end] == finding.quote


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6), st.sampled_from(["", "core & more"]))
def test_marking_changes_no_word(spans, team):
    sections = said(written("Work with [team] & <them>, [partner] too.", values={"team": team}))
    flags = [finding_at(1, 0, *sorted(span)) for span in spans]
    after = marked(sections, flags)
    assert [[line.text for line in section.lines] for section in after] == [
        [line.text for line in section.lines] for section in sections
    ]


def test_the_exact_words_are_flagged():
    description = written("You are a rockstar here.")
    finding = found(description, "rockstar")
    flags = [
        run
        for section in marked(said(description), [finding])
        for line in section.lines
        for run in line.runs
        if isinstance(run, Flagged)
    ]
    assert flags == [Flagged("rockstar", anchor(finding))]


def test_flags_stand_in_the_preview_alone():
    description = written("You are a rockstar here.")
    shown = document(description, marked(said(description), findings(description, KIT)))
    assert '<mark class="flag"' in html_writer.write_preview(shown)
    assert "flag" not in html_writer.write_fragment(shown)


def test_a_rewrite_changes_its_line_and_leaves_the_blanks():
    description = written("A rockstar of [team], [partner].", values={"team": "Core"})
    finding = found(description, "rockstar")
    assert can_rewrite(said(description), finding)
    fixed = acted(description, KIT, f"fix:{finding.key}")
    assert fixed.lines[2].text == f"A {finding.replacement} of [team], [partner]."
    assert [*fixed.lines[:2], *fixed.lines[3:]] == [*description.lines[:2], *description.lines[3:]]


def test_a_rewrite_changes_the_text_of_a_field():
    description = msgspec.structs.replace(START, about_company="We build.\n\nWe want a rockstar.")
    finding = found(description, "rockstar")
    fixed = acted(description, KIT, f"fix:{finding.key}")
    assert fixed.about_company == f"We build.\n\nWe want a {finding.replacement}."


def test_a_stale_rewrite_changes_nothing():
    assert acted(START, KIT, "fix:cliche:1:0:0:5") == START


@given(
    st.lists(st.sampled_from(["a", "[x]", "[y]", " b c ", "é"]), min_size=1, max_size=6).map("".join),
    st.integers(0, 30),
    st.integers(0, 30),
)
def test_replacing_words_changes_what_is_said_there_and_nothing_else(text, one, other):
    values = {"x": "filled in"}
    shown = as_text(fill_blanks(text, values))
    first, last = sorted((min(one, len(shown)), min(other, len(shown))))
    after = replaced(text, values, (first, last), "NEW")
    assert as_text(fill_blanks(after, values)) == shown[:first] + "NEW" + shown[last:]


def test_pay_is_compared_with_a_benchmark_of_its_own_kind_only():
    senior = msgspec.structs.replace(START, level="Senior")
    assert posting(senior, KIT).benchmark is not None
    base = msgspec.structs.replace(senior, pay=msgspec.structs.replace(senior.pay, kind=PayKind.BASE))
    assert posting(base, KIT).benchmark is None


def test_values_of_other_fields_stand_before_typed_ones():
    assert blank_values(written("x", company="Acme", values={"company name": "Other"}))["company name"] == "Acme"


def test_line_text_of_flags_is_their_text():
    assert line_text((Flagged("a"), "b")) == "ab"
