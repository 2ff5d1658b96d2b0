"""The public page that says what the checks look for, with examples that the checks themselves have read."""

from collections.abc import Iterator
from itertools import groupby

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from packs.description.severities import NAMES
from packs.review.check import Check
from packs.review.checks import GROUPS
from packs.review.finding import Finding
from packs.review.marking import Segment, marked
from packs.review.passage import HEADING, TITLE
from packs.review.posting import Posting
from packs.review.sources import PROFILES, SOURCES, Profile
from roles.pages.structured_data import absolute
from web.page import Page, kept, respond

TEMPLATE = "packs/how_we_check.html"
LONGEST_SHOWN = 240
MOST_LINES = 8
MEASURES = {
    "words": _("Length in words"),
    "characters": _("Length in characters"),
    "bullets": _("Bullets"),
    "sentence": _("Sentence"),
    "paragraph": _("Paragraph"),
    "grade": _("Reading grade"),
    "fog": _("Fog index"),
    "title-words": _("Title in words"),
    "title": _("Title in characters"),
    "you-to-we": _("You to we"),
    "must-haves": _("Must-haves"),
    "pay-gap": _("Pay range"),
    "gender-balance": _("Gender-coded words"),
}


class ExampleLine(msgspec.Struct, frozen=True):
    """A line of an example, what kind of line it is, and whether it is cut short."""

    label: str
    segments: tuple[Segment, ...]
    is_cut: bool


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """A posting as the page shows it, and what the check really found in it."""

    lines: list[ExampleLine]
    left_out: int
    words: int
    findings: list[Finding]


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A check, how grave what it finds is, its source's name and its two examples."""

    check: Check
    severity: str
    source: str
    raises: Example
    passes: Example


@require_safe
def how_we_check(request: HttpRequest) -> HttpResponse:
    """Every check, what it rests on, and an example of each outcome."""
    return respond(request, page())


@kept
def page() -> Page:
    """The page, the same for everyone."""
    return Page.render(TEMPLATE, context())


def context() -> dict[str, object]:
    """What the template shows."""
    return {
        "groups": [(name, [entry(check) for check in checks]) for name, checks in GROUPS.items()],
        "measures": [*measures()],
        "sources": SOURCES.values(),
        "canonical": absolute("/how-we-check/"),
    }


def entry(check: Check) -> Entry:
    """A check with its examples, freshly read by it."""
    return Entry(
        check=check,
        severity=str(NAMES[check.severity]).lower(),
        source=SOURCES[check.source].name,
        raises=shown(check, check.raises),
        passes=shown(check, check.passes),
    )


def measures() -> Iterator[tuple[str, list[Profile]]]:
    """The profiles of each measure side by side, in the order of their file."""
    for measure, profiles in groupby(PROFILES.values(), key=lambda profile: profile.measure):
        yield str(MEASURES[measure]), [*profiles]


def shown(check: Check, posting: Posting) -> Example:
    """An example, long lines cut and many lines left out; the title only where the check reads it."""
    findings = [*check.run(posting)]
    lines = [line for line in marked(posting, findings) if line.section != TITLE or check.id.startswith("title-")]
    return Example(
        lines=[_line(posting, line.section, line.line, line.segments) for line in lines[:MOST_LINES]],
        left_out=len(lines[MOST_LINES:]),
        words=posting.measures.words,
        findings=findings,
    )


def _line(posting: Posting, section: int, line: int, pieces: tuple[Segment, ...]) -> ExampleLine:
    label = "Title" if section == TITLE else "Heading" if line == HEADING else ""
    if not label:
        label = posting.sections[section].kind.replace("-", " ").capitalize()
    is_cut = len(pieces) == 1 and len(pieces[0].text) > LONGEST_SHOWN
    if is_cut:
        pieces = (Segment(pieces[0].text[:LONGEST_SHOWN].rsplit(" ", 1)[0], pieces[0].findings),)
    return ExampleLine(label, pieces, is_cut)
