"""Markdown and HTML as blocks. Only text comes out: elements pass by one by one, and nothing is built of them."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from lxml import etree
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from packs.reading.blocks import BlockRole, TextBlock, refuse_many
from packs.reading.plain import read_plain

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BREAKS = {"p", "div", "section", "article", "tr", "table", "blockquote", "header", "ul", "ol", "br", "hr", "td", "th"}
_STRONG = {"strong", "b"}
_UNSEEN = {"script", "style", "head", "title", "template"}
_markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 20})
# Each level that brackets may be nested in is another search for their ends; few are nested at all.
_inline = MarkdownIt("commonmark", {"html": False, "maxNesting": 4})
# One address in a footnote, written out at each of its links, would make hundreds of megabytes of a small text.
for _rule in ("link_open", "link_close"):
    _markdown.add_render_rule(_rule, lambda *_: "")
_markdown.add_render_rule("image", lambda _, tokens, index, *__: escape(tokens[index].content))


def _read_inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            _inline.inline.parse(token.content, _inline, state.env, token.children)


_markdown.core.ruler.at("inline", _read_inline)


def read_html(html: str) -> Iterable[TextBlock]:
    """The blocks of an HTML fragment or page; scripts, styles and comments are gone. Raises TooLargeError."""
    parser = etree.HTMLParser(target=_Blocks(), encoding="utf-8", huge_tree=False)
    # A body of its own keeps the parser from making one up, and from calling a text without elements empty.
    blocks: list[TextBlock] = etree.fromstring(b"<body>" + html.encode(errors="replace"), parser)
    return blocks


def read_markdown(text: str) -> Iterable[TextBlock]:
    """The blocks of a Markdown text. Raises TooLargeError."""
    return read_html(_markdown.render(text))


class _Blocks:
    """Gathers the text of block elements as the parser tells of each start, end and text, which it does in pairs.

    A paragraph that is strong from end to end is a strong one.
    """

    def __init__(self) -> None:
        self.blocks: list[TextBlock] = []
        self.text: list[str] = []
        self.weak = False  # whether any of the text stands outside of strong
        self.strong = 0
        self.items = 0
        self.unseen = 0
        self.role = BlockRole.PARAGRAPH

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element starts."""
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag in _STRONG:
            self.strong += 1
        elif tag in _HEADINGS:
            self.flush_block()
            self.role = BlockRole.TITLE if tag == "h1" and not self.blocks else BlockRole.HEADING
        elif tag == "li":
            self.flush_block()
            self.items += 1
        elif tag in _BREAKS:
            self.flush_block()

    def end(self, tag: str) -> None:
        """An element ends."""
        if tag in _UNSEEN:
            self.unseen -= 1
        elif tag in _STRONG:
            self.strong -= 1
        elif tag in _HEADINGS:
            self.flush_block()
            self.role = BlockRole.PARAGRAPH
        elif tag == "li":
            self.flush_block()
            self.items -= 1
        elif tag in _BREAKS:
            self.flush_block()

    def data(self, data: str) -> None:
        """A piece of text."""
        if not self.unseen:
            self.text.append(data)
            self.weak = self.weak or (bool(data.strip(" :\n\t")) and not self.strong)

    def close(self) -> list[TextBlock]:
        """The blocks, at the end of the text."""
        self.flush_block()
        return self.blocks

    def flush_block(self) -> None:
        """End the block that is being read."""
        text = "".join(self.text).strip()
        if text:
            self.blocks.extend(self._make_block(text))
            refuse_many(len(self.blocks))
        self.text, self.weak = [], False

    def _make_block(self, text: str) -> Iterator[TextBlock]:
        if self.role is not BlockRole.PARAGRAPH:
            yield TextBlock(text, self.role)
        elif self.items:
            yield TextBlock(text, BlockRole.BULLET)
        elif not self.weak:
            yield TextBlock(text, BlockRole.STRONG)
        else:  # some editors write bullets as text
            yield from read_plain(" ".join(text.split()))
