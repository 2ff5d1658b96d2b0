"""A document without a format: blocks of lines, which the writers turn into text, HTML, DOCX, PDF and more.

A document cleans its own texts when it is made, so that every writer finds only characters that its format can
carry. Lines are tuples of inlines: `Paragraph(split_blanks("Join [team]"))`.
"""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

import msgspec

from packs.documents.inline import (
    Blank,
    Direction,
    Emphasis,
    Flagged,
    InlineLink,
    Line,
    Strong,
    clean_text,
    tidy_line,
)
from roles.kit.blanks import list_distinct
from roles.kit.choices import PaperSize

ACCENT = "#8a3b12"
COLORS = {
    "ink": "#1d1b18",
    "quiet": "#665f55",
    "hairline": "#d8d0c4",
    "accent": ACCENT,
    "tint": "#f7f3ec",
    "marker": "#ffe9a8",
}
_INLINES = (str, Blank, Strong, Emphasis, InlineLink, Flagged)
DOCUMENT_LANGUAGES = {"en": "en-US", "es": "es-US"}  # tags of BCP 47, by the language of a kit
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})


class DocumentPart(msgspec.Struct, frozen=True, tag=str.lower):
    """Base of a document's parts. Their texts are cleaned when they are made."""

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            value = getattr(self, name)
            cleaned = _clean_value(value)
            if cleaned is not value:
                msgspec.structs.force_setattr(self, name, cleaned)


class Heading(DocumentPart, frozen=True):
    """A heading, from level 2; level 1 is the document's title."""

    line: Line
    level: int = 2


class Paragraph(DocumentPart, frozen=True):
    """A paragraph of text with bold, italics, links and blanks."""

    line: Line


class Note(DocumentPart, frozen=True):
    """A paragraph that stands out, such as advice or a caveat."""

    line: Line


class Bullets(DocumentPart, frozen=True):
    """A list of points in no particular order."""

    items: tuple[Line, ...]


class Steps(DocumentPart, frozen=True):
    """A list whose points are numbered from 1."""

    items: tuple[Line, ...]


class Fact(DocumentPart, frozen=True):
    """A label and its value, such as Location and London."""

    name: str
    value: Line

    @property
    def label(self) -> str:
        """The label with a colon, for formats that show label and value side by side."""
        return f"{self.name}:" if self.name else ""


class Facts(DocumentPart, frozen=True):
    """A short list of names, each with a value."""

    facts: tuple[Fact, ...]


class ColumnKind(StrEnum):
    """Whether a column holds words, set from its start, or figures, set to its end."""

    TEXT = "text"
    FIGURE = "figure"


class Column(DocumentPart, frozen=True):
    """A column of a table: its heading, its kind, and its width in proportion to the others."""

    heading: Line
    kind: ColumnKind = ColumnKind.TEXT
    width: int = 1


