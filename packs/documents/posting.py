"""A posting as a document, and its lines with the words marked that someone should look at."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate, groupby

from packs.documents.inline import Flagged, Inline, Line, line_text, word_inline
from packs.documents.model import DOCUMENT_LANGUAGES, Block, Bullets, Document, Fact, Facts, Heading, Note, Paragraph
from packs.posting.facts import Mark, cut_pieces
from packs.posting.value import Posting, PostingLine
from roles.kit.blanks import Blank

type Marks = Mapping[tuple[int, int], Sequence[Mark]]  # of each line, by section and line


def build_document(posting: Posting) -> Document:
    """The posting as a document, in reading order. Blanks stay blanks."""
    blocks: list[Block] = []
    if posting.facts:
        blocks.append(Facts(tuple(Fact(fact.name, (fact.words,)) for fact in posting.facts)))
    for section in posting.sections:
        blocks.append(Heading((section.heading,)))
        lines = [(line.bullet, read_runs(line)) for line in section.lines]
        for bullet, group in groupby(lines, key=lambda line: line[0]):
            runs = tuple(line for __, line in group)
            blocks.extend([Bullets(runs)] if bullet else map(Paragraph, runs))
    if posting.credit:
        blocks.append(Note((posting.credit,)))
    return Document(
        title=posting.title,
        company=posting.company,
        language=DOCUMENT_LANGUAGES[posting.language],
        paper=posting.paper,
        blocks=tuple(blocks),
    )


def mark_line(runs: Line, marks: Sequence[Mark]) -> Line:
    """The line cut into pieces where runs and marks start and end; a mark covers a whole piece or none of it."""
    return tuple(_flag_runs(runs, marks)) if marks else runs


def read_runs(line: PostingLine) -> Line:
    """The line's runs, with blanks apart from text where the line knows them."""
    return line.runs or (line.text,)


def _flag_runs(runs: Line, marks: Sequence[Mark]) -> Iterator[Inline]:
    ends = [*accumulate((len(word_inline(run)) for run in runs), initial=0)]
    blanks = {
        start: (end, run) for start, end, run in zip(ends, ends[1:], runs, strict=False) if isinstance(run, Blank)
    }
    text, blank_ends = line_text(runs), 0
    for start, end, covering in cut_pieces(
        len(text), ((start, end, (start, name)) for start, end, name in marks), ends
    ):
        if start in blanks:
            blank_ends, blank = blanks[start]
            yield blank
        if start >= blank_ends:
            starting = [name for first, name in covering if first == start]
            yield Flagged(text[start:end], starting[0] if starting else "") if covering else text[start:end]
