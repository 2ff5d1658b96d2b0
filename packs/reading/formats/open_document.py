"""OpenDocument texts (.odt) as blocks, element by element as those of Word files."""

from collections.abc import Mapping

import msgspec
from django.utils.translation import gettext as _

from packs.limits import LONGEST_TEXT
from packs.reading.blocks import BlockRole, TextBlock, refuse_many
from packs.reading.errors import TooLargeError
from packs.reading.formats.archive import MOST_ELEMENTS, holds_too_much, open_archive, parse_part
from web.bullets import without_bullet

_CONTENT = "content.xml"
_MOST_SPACES = 100
_LONGEST_ADDRESS = 200
# What no reader sees, or sees twice: what was deleted, comments, forms, numbers of notes, cells that are covered.
_UNSEEN = {"tracked-changes", "annotation", "forms", "note-citation", "covered-table-cell", "binary-data", "math"}
_SIGNS = {"tab": "\t", "line-break": "\n"}


class _Style(msgspec.Struct):
    """A style that the text defines: what it is based on, and whether it is bold or hidden where it says so."""

    parent: str = ""
    bold: bool | None = None
    hidden: bool = False


class _Paragraph(msgspec.Struct):
    """A paragraph that is being read: its pieces, each bold or not, and what it is."""

    style: str
    level: int = 0
    pieces: list[tuple[str, bool]] = []


def read_open_document(data: bytes) -> list[TextBlock]:
    """The blocks of an .odt file. Raises TooLargeError, or DamagedFileError for a damaged file or
    another kind of file.
    """
    damaged = _("We can’t read this OpenDocument file. Save it as .odt or .docx again, or paste its text.")
    with open_archive(data, damaged) as parts:
        return parse_part(parts, _CONTENT, _OpenDocumentText())


class _OpenDocumentText:
    """A target of an XML parser that makes blocks. Raises TooLargeError at more than a job description holds."""

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.later: list[TextBlock] = []  # of text boxes, until the paragraph that they hang on has ended
        self.styles: dict[str, _Style] = {}
        self.style = ""  # that is being defined
        self.path: list[str] = []
        self.unseen = 0
        self.items = 0
        self.paragraphs: list[_Paragraph] = []
        self.spans: list[str] = []
        self.addresses: list[str] = []
        self.elements = self.characters = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle an element's start, called by the parser. Raises TooLargeError where there are too many elements."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise holds_too_much()
        name = tag.rpartition("}")[2]
        self.path.append(name)
        if self.unseen or name in _UNSEEN:
            self.unseen += 1
            return
        self._enter_element(name, {key.rpartition("}")[2]: value for key, value in attributes.items()})

    def end(self, tag: str) -> None:
        """Handle an element's end, called by the parser."""
        name = self.path.pop()
        if self.unseen:
            self.unseen -= 1
        elif name in ("p", "h") and self.paragraphs:
            self._finish_paragraph(self.paragraphs.pop())
        elif name == "list-item":
            self.items -= 1
        elif name == "span" and self.spans:
            self.spans.pop()
        elif name == "a" and self.addresses:
            self._add_address(self.addresses.pop())

    def data(self, text: str) -> None:
        """Handle a piece of text, called by the parser; text outside of paragraphs is dropped."""
        if not self.unseen and self.paragraphs:
            self._add_text(" ".join(text.split("\n")))

    def close(self) -> list[TextBlock]:
        """The blocks of the whole document, called by the parser at its end."""
        return self.blocks

    def _enter_element(self, name: str, own: Mapping[str, str]) -> None:
        match name:
            case "style":
                self.style = own.get("name", "")
                self.styles[self.style] = _Style(parent=own.get("parent-style-name", ""))
            case "text-properties" if self.style in self.styles and self.path[-2:-1] == ["style"]:
                self._read_properties(self.styles[self.style], own)
            case "p" | "h":
                level = own.get("outline-level", "1") if name == "h" else "0"
                self.paragraphs.append(_Paragraph(own.get("style-name", ""), int(level) if level.isdecimal() else 1))
            case "list-item":
                self.items += 1
            case "span":
                self.spans.append(own.get("style-name", ""))
            case "a":
                self.addresses.append(own.get("href", ""))
            case "s":
                count = own.get("c", "1")
                self._add_text(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES))
            case _ if name in _SIGNS:
                self._add_text(_SIGNS[name])

    def _read_properties(self, style: _Style, own: Mapping[str, str]) -> None:
        weight = own.get("font-weight")
        style.bold = None if weight is None else weight in ("bold", "600", "700", "800", "900")
        style.hidden = own.get("display") == "none"

    def _add_text(self, text: str) -> None:
        if not self.paragraphs or any(self.styles[span].hidden for span in self.spans if span in self.styles):
            return
        self.characters += len(text)
        if self.characters > LONGEST_TEXT:
            raise TooLargeError(_("This text is longer than 100,000 characters. Check one job description at a time."))
        paragraph = self.paragraphs[-1]
        named = [*self.spans[-1:], paragraph.style]
        bold = next(
            (style.bold for name in named if (style := self.styles.get(name)) and style.bold is not None), False
        )
        paragraph.pieces.append((text, bold))

    def _add_address(self, address: str) -> None:
        address = address.removeprefix("mailto:")
        is_useful = "@" in address or address.startswith(("http://", "https://"))
        said = "".join(text for text, _ in self.paragraphs[-1].pieces) if self.paragraphs else ""
        if is_useful and len(address) <= _LONGEST_ADDRESS and address.rpartition("://")[2].rstrip("/") not in said:
            self._add_text(f" ({address})")

    def _finish_paragraph(self, paragraph: _Paragraph) -> None:
        blocks = [self._make_block(line, paragraph) for line in _split_lines(paragraph.pieces)]
        if self.paragraphs:
            self.later += blocks
        else:
            self.blocks += [*blocks, *self.later]
            self.later = []
        refuse_many(len(self.blocks) + len(self.later))

    def _make_block(self, line: list[tuple[str, bool]], paragraph: _Paragraph) -> TextBlock:
        text = "".join(piece for piece, _ in line)
        style = self.styles.get(paragraph.style)
        name = (style.parent if style and style.parent else paragraph.style).lower()
        if name == "title":
            return TextBlock(text, BlockRole.TITLE, 1)
        if paragraph.level:
            return TextBlock(text, BlockRole.HEADING, paragraph.level)
        if self.items or name.startswith("list"):
            return TextBlock(without_bullet(text) or text, BlockRole.BULLET)
        if (unmarked := without_bullet(text)) is not None:
            return TextBlock(unmarked, BlockRole.BULLET)
        is_strong = all(bold for piece, bold in line if piece.strip())
        return TextBlock(text, BlockRole.STRONG if is_strong else BlockRole.PARAGRAPH)


def _split_lines(pieces: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    """The pieces by line, without lines that say nothing."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in pieces:
        first, *more = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(part, bold)] for part in more]
    return [line for line in lines if any(text.strip() for text, _ in line)]
