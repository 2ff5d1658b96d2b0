"""The paper that a document is set for, in every format that has pages."""

import io
from typing import Any

import docx
import msgspec
import pytest
from docx.shared import Mm
from pypdf import PdfReader

from packs.description.posting import build_posting, choose_paper
from packs.description.starting import start_description
from packs.description.value import JobDescription
from packs.documents.docx_writer import write_docx
from packs.documents.html_writer import write_html
from packs.documents.model import Document
from packs.documents.pdf_writer import write_pdf
from packs.documents.posting import build_document
from packs.posting.facts import OfferedPlace
from roles.kit.choices import PaperSize
from tests.factories import a_kit

SIZES = {PaperSize.A4: (210, 297), PaperSize.LETTER: (215.9, 279.4)}


def place(**parts: Any) -> JobDescription:
    return msgspec.structs.replace(start_description(a_kit(), 1), places=(OfferedPlace(**parts),))


def make_document(paper: PaperSize) -> Document:
    return build_document(build_posting(msgspec.structs.replace(place(), paper=paper)))


@pytest.mark.parametrize(
    ("country", "paper"),
    [
        ("United States", PaperSize.LETTER),
        ("Canada", PaperSize.LETTER),
        ("CA", PaperSize.LETTER),
        ("Germany", PaperSize.A4),
        ("", PaperSize.A4),
    ],
)
def test_the_paper_follows_the_place(country: str, paper: PaperSize):
    assert choose_paper(place(country=country)) is paper


def test_a_choice_goes_before_the_place():
    assert choose_paper(msgspec.structs.replace(place(country="Canada"), paper=PaperSize.A4)) is PaperSize.A4


@pytest.mark.parametrize("paper", PaperSize)
def test_a_pdf_has_the_paper(paper: PaperSize):
    page = PdfReader(io.BytesIO(write_pdf(make_document(paper)))).pages[0]
    measured = [float(side) / 72 * 25.4 for side in (page.mediabox.width, page.mediabox.height)]
    assert measured == pytest.approx(SIZES[paper], abs=0.1)


@pytest.mark.parametrize("paper", PaperSize)
def test_a_word_file_has_the_paper(paper: PaperSize):
    section = docx.Document(io.BytesIO(write_docx(make_document(paper)))).sections[0]
    width, height = (Mm(side) for side in SIZES[paper])
    assert (section.page_width, section.page_height) == pytest.approx((width, height), abs=1000)


def test_a_web_page_prints_on_the_paper():
    assert "@page { size: letter; }" in write_html(make_document(PaperSize.LETTER))
    assert "@page { size: A4; }" in write_html(make_document(PaperSize.A4))
