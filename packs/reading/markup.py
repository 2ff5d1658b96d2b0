"""Markdown and HTML as blocks. Only text comes out; HTML is cleaned by an allow-list first."""

from collections.abc import Iterator
from html.parser import HTMLParser

import nh3
from markdown_it import MarkdownIt

from packs.reading.blocks import Block, Role
from packs.reading.plain import read as read_plain

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS = {"p", "div", "section", "article", "tr", "table", "blockquote", "header", "ul", "ol", "br", "hr", "td", "th"}
_STRONG = {"strong", "b"}
_TAGS = _HEADINGS | _BREAKS | _STRONG | {"li", "em", "i", "u", "a", "span"}
_markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})


def read_html(html: str) -> Iterator[Block]:
    """The blocks of an HTML fragment or page; scripts, styles and comments are gone."""
    parser = _Blocks()
    parser.feed(nh3.clean(html, tags=_TAGS, attributes={}, clean_content_tags={"script", "style", "head", "title"}))
    parser.close()
    parser.flush()
    yield from parser.blocks


def read_markdown(text: str) -> Iterator[Block]:
    """The blocks of a Markdown text."""
    yield from read_html(_markdown.render(text))


class _Blocks(HTMLParser):
    """Gathers the text of block elements. A paragraph that is strong from end to end is a strong one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.text: list[str] = []
        self.weak = False  # whether any of the text stands outside of strong
        self.strong = 0
        self.items = 0
        self.role = Role.PARAGRAPH

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _STRONG:
            self.strong += 1
        elif tag in _HEADINGS:
            self.flush()
            self.role = Role.TITLE if tag == "h1" and not self.blocks else Role.HEADING
        elif tag == "li":
            self.flush()
            self.items += 1
        elif tag in _BREAKS:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _STRONG:
            self.strong = max(0, self.strong - 1)
        elif tag in _HEADINGS:
            self.flush()
            self.role = Role.PARAGRAPH
        elif tag == "li":
            self.flush()
            self.items = max(0, self.items - 1)
        elif tag in _BREAKS:
            self.flush()

    def handle_data(self, data: str) -> None:
        self.text.append(data)
        self.weak = self.weak or (bool(data.strip(" :\n\t")) and not self.strong)

    def flush(self) -> None:
        """End the block that is being read."""
        text = "".join(self.text).strip()
        if text:
            self.blocks.extend(self._block(text))
        self.text, self.weak = [], False

    def _block(self, text: str) -> Iterator[Block]:
        if self.role is not Role.PARAGRAPH:
            yield Block(text, self.role)
        elif self.items:
            yield Block(text, Role.BULLET)
        elif not self.weak:
            yield Block(text, Role.STRONG)
        else:  # some editors write bullets as text
            yield from read_plain(" ".join(text.split()))
