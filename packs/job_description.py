"""A job description in the making, and the document that it becomes."""

from collections.abc import Iterator
from itertools import groupby

import msgspec

from packs.documents.model import Block, Bullets, Document, Heading, Paragraph
from roles.blanks import Runs, fill_blanks
from roles.choices import Section

PROSE = frozenset({Section.ABOUT, Section.COMPENSATION})  # read as paragraphs, the others as bullets


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A line that stays, in its section. Its [blanks] are still in it."""

    section: Section
    text: str


class JobDescription(msgspec.Struct, frozen=True, kw_only=True):
    """A title, the lines that stay, and what is typed into the blanks, by the blank's name."""

    title: str
    lines: list[Line]
    values: dict[str, str] = {}

    def document(self) -> Document:
        """The job description as a document, its blanks filled where a value is given."""
        company = next((value for name, value in self.values.items() if name.casefold() == "company name"), "")
        return Document(title=self.title, company=company, blocks=tuple(self._blocks()))

    def _blocks(self) -> Iterator[Block]:
        order = [*Section]
        lines = sorted(self.lines, key=lambda line: order.index(line.section))
        for section, group in groupby(lines, key=lambda line: line.section):
            yield Heading((section.label,))
            filled = [self._filled(line) for line in group]
            if section in PROSE:
                yield from (Paragraph(runs) for runs in filled)
            else:
                yield Bullets(tuple(filled))

    def _filled(self, line: Line) -> Runs:
        return fill_blanks(line.text, self.values)
