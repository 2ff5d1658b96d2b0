"""How findings are shown: the first of each kind, as a text may have thousands, with words for how grave they are, and
their own words marked where they stand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from packs.posting.facts import HEADING, TITLE_SECTION, Mark, cut_pieces
from packs.posting.value import Posting
from packs.review.finding import Finding, FindingSeverity

_RANKS = {severity: rank for rank, severity in enumerate(FindingSeverity)}
MOST_LISTED = 20  # of each check
MOST_HIGHLIGHTED = 200
SEVERITY_NAMES = {
    FindingSeverity.ERROR: _("Error"),
    FindingSeverity.WARNING: _("Warning"),
    FindingSeverity.NOTICE: _("Notice"),
}


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with the most severe first, otherwise in the same order."""
    return sorted(findings, key=lambda finding: _RANKS[finding.severity])


def count_severities(findings: Iterable[Finding]) -> list[tuple[FindingSeverity, str]]:
    """How many findings there are of each severity, in words such as "2 errors", the most severe first."""
    found = [finding.severity for finding in findings]
    return [
        (severity, _word_count(severity, found.count(severity))) for severity in FindingSeverity if severity in found
    ]


def _word_count(severity: FindingSeverity, number: int) -> str:
    match severity:
        case FindingSeverity.ERROR:
            words = ngettext("%(count)s error", "%(count)s errors", number)
        case FindingSeverity.WARNING:
            words = ngettext("%(count)s warning", "%(count)s warnings", number)
        case FindingSeverity.NOTICE:
            words = ngettext("%(count)s notice", "%(count)s notices", number)
    return words % {"count": number}


class More(msgspec.Struct, frozen=True):
    """The name of a check, and how many of its findings aren't shown."""

    name: str
    count: int


def first_of_each_check(findings: Iterable[Finding], most: int) -> tuple[list[Finding], list[More]]:
    """At most `most` findings of each check, in their order, and how many more each check has."""
    seen: Counter[tuple[str, str]] = Counter()
    shown = []
    for finding in findings:
        check = finding.check, finding.check_name
        seen[check] += 1
        if seen[check] <= most:
            shown.append(finding)
    more = [More(name, count - most) for (__, name), count in seen.items() if count > most]
    return shown, more


class Segment(msgspec.Struct, frozen=True):
    """A piece of a line, with the findings that quote it."""

    text: str
    findings: tuple[Finding, ...] = ()


class HighlightedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A title, a heading or a line in segments; `section` and `line` are its place, as in TextPlace."""

    section: int
    line: int
    segments: tuple[Segment, ...]


def cut_segments(text: str, findings: Iterable[Finding]) -> tuple[Segment, ...]:
    """A line cut into segments where findings start and end, with nothing lost. A segment names all findings that cover
    it.
    """
    placed = [(finding.place.start, finding.place.end, finding) for finding in findings if finding.place]
    return tuple(Segment(text[start:end], tuple(covering)) for start, end, covering in cut_pieces(len(text), placed))


def list_highlights(posting: Posting, findings: Iterable[Finding]) -> Iterator[HighlightedLine]:
    """The posting's title, headings and lines in reading order, each with the marks that fall on it."""
    by_line: dict[tuple[int, int], list[Finding]] = {}
    for finding in findings:
        if finding.place:
            by_line.setdefault((finding.place.section, finding.place.line), []).append(finding)
    for section, line in _list_lines(posting):
        text = posting.text_at(section, line)
        if text:
            yield HighlightedLine(
                section=section, line=line, segments=cut_segments(text, by_line.get((section, line), []))
            )


def _list_lines(posting: Posting) -> Iterator[tuple[int, int]]:
    yield TITLE_SECTION, 0
    for number, section in enumerate(posting.sections):
        yield number, HEADING
        yield from ((number, line) for line in range(len(section.lines)))


def name_anchor(finding: Finding) -> str:
    """The id of the element that a finding is about, such as flag-cliche-1-0-4-12."""
    return f"flag-{finding.key.replace(':', '-')}"


def mark_findings(found: Iterable[Finding]) -> dict[tuple[int, int], list[Mark]]:
    """The marks of findings by (section, line), for a document."""
    marks: dict[tuple[int, int], list[Mark]] = {}
    for finding in found:
        if place := finding.place:
            marks.setdefault((place.section, place.line), []).append((place.start, place.end, name_anchor(finding)))
    return marks


def can_rewrite(posting: Posting, finding: Finding) -> bool:
    """Whether a button can put the finding's replacement into the text from which the posting was made."""
    return finding.replacement is not None and bool(find_source(posting, finding))


def find_source(posting: Posting, finding: Finding) -> str:
    """The text that a finding's words come from: title, the id of a line, or a field with a line's number."""
    place = finding.place
    if place is None or (place.line == HEADING and place.section != TITLE_SECTION):
        return ""
    if place.section == TITLE_SECTION:
        return "title"
    return posting.sections[place.section].lines[place.line].source
