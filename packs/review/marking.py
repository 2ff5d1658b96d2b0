"""The words of findings, marked where they stand."""

from collections.abc import Iterable, Iterator

import msgspec

from packs.posting.cutting import cut_pieces
from packs.posting.place import HEADING, TITLE_SECTION
from packs.posting.value import Posting
from packs.review.finding import Finding


class Segment(msgspec.Struct, frozen=True):
    """A piece of a line, and the findings that quote it."""

    text: str
    findings: tuple[Finding, ...] = ()


class HighlightedLine(msgspec.Struct, frozen=True, kw_only=True):
    """A title, a heading or a line as segments; `section` and `line` say which, as in a Place."""

    section: int
    line: int
    segments: tuple[Segment, ...]


def cut_segments(text: str, findings: Iterable[Finding]) -> tuple[Segment, ...]:
    """A line cut where findings start and end. Nothing is lost; a piece inside of two findings names both."""
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
