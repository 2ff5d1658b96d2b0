"""Markdown as blocks: what it marks is read, and lines that it would join stay lines."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.formats.markup import read_html

_MARKS = re.compile(
    r"^#{1,6} (?!of\b|\d)\S|\*\*[^*\n]+\*\*|^__[^_\n]+__\s*$|\[[^\]\[\n]+\]\([^()\s]+\)|<https?://[^<>\s]+>|^={3,}\s*$"
    r"|^\|.*\|\s*\n\|[\s:|-]+\|\s*$",
    re.MULTILINE,
)
_NUMBER = re.compile(r"^(\s{0,12}\(?\d{1,9})([.)])(?=\s)", re.MULTILINE)
_FRONT = re.compile(r"\A\ufeff?\s*---[ \t]*\n((?:[A-Za-z_][\w -]{0,40}:.*\n|[ \t].*\n|- .*\n)+)---[ \t]*(?:\n|\Z)")
_FRONT_TITLE = re.compile(r"title:\s*(.+)", re.IGNORECASE)
# A text that says # of reports means the sign.
_TYPED_HASH = re.compile(r"^(#+)(?= (?:of\b|\d))", re.MULTILINE)


_MOST_SIGNS = 4_000  # brackets and stars; beyond it they are read as they stand, since each opens a search for its end


def _make_parser(*, html: bool, signs: bool) -> MarkdownIt:
    """A parser without what pasted text only seems to have: code by its indent."""
    markdown = MarkdownIt("commonmark", {"html": html, "maxNesting": 20}).disable("code").enable("table")
    # Each level that brackets may be nested in is another search for their ends; few are nested at all.
    inline = MarkdownIt("commonmark", {"html": html, "maxNesting": 4})
    if not signs:
        inline.disable(["link", "image", "emphasis"])

    def read_inline(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline":
                token.children = []
                inline.inline.parse(token.content, inline, state.env, token.children)

    markdown.core.ruler.at("inline", read_inline)
    # One long address in a footnote, written out at each of its links, would make hundreds of megabytes.
    markdown.add_render_rule("link_open", _open_link)
    markdown.add_render_rule("image", lambda _, tokens, index, *__: escape(tokens[index].content))
    return markdown


def _open_link(_: object, tokens: list, index: int, *__: object) -> str:
    address = str(tokens[index].attrs.get("href", ""))
    return f'<a href="{escape(address)}">' if len(address) <= 200 else "<a>"  # noqa: PLR2004


_parsers = {(html, signs): _make_parser(html=html, signs=signs) for html in (False, True) for signs in (False, True)}


def is_marked(text: str) -> bool:
    """Whether a pasted text has marks of Markdown."""
    return bool(_MARKS.search(text))


def read_markdown(text: str, *, html: bool = True) -> Iterable[TextBlock]:
    """The blocks of a Markdown text, with the HTML in it read too where `html` is set. A text of thousands of brackets
    and stars is read without its links and bold words. Raises TooLargeError.
    """
    text = _NUMBER.sub(r"\1\\\2", _TYPED_HASH.sub(r"\\\1", text))
    parser = _parsers[html, sum(map(text.count, "[*_")) <= _MOST_SIGNS]
    return read_html(parser.render(text), keeps_lines=True)


def split_front_matter(text: str) -> tuple[list[TextBlock], str]:
    """The blocks of the front matter, its title among them, and the text after it."""
    match = _FRONT.match(text)
    if not match:
        return [], text
    return [*_read_front_matter(match[1])], text[match.end() :]


def _read_front_matter(lines: str) -> Iterator[TextBlock]:
    for line in lines.splitlines():
        title = _FRONT_TITLE.match(line)
        if title:
            yield TextBlock(title[1].strip(" \"'"), BlockRole.TITLE, 1)
        elif line.strip():
            yield TextBlock(line.strip(" -"), gap=False)