class Table(DocumentPart, frozen=True):
    """A table with a header row. A short row is filled up with empty cells; a row that is too long
    raises ValueError.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        width = len(self.columns)
        if width == 0 or any(len(row) > width for row in self.rows):
            raise ValueError(f"expected rows of at most {width} cells and at least one column")
        full = tuple(row + ((),) * (width - len(row)) for row in self.rows)
        msgspec.structs.force_setattr(self, "rows", full)


class AnswerSpace(DocumentPart, frozen=True):
    """Empty lines to write on, under a label."""

    label: str
    lines: int = 4


class Score(DocumentPart, frozen=True):
    """A score to choose from, with its meaning in words."""

    mark: str
    meaning: str = ""


class ScoreScale(DocumentPart, frozen=True):
    """A row of boxes, one for each score, of which one is ticked by hand."""

    label: str
    scores: tuple[Score, ...]


class PageBreak(DocumentPart, frozen=True):
    """Starts a new page, in formats that have pages."""


class SmallPrint(DocumentPart, frozen=True):
    """Starts or ends small, close type, so that a sheet to fill in takes few pages. It has no words."""

    starts: bool = True


type Block = (
    Heading | Paragraph | Note | Bullets | Steps | Facts | Table | AnswerSpace | ScoreScale | PageBreak | SmallPrint
)


class Letterhead(DocumentPart, frozen=True, kw_only=True):
    """The letterhead of a document: a logo (PNG, b"" for none) and a name at its head, the color of rules and links,
    and lines at its foot.
    """

    name: str
    logo: bytes = b""
    accent: str = ACCENT
    lines: tuple[Line, ...] = ()


class Document(DocumentPart, frozen=True, kw_only=True):
    """A whole document; its company and letterhead aren't part of its words. Raises ValueError for a language that is
    no BCP 47 tag.

    Empty headings are dropped, and a heading is at most one level below the one before it.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    company: str = ""
    paper: PaperSize = PaperSize.A4
    letterhead: Letterhead | None = None

    def __post_init__(self) -> None:
        super().__post_init__()
        if not _LANGUAGE.fullmatch(self.language):
            raise ValueError(f"expected a language tag such as en-US, got {self.language!r}")
        msgspec.structs.force_setattr(self, "blocks", tuple(_outline_blocks(self.blocks)))

    @property
    def right_to_left(self) -> bool:
        """Whether the document's language is written from right to left."""
        return self.language.split("-")[0].lower() in _RIGHT_TO_LEFT

    @property
    def colors(self) -> dict[str, str]:
        """The document's colors by name: COLORS, with the letterhead's accent where there is one."""
        return COLORS | {"accent": self.letterhead.accent} if self.letterhead else COLORS

    @property
    def direction(self) -> Direction:
        """The direction in which the document's language is written."""
        return Direction.RIGHT_TO_LEFT if self.right_to_left else Direction.LEFT_TO_RIGHT


def put_letterhead(document: Document, letterhead: Letterhead | None) -> Document:
    """A copy of the document with this letterhead, or with none."""
    return msgspec.structs.replace(document, letterhead=letterhead)


def list_lines(document: Document) -> Iterator[Line]:
    """Every line of a document in reading order, with the title first."""
    yield (document.title,)
    for block in document.blocks:
        yield from block_lines(block)


def block_lines(block: Block) -> Iterator[Line]:
    """Every line of a block in reading order, those of a table row by row."""
    match block:
        case Heading() | Paragraph() | Note():
            yield block.line
        case Bullets() | Steps():
            yield from block.items
        case Facts():
            for fact in block.facts:
                yield from ((fact.name,), fact.value)
        case Table():
            yield from (column.heading for column in block.columns)
            for row in block.rows:
                yield from row
        case AnswerSpace():
            yield (block.label,)
        case ScoreScale():
            yield (block.label,)
            for score in block.scores:
                yield from ((score.mark,), (score.meaning,))


def blanks_left(document: Document) -> list[Blank]:
    """The blanks in a document, each once, in reading order."""
    return list_distinct(list_lines(document))


def bind_documents(documents: Iterable[Document]) -> tuple[Block, ...]:
    """The blocks of several documents as one: each starts on a new page under its own title, with headings one level
    down.
    """
    blocks: list[Block] = []
    for document in documents:
        if blocks:
            blocks.append(PageBreak())
        blocks.append(Heading((document.title,)))
        blocks.extend(
            Heading(block.line, block.level + 1) if isinstance(block, Heading) else block for block in document.blocks
        )
    return tuple(blocks)


def _outline_blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    level = 1
    for block in blocks:
        if not isinstance(block, Heading):
            yield block
        elif block.line:
            level = max(2, min(block.level, level + 1))
            yield Heading(block.line, level)


def _clean_value(value: Any) -> Any:
    """A text or a line cleaned; a tuple of lines, part by part; anything else as it is."""
    if isinstance(value, StrEnum):
        return value
    if isinstance(value, str):
        return clean_text(value).strip(" ")
    if not isinstance(value, tuple):
        return value
    if value and isinstance(value[0], _INLINES):  # a line; a tuple of lines holds no part itself
        return tidy_line(value)
    return tuple(_clean_value(item) for item in value)
