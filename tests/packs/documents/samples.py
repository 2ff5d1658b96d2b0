"""Documents to write: what people type at its worst, and what the words of a file are."""

import re
from html.parser import HTMLParser

from hypothesis import strategies as st

from packs.documents.inline import Emphasis, InlineLink, Line, Strong, line_text
from packs.documents.model import (
    AnswerSpace,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    Score,
    ScoreScale,
    SmallPrint,
    Steps,
    Table,
    list_lines,
)
from roles.kit.blanks import Blank

HOSTILE = [
    "<script>alert(1)</script>", "</style>", "<!-- x", "]]>", "<![CDATA[", "&amp;", "&copy", "&#60;", "R&D",
    "a < b > c", "**x**", "*x", "__x__", "_x_", "a_b_c", "`x`", "~~x~~", "~", "[a](b)", "[a]: b", "![a](b)",
    "[^1]", "[x] y", "<http://a.b>", "https://a.example/?a=1&b=2_3", "{{ x }}", "{% x %}", "${x}",
    "#let x = 1", "#panic()", "$x$", "@x", "=1+1", "= x", "== x", "1. x", "1) x", "10000000000. x", "- x",
    "-", "---", "- - -", "+ x", "# x", "## x ##", "x #", "#", "> x", "===", "| x | y |", "|", "\\", "\\\\",
    "\\|", "x\\", "\\u0041", "!", "!x", "::: x", "\t", "a\tb", "a\nb", "\x00", "\x0b", "\x1f", "\x7f",
    "\x85", "\ud800", "\ufffe", "\uffff", "\ufeff", "\u2028", "\u202e", "\u200b", "\u200d", "\u00ad",
    "\u00a0", "\u00a0x\u00a0", "😀", "👩‍💻", "🇫🇷", "שלום עולם", "مرحبا", "日本語", "e\u0301", "ﬁ", "x" * 300,
    "''", '"x"', "--", "...", "'x'", "C#", "C++",
]  # fmt: skip
texts = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=12), st.text("ab *_[]()<>#-!\\|`~&;1.", max_size=12))
pieces = st.lists(texts, max_size=3).map(" ".join)
addresses = st.sampled_from(["https://a.example/(x)?q=<&>", "mailto:a@b.example", "javascript:x"])
inlines = st.one_of(
    pieces,
    st.builds(Strong, texts),
    st.builds(Emphasis, texts),
    st.builds(Blank, texts),
    st.builds(InlineLink, texts, st.one_of(texts, addresses)),
)
some_lines: st.SearchStrategy[Line] = st.lists(inlines, max_size=4).map(tuple)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width = draw(st.integers(1, 3))
    columns = draw(st.lists(st.builds(Column, some_lines, st.sampled_from(ColumnKind)), min_size=width, max_size=width))
    rows = st.lists(some_lines, max_size=width).map(tuple)
    return Table(tuple(columns), tuple(draw(st.lists(rows, max_size=3))))


blocks = st.one_of(
    st.builds(Heading, some_lines, st.integers(2, 7)),
    st.builds(Paragraph, some_lines),
    st.builds(Note, some_lines),
    st.builds(Bullets, st.lists(some_lines, max_size=3).map(tuple)),
    st.builds(Steps, st.lists(some_lines, max_size=3).map(tuple)),
    st.builds(Facts, st.lists(st.builds(Fact, pieces, some_lines), max_size=3).map(tuple)),
    tables(),
    st.builds(AnswerSpace, pieces, st.integers(0, 3)),
    st.builds(ScoreScale, pieces, st.lists(st.builds(Score, pieces, pieces), max_size=3).map(tuple)),
    st.builds(PageBreak),
    st.builds(SmallPrint),
)
documents = st.builds(
    Document,
    title=pieces,
    blocks=st.lists(blocks, max_size=5).map(tuple),
    language=st.sampled_from(["en", "en-US", "he", "ar"]),
    company=pieces,
)


def show_colons(document: Document) -> Document:
    """The document as formats without columns for names and values say it: "Location: London"."""
    blocks = tuple(
        Facts(tuple(Fact(fact.label, fact.value) for fact in block.facts)) if isinstance(block, Facts) else block
        for block in document.blocks
    )
    return Document(title=document.title, blocks=blocks)


class _Words(HTMLParser):
    """The text that a browser would show, with a gap at the edge of every block."""

    INLINE = frozenset({"strong", "em", "mark", "a"})

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.hidden = False
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        self.hidden = tag in ("head", "style", "title") or (self.hidden and tag != "body")
        self.text += "" if tag in self.INLINE else " "

    def handle_endtag(self, tag: str) -> None:
        self.text += "" if tag in self.INLINE else " "

    def handle_data(self, data: str) -> None:
        self.text += "" if self.hidden else data


def html_tags(html: str) -> list[tuple[str, list[tuple[str, str | None]]]]:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.tags


def html_text(html: str) -> str:
    parser = _Words()
    parser.feed(html)
    parser.close()
    return parser.text


def plain_words(document: Document) -> list[str]:
    """The words that every format of the document says, in order."""
    return " ".join(line_text(line) for line in list_lines(document)).split()


def said(text: str) -> list[str]:
    """The words of a text, without the boxes to tick."""
    return re.sub("☐", " ", text).split()
