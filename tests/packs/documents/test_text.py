from packs.documents import text_writer
from packs.documents.inline import InlineLink
from packs.documents.model import (
    AnswerSpace,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Paragraph,
    Score,
    ScoreScale,
    Table,
)
from roles.kit.blanks import split_blanks


def test_it_reads_as_a_letter_would():
    document = Document(
        title="Technical PM",
        blocks=(
            Facts((Fact("Location", ("London",)),)),
            Bullets((split_blanks("Own [area]"), ("Ship",))),
            Table((Column(("Level",)), Column(("Pay",), ColumnKind.FIGURE)), ((("Mid",), ("$160K",)),)),
            ScoreScale("Score", (Score("1", "Weak"), Score("3"))),
            AnswerSpace("Evidence", 1),
        ),
    )
    assert text_writer.write_text(document) == (
        "Technical PM\n\nLocation: London\n\n- Own [area]\n- Ship\n\nLevel    Pay\nMid    $160K\n\n"
        f"Score\n☐ 1 Weak\n☐ 3\n\nEvidence\n{text_writer.TITLE_RULE}\n"
    )


def test_a_wide_table_becomes_one_paragraph_a_row():
    table = Table((Column(("Score",)), Column(("What it looks like",))), ((("1",), ("word " * 20,)),))
    text = text_writer.write_text(Document(title="", blocks=(table,)))
    assert text == f"Score\n  What it looks like\n\n1\n  {('word ' * 20).strip()}\n"


def test_a_link_shows_its_address_unless_that_is_its_text():
    links = (
        InlineLink("us", "https://a.example"),
        " ",
        InlineLink("https://b.example", "https://b.example"),
        " ",
        InlineLink("a@b.c", "mailto:a@b.c"),
    )
    document = Document(title="", blocks=(Paragraph(links),))
    assert text_writer.write_text(document) == "us (https://a.example) https://b.example a@b.c\n"
