"""The text of a Word document as its elements pass by: what is there for a reader, in order, each piece once.

Text boxes, content controls, fields, links and insertions that were tracked are text like any other, and the address
of a link follows its words. What was deleted, moved away or hidden is not, nor is the second form of a drawing, the
code of a field or a cell that another one covers.
"""

import re
from collections.abc import Mapping

import msgspec
from django.utils.translation import gettext as _

from packs.limits import LONGEST_TEXT
from packs.reading.blocks import BlockRole, TextBlock, refuse_many
from packs.reading.errors import TooLargeError
from packs.reading.formats.archive import MOST_ELEMENTS, holds_too_much
from packs.reading.formats.word_styles import Styles, is_on, outline_role, value_of
from web.bullets import without_bullet

_SPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_UNSEEN = {"w:del", "w:moveFrom", "w:instrText", "w:pPrChange", "w:rPrChange", "w:sdtPr", "w:rt", "w:sectPr"}
_SIGNS = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-"}
_LINK_CODE = re.compile(r"HYPERLINK\s{1,9}\"([^\"]{1,999})\"", re.IGNORECASE)
_LONGEST_CODE, _LONGEST_ADDRESS = 1_000, 200
_BULLET = "\u2022 "
# Where Word puts the signs of fonts such as Symbol and Wingdings, most of which are bullets.
_SYMBOL_FONTS = dict.fromkeys(range(0xF000, 0xF100), _BULLET)


class _Paragraph(msgspec.Struct):
    """A paragraph that is being read: its pieces, each bold or not, and what it is."""

    pieces: list[tuple[str, bool]] = []
    style: str = ""
    outline: str = ""
    number: str = ""  # of its list; 0 takes it out of that of its style


class _Run(msgspec.Struct):
    """How the words of a run are set."""

    bold: bool | None = None
    style: str = ""
    hidden: bool = False


