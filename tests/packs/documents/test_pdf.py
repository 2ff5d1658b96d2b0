import io
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from packs.documents import pdf_writer
from packs.documents.model import (
    AnswerSpace,
    Bullets,
    Column,
    Document,
    Heading,
    Paragraph,
    Score,
    ScoreScale,
    Table,
)
from roles.kit.blanks import split_blanks
from tests.properties import at_most

from .samples import HOSTILE, documents, plain_words

ACCESSIBLE = b"<pdfuaid:part>1</pdfuaid:part>"
NO_FONT = "\u0378"  # a code point that is not assigned


def read(document: Document) -> PdfReader:
    return PdfReader(io.BytesIO(pdf_writer.write_pdf(document)))


def page_texts(reader: PdfReader) -> Iterator[str]:
    """The pages' texts without the two lines at their feet."""
    for page in reader.pages:
        yield re.sub(r"\n[^\n]*\n?\d+ / \d+\s*$", "", "\n" + page.extract_text())


def in_words(text: str) -> list[str]:
    return text.replace("\u200b", "").split()


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.isascii() and len(text) < 30])
def test_it_says_the_same_words(text):
    document = Document(
        title=f"Role {text}",
        blocks=(Paragraph((f"Say {text} here",)), Bullets(((f"{text} x",), ("y",))), Heading((f"End {text}",), 3)),
    )
    reader = read(document)
    said = in_words(" ".join(page_texts(reader)))
    assert [word for word in said if word != "•"] == plain_words(document)
    assert ACCESSIBLE in reader.trailer["/Root"]["/Metadata"].get_data()


@at_most(25)
@given(documents)
def test_it_sets_every_document_the_same_way_twice(document):
    pdf = pdf_writer.write_pdf(document)
    assert pdf.startswith(b"%PDF-")
    assert pdf == pdf_writer.write_pdf(document)


@at_most(25)
@given(
    st.lists(
        st.sampled_from(["plain", "C++", "[x]", "#let", "*b*", "$1", "R&D", "<b>", "é", "≥"]), min_size=1, max_size=400
    )
)
def test_long_text_runs_over_pages_in_order(words):
    document = Document(title="Long", blocks=(Paragraph((" ".join(words),)), Bullets(((" ".join(words),),))))
    said = in_words(" ".join(page_texts(read(document))))
    assert [word for word in said if word != "•"] == plain_words(document)


@pytest.mark.parametrize("word", ["x" * 300, "https://a.example/" + "y" * 200])
def test_a_word_longer_than_a_line_stays_on_the_page_and_whole(word):
    text = read(Document(title="T", blocks=(Paragraph((word,)),))).pages[0].extract_text()
    assert word in "".join(in_words(text))
    assert max(map(len, text.splitlines())) < 120


def test_it_is_tagged_and_names_its_properties():
    document = Document(
        title="Role",
        blocks=(Paragraph(("x",)),),
        language="en-US",
        company="Acme",
    )
    reader = read(document)
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"].value is True
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-US"
    assert ACCESSIBLE in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Role"
    assert reader.metadata.author == "Acme"
    assert reader.metadata.creation_date is None


def test_its_paper_is_a4():
    box = read(Document(title="x", blocks=())).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (595, 842)


def test_every_font_is_inside_the_file():
    text = "Pay – “fair” שלום 日本語 😀 مرحبا"
    fonts = read(Document(title="x", blocks=(Paragraph((text,)),))).pages[0]["/Resources"]["/Font"]
    descriptors = [font.get_object()["/DescendantFonts"][0]["/FontDescriptor"] for font in fonts.values()]
    assert len(descriptors) > 4
    assert all({"/FontFile2", "/FontFile3"} & descriptor.keys() for descriptor in descriptors)


@pytest.mark.parametrize("text", ["שלום", "日本語", "😀", "ไทย", "ﬁ"])
def test_other_scripts_are_set_and_read_back(text):
    assert text in read(Document(title="x", blocks=(Paragraph((text,)),))).pages[0].extract_text()


def test_a_character_without_a_font_does_not_stop_it():
    reader = read(Document(title="x", blocks=(Paragraph((NO_FONT,)),)))
    assert "/StructTreeRoot" in reader.trailer["/Root"]


def test_the_footer_has_company_title_and_page_of_pages():
    reader = read(Document(title="Role", blocks=(Paragraph(("x " * 3000,)),), company="Acme"))
    last = len(reader.pages)
    assert last > 1
    assert re.search(rf"Acme · Role\s+{last} / {last}$", reader.pages[-1].extract_text())


def test_a_blank_is_highlighted():
    def page(text):
        return read(Document(title="x", blocks=(Paragraph(split_blanks(text)),))).pages[0].get_contents().get_data()

    marker = b"1 0.9137255 0.65882355 scn"
    assert marker in page("Join [team]")
    assert marker not in page("Join (team)")


@pytest.mark.slow
def test_a_question_stays_with_the_room_for_its_answer():
    question = (Heading(("Question",), 3), AnswerSpace("Evidence", 8), ScoreScale("Score", (Score("1"), Score("2"))))
    for filling in range(20, 40, 4):
        pages = read(Document(title="x", blocks=(Bullets((("line",),) * filling), *question))).pages
        found = [[word in page.extract_text() for word in ("Question", "Evidence", "Score")] for page in pages]
        assert [True, True, True] in found


def test_more_lines_than_a_page_holds_go_on():
    assert len(read(Document(title="x", blocks=(AnswerSpace("Evidence", 80),))).pages) > 2


def test_threads_share_one_compiler():
    documents = [Document(title=str(number), blocks=(Paragraph((f"page {number}",)),)) for number in range(8)]
    alone = [pdf_writer.write_pdf(document) for document in documents]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(pdf_writer.write_pdf, documents)) == alone


@pytest.mark.parametrize(
    "address",
    [
        "https://careers.example.org/jobs/product-manager-berlin-2026?source=handbook",
        "jobs.of.the.whole.company.in.berlin@careers.example.org",
        "Donaudampfschifffahrtsgesellschaftskapitänin",
    ],
)
def test_long_words_carry_no_invisible_characters(address):
    text = read(Document(title="T", blocks=(Paragraph((f"Apply at {address}",)),))).pages[0].extract_text()
    assert f"Apply at {address}" in text


def test_addresses_are_links():
    document = Document(title="T", blocks=(Paragraph(("See https://a.example/b, or write to jobs@a.example.",)),))
    found = [note.get_object()["/A"]["/URI"] for note in read(document).pages[0]["/Annots"]]
    assert found == ["https://a.example/b", "mailto:jobs@a.example"]


@pytest.mark.slow
def test_what_leads_in_to_a_table_stays_with_it():
    table = Table((Column(("Minute",)), Column(("What happens",))), ((("0",), ("Welcome",)),) * 9)
    leading_in = (Heading(("Interview one",)), Paragraph(("Sixty minutes with Ada.",)), table)
    for filling in range(20, 45):
        pages = read(Document(title="x", blocks=(Bullets((("line",),) * filling), *leading_in))).pages
        found = [["Interview one" in page.extract_text(), "Minute" in page.extract_text()] for page in pages]
        assert [True, False] not in found


def test_a_line_starts_on_the_side_of_its_first_letter():
    def indent(text):
        page = read(Document(title="x", blocks=(Paragraph((text,)),))).pages[0]
        line = next(line for line in page.extract_text(extraction_mode="layout").splitlines() if "Aviv" in line)
        return len(line) - len(line.lstrip())

    assert indent("שלום Tel Aviv") > indent("Tel Aviv שלום") + 20
