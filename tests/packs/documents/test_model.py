import pytest
from hypothesis import given
from hypothesis import strategies as st

from packs.documents.formats import DOCUMENT_FORMATS
from packs.documents.inline import clean_text, line_text, tidy_line
from packs.documents.model import (
    Bullets,
    Column,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Table,
    bind_documents,
    blanks_left,
)
from roles.kit.blanks import Blank, split_blanks
from tests.properties import at_most

from .samples import documents, plain_words, some_lines


def test_it_lists_the_blanks_that_are_left_once_each():
    document = Document(
        title="JD",
        blocks=(
            Paragraph(split_blanks("Join [Team] at [company]")),
            Bullets((split_blanks("Lead [team]"), split_blanks("[x]"))),
        ),
    )
    assert blanks_left(document) == [Blank("Team"), Blank("company"), Blank("x")]


def test_it_gives_the_plain_words_in_reading_order():
    table = Table((Column(("A",)), Column(("B",))), ((("c",), ("d",)), (("e",),)))
    assert plain_words(Document(title="T", blocks=(Heading(("H",)), table))) == ["T", "H", "A", "B", "c", "d", "e"]


def test_a_table_refuses_cells_without_a_column():
    with pytest.raises(ValueError, match="at most 1 cells"):
        Table((Column(("A",)),), ((("b",), ("c",)),))


def test_the_outline_has_no_gaps():
    levels = [2, 5, 7, 2, 1, 4]
    document = Document(title="T", blocks=(*(Heading(("x",), level) for level in levels), Heading((" ",))))
    assert [block.level for block in document.blocks if isinstance(block, Heading)] == [2, 3, 4, 2, 2, 3]


def test_documents_are_bound_with_a_page_for_each():
    parts = [Document(title=title, blocks=(Heading(("H",), 2),)) for title in ("A", "B")]
    assert bind_documents(parts) == (
        Heading(("A",)),
        Heading(("H",), 3),
        PageBreak(),
        Heading(("B",)),
        Heading(("H",), 3),
    )


@given(st.text())
def test_clean_text_is_what_xml_accepts(text):
    cleaned = clean_text(text)
    assert cleaned == clean_text(cleaned)
    assert all(c == " " or (c.isprintable() or ord(c) > 0x7F) for c in cleaned)
    cleaned.encode()


@given(some_lines)
def test_a_tidy_line_has_no_spaces_at_its_ends_and_none_doubled(line):
    text = line_text(tidy_line(line))
    assert text == text.strip(" ")
    assert "  " not in text
    assert tidy_line(tidy_line(line)) == tidy_line(line)


@at_most(20)
@given(documents)
def test_every_format_writes_every_document_the_same_way_twice(document):
    for format_ in DOCUMENT_FORMATS.values():
        assert format_.export_document(document) == format_.export_document(document)
