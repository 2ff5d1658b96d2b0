"""Blocks: what every reader makes of its format, before headings become sections."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import groupby

import msgspec
from django.utils.translation import gettext as _

from packs.documents.inline import clean_text
from packs.limits import MOST_LINES
from packs.posting.value import Kind, Posting, PostingLine, PostingSection
from packs.reading.errors import TooLargeError
from packs.reading.headings import is_heading, kind_of

LONGEST_TITLE = 100
_SPACES = re.compile(r"\s+")


class BlockRole(StrEnum):
    """What a block is in its document. A strong paragraph may be a heading."""

    TITLE = "title"
    HEADING = "heading"
    STRONG = "strong"
    BULLET = "bullet"
    PARAGRAPH = "paragraph"


class TextBlock(msgspec.Struct, frozen=True):
    """A line of text and what it is."""

    text: str
    role: BlockRole = BlockRole.PARAGRAPH


def refuse_many(blocks: int) -> None:
    """Raise TooLargeError where there are more lines than a job description holds, its title apart.

    A reader asks as it goes, so that it stops there, whatever is still to come.
    """
    if blocks > MOST_LINES + 1:
        raise TooLargeError(_("This text has more than 500 lines. Check one job description at a time."))


def tidy_text(text: str) -> str:
    """One line of clean text with single spaces."""
    return _SPACES.sub(" ", clean_text(text)).strip()


def assemble_posting(blocks: Iterable[TextBlock]) -> Posting:
    """Blocks as a posting: its title, and a section for each heading. What comes before a heading is about the job."""
    title, rest = _find_title([*_tidy_blocks(blocks)])
    refuse_many(len(rest) + 1)
    sections = [section for section in _list_sections(rest) if section.lines or section.heading]
    return Posting(title=title, sections=tuple(sections))


def _tidy_blocks(blocks: Iterable[TextBlock]) -> Iterator[TextBlock]:
    """The blocks that say something, clean."""
    tidied = (TextBlock(tidy_text(block.text), block.role) for block in blocks)
    for number, block in enumerate((block for block in tidied if block.text), 1):
        refuse_many(number)
        yield block


def _find_title(blocks: list[TextBlock]) -> tuple[str, list[TextBlock]]:
    """The title, where the text has one, and the blocks after it."""
    if not blocks:
        return "", []
    first = blocks[0]
    is_titled = first.role in (BlockRole.TITLE, BlockRole.HEADING, BlockRole.STRONG) and kind_of(first.text) is None
    plain = (
        first.role is BlockRole.PARAGRAPH
        and len(first.text) <= LONGEST_TITLE
        and not first.text.endswith((".", ":", "!"))
    )
    if is_titled or (plain and kind_of(first.text) is None and len(blocks) > 1):
        return first.text[:LONGEST_TITLE], blocks[1:]
    return "", blocks


def _list_sections(blocks: list[TextBlock]) -> Iterator[PostingSection]:
    kind, heading, lines = Kind.ABOUT, "", list[PostingLine]()
    for is_break, group in groupby(blocks, key=_opens_section):
        for block in group:
            if is_break:
                yield PostingSection(kind=kind, heading=heading, lines=tuple(lines))
                kind, heading, lines = kind_of(block.text) or Kind.OTHER, block.text.rstrip(": "), []
            else:
                lines.append(PostingLine(block.text, block.role is BlockRole.BULLET))
    yield PostingSection(kind=kind, heading=heading, lines=tuple(lines))


def _opens_section(block: TextBlock) -> bool:
    if block.role in (BlockRole.TITLE, BlockRole.HEADING):
        return True
    return block.role is not BlockRole.BULLET and is_heading(block.text, strong=block.role is BlockRole.STRONG)
