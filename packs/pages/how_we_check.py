"""The public page that says what the checks look for, with examples that the checks themselves have read."""

from collections.abc import Iterator
from itertools import groupby

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from packs.posting.facts import HEADING, TITLE_SECTION
from packs.posting.value import Posting
from packs.review.check import ReviewCheck
from packs.review.checks import CHECK_GROUPS
from packs.review.finding import Finding
from packs.review.measures import measure_posting
from packs.review.showing import SEVERITY_NAMES, Segment, list_highlights
from packs.review.sources import PROFILES, REVIEW_SOURCES, Profile, ReviewSource
from web.page import Page, cached_by_arguments, respond_with_page
from web.view import View, absolute_url

LONGEST_SHOWN = 240
MOST_EXAMPLE_LINES = 8
MEASURES = {
    "words": _("Length in words"),
    "sentence": _("Sentence"),
    "paragraph": _("Paragraph"),
    "grade": _("Reading grade"),
    "fog": _("Fog index"),
    "title-words": _("Title length in words"),
    "title": _("Title length in characters"),
    "must-haves": _("Must-haves"),
    "pay-gap": _("Pay range"),
    "gender-balance": _("Gender-coded words"),
}


class ExampleLine(msgspec.Struct, frozen=True):
    """A line of an example: its text, its kind, and whether it is cut short."""

    label: str
    segments: tuple[Segment, ...]
    is_cut: bool


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A posting as the page shows it, and what the check found in it."""

    lines: list[ExampleLine]
    left_out: int
    words: int
    findings: list[Finding]


class CheckEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A check with the severity of its findings, the name of its source, and its two examples."""

    check: ReviewCheck
    severity: str
    source: str
    raises: Example
    passes: Example


class ChecksView(View, frozen=True, kw_only=True):
    """The page of all checks by group, with the profiles of each measure and every source."""

    template = "packs/how_we_check.html"

    groups: list[tuple[str, list[CheckEntry]]]
    measures: list[tuple[str, list[Profile]]]
    sources: list[ReviewSource]


@require_safe
def how_we_check(request: HttpRequest) -> HttpResponse:
    """The page of every check, with its source and an example of each outcome. Caches may keep it."""
    return respond_with_page(request, render_page())


@cached_by_arguments
def render_page() -> Page:
    """The page of all checks, the same for everyone. Kept for SECONDS_CACHED."""
    return Page.render(view_checks())


def view_checks() -> ChecksView:
    """The values of the page: each check with two examples that it reviews now."""
    return ChecksView(
        groups=[(name, [build_check_entry(check) for check in checks]) for name, checks in CHECK_GROUPS.items()],
        measures=[*list_measures()],
        sources=[*REVIEW_SOURCES.values()],
        canonical=absolute_url("/how-we-check/"),
    )


def build_check_entry(check: ReviewCheck) -> CheckEntry:
    """A check with two examples, both reviewed by that check now."""
    return CheckEntry(
        check=check,
        severity=str(SEVERITY_NAMES[check.severity]).lower(),
        source=REVIEW_SOURCES[check.source].name,
        raises=build_example(check, check.raises),
        passes=build_example(check, check.passes),
    )


def list_measures() -> Iterator[tuple[str, list[Profile]]]:
    """Each measure with the profiles that limit it, in the order of their file."""
    for measure, profiles in groupby(PROFILES.values(), key=lambda profile: profile.measure):
        yield str(MEASURES[measure]), [*profiles]


def build_example(check: ReviewCheck, posting: Posting) -> Example:
    """An example with long lines cut and many lines left out; its title only where the check reads titles."""
    findings = [*check.run_check(posting)]
    lines = [
        line
        for line in list_highlights(posting, findings)
        if line.section != TITLE_SECTION or check.id.startswith("title-")
    ]
    return Example(
        lines=[_build_line(posting, line.section, line.line, line.segments) for line in lines[:MOST_EXAMPLE_LINES]],
        left_out=len(lines[MOST_EXAMPLE_LINES:]),
        words=measure_posting(posting).words,
        findings=findings,
    )


def _build_line(posting: Posting, section: int, line: int, pieces: tuple[Segment, ...]) -> ExampleLine:
    label = "Title" if section == TITLE_SECTION else "Heading" if line == HEADING else ""
    if not label:
        label = posting.sections[section].kind.replace("-", " ").capitalize()
    is_cut = len(pieces) == 1 and len(pieces[0].text) > LONGEST_SHOWN
    if is_cut:
        pieces = (Segment(pieces[0].text[:LONGEST_SHOWN].rsplit(" ", 1)[0], pieces[0].findings),)
    return ExampleLine(label, pieces, is_cut)
