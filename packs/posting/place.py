"""Where words stand in a posting, and a line cut where they start and end."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import msgspec

TITLE_SECTION = -1  # the section of a place in the title
HEADING = -1  # the line of a place in a section's heading


class TextPlace(msgspec.Struct, frozen=True, order=True):
    """Where words stand: section and line by index from 0 (or TITLE_SECTION, HEADING), and `text[start:end]` in it."""

    section: int
    line: int
    start: int
    end: int


type TextSpans = tuple[tuple[int, int], ...]  # from, to before
type Mark = tuple[int, int, str]  # from, to before, and the name of the place
type Piece[T] = tuple[int, int, list[T]]


def cut_pieces[T](length: int, spans: Iterable[tuple[int, int, T]], cuts: Iterable[int] = ()) -> Iterator[Piece[T]]:
    """A line of so many characters as (start, end, what covers it), cut where spans start and end and at `cuts`.

    It goes over the spans once: what costs is how many cover the same words, not how many a long line has.
    """
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    edges = {0, length, *cuts, *(edge for start, end, _ in waiting for edge in (start, end))}
    open_here: list[tuple[int, int, T]] = []
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= length)):
        while waiting and waiting[-1][0] <= start:
            open_here.append(waiting.pop())
        open_here = [span for span in open_here if span[1] > start]
        yield start, end, [what for _, _, what in open_here]


def make_finder(expression: re.Pattern[str]) -> Callable[[str], TextSpans]:
    """A function that gives where an expression stands in a text. Make it once: `Passage.find_once` knows it again."""

    def find_spans(text: str) -> TextSpans:
        return tuple(match.span() for match in expression.finditer(text))

    return find_spans
