import pytest

from packs.documents import markdown_writer
from packs.documents.inline import Emphasis, Inline, InlineLink, Strong
from packs.documents.model import (
    Block,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    Note,
    Paragraph,
    Steps,
    Table,
)
from roles.kit.blanks import split_blanks


def written(*blocks: Block) -> str:
    return markdown_writer.write_markdown(Document(title="", blocks=blocks)).rstrip("\n")


@pytest.mark.parametrize(
    "text",
    [
        "developer-facing R&D (APIs, SDKs)",
        "C#, C++ and F#",
        "$160,000-$280,000",
        "2.5 years",
        "Why us?",
        "-5",
    ],
)
def test_plain_sentences_stay_readable(text):
    assert written(Paragraph((text,))) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("**x**", r"\*\*x\*\*"),
        ("<script>", r"\<script\>"),
        ("[a](b)", r"\[a\](b)"),
        ("1. x", r"1\. x"),
        ("- x", r"\- x"),
        ("# x", r"\# x"),
        ("---", r"\---"),
        ("&amp;", r"\&amp;"),
        ("_x_", r"\_x\_"),
    ],
)
def test_markup_is_escaped(text, markdown):
    assert written(Paragraph((text,))) == markdown


def test_a_blank_keeps_its_brackets():
    assert written(Paragraph(split_blanks("Join [team]"))) == r"Join \[team\]"


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        ((Strong("a"), " ", Emphasis("b")), "**a** *b*"),
        ((" x", Strong(" a "), "y"), "x **a** y"),
        (("1", Strong("(a)")), "1(a)"),
        ((Strong("a"), Emphasis("b")), "ab"),
        (("See!", InlineLink("us", "https://a.example/(x)")), r"See\![us](<https://a.example/(x)>)"),
    ],
)
def test_marks_are_set_only_where_they_are_read_as_marks(line: tuple[Inline, ...], markdown: str):
    assert written(Paragraph(line)) == markdown


def test_blocks_look_as_people_write_them():
    assert written(
        Heading(("Pay",)),
        Facts((Fact("Base", ("$1",)),)),
        Bullets((("a",), ("b",))),
        Steps((("c",), ("d",))),
        Note(("Mind",)),
        Table((Column(("Level",)), Column(("Pay",), ColumnKind.FIGURE)), ((("Mid|Senior",), ("$1",)),)),
    ) == (
        "## Pay\n\n- **Base:** $1\n\n- a\n- b\n\n1. c\n2. d\n\n> Mind\n\n"
        "| Level | Pay |\n| --- | ---: |\n| Mid\\|Senior | $1 |"
    )


def test_an_address_is_a_link_wherever_the_source_is_rendered():
    assert written(Paragraph(("https://a.example/a_b?c=1&d=2",))) == "<https://a.example/a_b?c=1&d=2>"
