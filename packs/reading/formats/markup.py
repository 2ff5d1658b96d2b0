"""HTML as blocks. Only text comes out: elements pass by one by one, and nothing is built of them."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from packs.reading.blocks import BlockRole, TextBlock, refuse_many
from packs.reading.facts import read_label
from packs.reading.plain import read_plain

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS = {
    *("p", "div", "section", "article", "main", "aside", "footer", "header", "nav", "form", "figure", "blockquote"),
    *("ul", "ol", "dl", "dt", "dd", "table", "tr", "td", "th", "caption", "hr", "pre", "address", "button", "option"),
}
_CELLS = {"td", "th", "dt", "dd"}
_STRONG = {"strong", "b"}
_UNSEEN = {"script", "style", "head", "title", "template", "noscript"}
_LONGEST_LABEL = 40
_LONGEST_ADDRESS = 200


def read_html(html: str, *, keeps_lines: bool = False) -> Iterable[TextBlock]:
    """The blocks of HTML, without scripts, styles and comments. Raises TooLargeError. With `keeps_lines`, lines of the
    source stay lines of the text, unless they were only wrapped.
    """
    width = max((len(line.rstrip()) for line in html.splitlines()), default=0)
    parser = etree.HTMLParser(target=_Blocks(width if keeps_lines else None), encoding="utf-8", huge_tree=False)
    # A body of its own keeps the parser from making one up, and from calling a text without elements empty.
    blocks: list[TextBlock] = etree.fromstring(b"<body>" + html.encode(errors="replace"), parser)
    return blocks


class _Blocks:
    """Gathers the text of block elements as the parser tells of each start, end and text, which it does in pairs.

    A line that is strong from end to end is a strong one. `width` is that of the source, where its lines are kept.
    """

    def __init__(self, width: int | None) -> None:
        self.blocks: list[TextBlock] = []
        self.width = width
        self.lines: list[tuple[str, bool]] = []  # of the element that is open, and whether each is strong
        self.text: list[str] = []
        self.weak = False  # whether any of the line stands outside of strong
        self.strong = 0
        self.items = 0
        self.unseen = 0
        self.heading = ""
        self.addresses: list[str] = []
        self.label: int | None = None  # the block that is a cell and may be the label of the next one

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Handle an element's start, called by the parser. Raises TooLargeError where there are too many blocks."""
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _STRONG:
            self.strong += 1
        elif tag == "a":
            self.addresses.append(attributes.get("href", ""))
        elif tag == "br":
            self.end_line()
        elif tag in _HEADINGS or tag in _BREAKS or tag == "li":
            self.flush_block()
            self.heading = tag if tag in _HEADINGS else self.heading
            self.items += tag == "li"
            if tag in ("tr", "dt"):
                self.label = None

    def end(self, tag: str) -> None:
        """Handle an element's end, called by the parser. Raises TooLargeError where there are too many blocks."""
        if tag in _UNSEEN:
            self.unseen -= 1
        elif tag in _STRONG:
            self.strong -= 1
        elif tag == "a":
            self._end_link()
        elif tag in _HEADINGS or tag in _BREAKS or tag == "li":
            before = len(self.blocks)
            self.flush_block()
            self.heading = "" if tag in _HEADINGS else self.heading
            self.items -= tag == "li"
            if tag in _CELLS:
                self._end_cell(before)

    def data(self, data: str) -> None:
        """Handle a piece of text, called by the parser."""
        if self.unseen:
            return
        first, *more = data.split("\n") if self.width is not None and not self.items else [data]
        self._add_text(first)
        for line in more:
            self.end_line()
            self._add_text(line)

    def close(self) -> list[TextBlock]:
        """The blocks of the whole text, called by the parser at its end."""
        self.flush_block()
        return self.blocks

    def end_line(self) -> None:
        """Add the current line to those of the open block."""
        text = "".join(self.text)
        self.lines.append((text if self.width is not None else " ".join(text.split()), not self.weak))
        self.text, self.weak = [], False

    def flush_block(self) -> None:
        """Add the open block to `blocks`, unless it is empty. Raises TooLargeError where there are too many."""
        self.end_line()
        if any(text.strip() for text, _ in self.lines):
            self.blocks.extend(self._make_blocks())
            refuse_many(len(self.blocks))
        self.lines = []

    def _add_text(self, text: str) -> None:
        self.text.append(text)
        self.weak = self.weak or (bool(text.strip(" :\xa0\n\t")) and not self.strong)

    def _end_link(self) -> None:
        address = self.addresses.pop() if self.addresses else ""
        address = address.removeprefix("mailto:").strip()
        is_useful = "@" in address or address.startswith(("http://", "https://"))
        said = "".join(self.text)
        bare = address.removeprefix("https://").removeprefix("http://").rstrip("/")
        if is_useful and len(address) <= _LONGEST_ADDRESS and bare.partition("?")[0] not in said and not self.unseen:
            self.text.append(f" ({address})")

    def _end_cell(self, before: int) -> None:
        """Join a cell with the short one before it, which is its label."""
        if len(self.blocks) != before + 1 or self.blocks[before].role is BlockRole.BULLET:
            return
        block = self.blocks[before]
        if self.label == before - 1:
            label = self.blocks[self.label].text.rstrip(": ")
            self.blocks[self.label :] = [TextBlock(f"{label}: {block.text}", gap=self.blocks[self.label].gap)]
            self.label = None
        elif len(block.text) <= _LONGEST_LABEL and not read_label(block.text):
            self.label = before

    def _make_blocks(self) -> Iterator[TextBlock]:
        texts = [text for text, _ in self.lines if text.strip()]
        if self.items and not self.heading:
            yield TextBlock(" ".join(texts), BlockRole.BULLET, gap=False)
        elif self.heading and len(texts) == 1:
            level = int(self.heading[1])
            role = (
                BlockRole.TITLE
                if level == 1 and not any(b.role is BlockRole.TITLE for b in self.blocks[:20])
                else BlockRole.HEADING
            )
            yield TextBlock(texts[0], role, level)
        else:
            yield from self._make_paragraph()

    def _make_paragraph(self) -> Iterator[TextBlock]:
        gap = True
        for is_strong, group in groupby(self.lines, key=lambda line: line[1] and bool(line[0].strip())):
            texts = [text for text, _ in group]
            if is_strong:
                for text in texts:
                    yield TextBlock(text, BlockRole.STRONG, gap=gap)
                    gap = False
            else:  # some editors write bullets as text
                for number, block in enumerate(read_plain("\n".join(texts), self.width or 0)):
                    is_apart = bool(number) or not texts[0].strip()
                    yield TextBlock(block.text, block.role, gap=gap if not is_apart else block.gap)
                gap = not texts[-1].strip()