class WordText:
    """A target for an XML parser that makes blocks of a Word document. Raises TooLargeError beyond the size of a job
    description.
    """

    def __init__(self, styles: Styles, addresses: Mapping[str, str]) -> None:
        self.styles = styles
        self.addresses = addresses  # of links, by the id of each
        self.links: list[str] = []  # the addresses of the links and fields around
        self.code = ""  # of the field that has begun
        self.blocks: list[TextBlock] = []
        self.later: list[TextBlock] = []  # of text boxes, until the paragraph that they hang on has ended
        self.path: list[str] = []
        self.unseen = 0  # how many elements up the path hide what is in them
        self.cells: list[bool] = []  # of the tables around, whether the cell is covered by one above or before it
        self.choices: list[bool] = []  # of the alternatives around, whether one was taken
        self.paragraphs: list[_Paragraph] = []
        self.runs: list[_Run] = []
        self.elements = self.characters = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle an element's start, called by the parser. Raises TooLargeError where there are too many elements."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise holds_too_much()
        name = _short_name(tag)
        self.path.append(name)
        if self.unseen or self._is_hidden(name):
            self.unseen += 1
        else:
            self._enter_element(name, attributes)

    def end(self, tag: str) -> None:
        """Handle an element's end, called by the parser; a paragraph becomes a block."""
        name = self.path.pop()
        if self.unseen:
            self.unseen -= 1
        elif name == "w:p" and self.paragraphs:
            self._finish_paragraph(self.paragraphs.pop())
        elif name == "w:r" and self.runs:
            self.runs.pop()
        elif name in ("w:hyperlink", "w:fldSimple"):
            self._end_link()
        elif name == "w:tc":
            self.cells.pop()
        elif name == "mc:AlternateContent":
            self.choices.pop()

    def data(self, text: str) -> None:
        """Handle a piece of text, called by the parser; text outside of a run is dropped."""
        if not self.unseen and self.path and self.path[-1] == "w:t":
            self._add_text(text.translate(_SYMBOL_FONTS))
        elif self.unseen == 1 and self.path[-1] == "w:instrText" and len(self.code) < _LONGEST_CODE:
            self.code += text

    def close(self) -> list[TextBlock]:
        """The blocks of the whole document, called by the parser at its end."""
        return self.blocks

    def _is_hidden(self, name: str) -> bool:
        """Whether nothing in an element is to be read: of alternatives, the first is."""
        if name in ("mc:Choice", "mc:Fallback") and self.choices:
            taken, self.choices[-1] = self.choices[-1], True
            return taken
        return name in _UNSEEN

    def _enter_element(self, name: str, attributes: Mapping[str, str]) -> None:
        match name:
            case "w:p":
                self.paragraphs.append(_Paragraph())
            case "w:r":
                self.runs.append(_Run())
            case "w:tc":
                self.cells.append(False)
            case "mc:AlternateContent":
                self.choices.append(False)
            case "w:hyperlink" | "w:fldSimple" | "w:fldChar":
                self._enter_link(name, {key.rpartition("}")[2]: value for key, value in attributes.items()})
            case "w:sym":
                self._add_text(_BULLET)
            case "w:vMerge" | "w:hMerge" if self.cells and value_of(attributes.items()) != "restart":
                self.cells[-1] = True
            case _ if name in _SIGNS and self.path[-2:-1] == ["w:r"]:  # a tab is a place on the ruler elsewhere
                self._add_text(_SIGNS[name])
            case _:
                self._note_property(name, attributes)

    def _enter_link(self, name: str, values: Mapping[str, str]) -> None:
        """Note a link, or a step of a field: it begins with its code, shows its words after that, and ends."""
        match name, values.get("fldCharType", ""):
            case "w:hyperlink", _:
                self.links.append(self.addresses.get(values.get("id", ""), ""))
            case "w:fldSimple", _:
                self.links.append(_read_address(values.get("instr", "")))
            case _, "begin":
                self.links.append("")
                self.code = ""
            case _, "separate" if self.links:
                self.links[-1] = _read_address(self.code)
            case _, "end":
                self._end_link()

    def _end_link(self) -> None:
        """Write the address of a link after its words, where they don't say it."""
        address = self.links.pop().removeprefix("mailto:") if self.links else ""
        said = "".join(text for text, _ in self.paragraphs[-1].pieces) if self.paragraphs else ""
        is_written = address.startswith(("http://", "https://")) or "@" in address
        if is_written and len(address) <= _LONGEST_ADDRESS and _bare(address) not in said:
            self._add_text(f" ({address})")

    def _note_property(self, name: str, attributes: Mapping[str, str]) -> None:
        """Note a property of the paragraph, by its own properties, or of the run."""
        around = self.path[-2:-1]
        if self.paragraphs and around in (["w:pPr"], ["w:numPr"]):
            field = {"w:pStyle": "style", "w:outlineLvl": "outline", "w:numId": "number"}.get(name)
            if field:
                setattr(self.paragraphs[-1], field, value_of(attributes.items()))
        elif self.runs and around == ["w:rPr"] and "w:r" in self.path[-3:-2]:
            match name:
                case "w:b":
                    self.runs[-1].bold = is_on(attributes.items())
                case "w:rStyle":
                    self.runs[-1].style = value_of(attributes.items())
                case "w:vanish":
                    self.runs[-1].hidden = is_on(attributes.items())

    def _add_text(self, text: str) -> None:
        run = self.runs[-1] if self.runs else _Run()
        if not self.paragraphs or run.hidden or any(self.cells):
            return
        self.characters += len(text)
        if self.characters > LONGEST_TEXT:
            raise TooLargeError(_("This text is longer than 100,000 characters. Check one job description at a time."))
        paragraph = self.paragraphs[-1]
        bold = self.styles.is_strong(run.style) if run.bold is None and run.style else run.bold
        paragraph.pieces.append((text, self.styles.is_strong(paragraph.style) if bold is None else bold))

    def _finish_paragraph(self, paragraph: _Paragraph) -> None:
        """The blocks of a paragraph, one for each of its lines; those of its text boxes follow."""
        blocks = [self._make_block(line, self._choose_role(paragraph)) for line in _split_lines(paragraph.pieces)]
        if self.paragraphs:  # it stands in a text box of another one
            self.later += blocks
        else:
            self.blocks += [*blocks, *self.later]
            self.later = []
        refuse_many(len(self.blocks) + len(self.later))

    def _choose_role(self, paragraph: _Paragraph) -> BlockRole:
        styled = self.styles.find_role(paragraph.style)
        if outlined := outline_role(paragraph.outline):
            return styled if styled is BlockRole.TITLE else outlined
        if styled in (BlockRole.TITLE, BlockRole.HEADING):
            return styled
        listed = paragraph.number != "0" if paragraph.number else styled is BlockRole.BULLET
        return BlockRole.BULLET if listed else BlockRole.PARAGRAPH

    def _make_block(self, line: list[tuple[str, bool]], role: BlockRole) -> TextBlock:
        text = "".join(piece for piece, _ in line)
        if role is BlockRole.PARAGRAPH and (unmarked := without_bullet(text)) is not None:
            return TextBlock(unmarked, BlockRole.BULLET)
        is_strong = role is BlockRole.PARAGRAPH and all(bold for piece, bold in line if piece.strip())
        return TextBlock(text, BlockRole.STRONG if is_strong else role)


def _read_address(code: str) -> str:
    """The address that the code of a field leads to; empty for any other field."""
    match = _LINK_CODE.match(code.lstrip())
    return match[1] if match else ""


def _bare(address: str) -> str:
    return address.partition("://")[2].rstrip("/") or address


def _split_lines(pieces: list[tuple[str, bool]]) -> list[list[tuple[str, bool]]]:
    """The pieces by line, without lines that say nothing."""
    lines: list[list[tuple[str, bool]]] = [[]]
    for text, bold in pieces:
        first, *more = text.split("\n")
        lines[-1].append((first, bold))
        lines += [[(part, bold)] for part in more]
    return [line for line in lines if any(text.strip() for text, _ in line)]


def _short_name(tag: str) -> str:
    """The name of an element with the usual prefix of its namespace; of no use to us, without one."""
    space, _, name = tag.rpartition("}")
    prefix = _SPACES.get(space.removeprefix("{"))
    return f"{prefix}:{name}" if prefix else name
