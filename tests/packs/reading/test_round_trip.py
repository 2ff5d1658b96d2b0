"""A posting that is brought in and goes on in the workbench: every word of its sections comes out of each format."""

import io
from collections import Counter
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from packs.corpus.labelled import LabelledPosting, list_labelled, split_words
from packs.description.from_posting import from_posting
from packs.description.posting import build_posting
from packs.documents.docx_writer import write_docx
from packs.documents.html_writer import write_html
from packs.documents.markdown_writer import write_markdown
from packs.documents.model import Document
from packs.documents.pdf_writer import write_pdf
from packs.documents.posting import build_document
from packs.documents.text_writer import write_text
from packs.posting.value import Posting
from packs.reading import read_pasted
from roles.kit.value import Kit
from tests.packs.samples import KIT

CORPUS = list_labelled(Path(__file__).parents[1] / "corpus")
DOZEN = CORPUS[::13][:12]
REST = [labelled for labelled in CORPUS[::3] if labelled not in DOZEN][:48]


def carry(labelled: LabelledPosting, kit: Kit = KIT) -> tuple[Posting, Document]:
    posting = read_pasted(labelled.text)
    return posting, build_document(build_posting(from_posting(posting, kit, 1)))


def find_lost(posting: Posting, text: str) -> list[str]:
    """The words of the posting's title, headings and lines that are not in a text as often."""
    lines = [text for section in posting.sections for text in (section.heading, *(line.text for line in section.lines))]
    lost = Counter(split_words(" ".join([posting.title, *lines]))) - Counter(split_words(text))
    return sorted(lost.elements())


def read_word(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def read_again(text: str) -> str:
    posting = read_pasted(text)
    return "\n".join([posting.title, *(line.text for line in posting.passages), *(s.heading for s in posting.sections)])


def check_each_format(labelled: LabelledPosting) -> None:
    posting, document = carry(labelled)
    assert find_lost(posting, write_text(document)) == []
    assert find_lost(posting, read_word(write_docx(document))) == []
    assert find_lost(posting, read_again(write_html(document))) == []
    assert find_lost(posting, read_again(write_markdown(document))) == []


@pytest.mark.slow
@pytest.mark.parametrize("labelled", DOZEN, ids=lambda labelled: labelled.id)
def test_every_word_comes_out_of_every_format(labelled: LabelledPosting):
    check_each_format(labelled)


@pytest.mark.slow
@pytest.mark.parametrize("labelled", REST, ids=lambda labelled: labelled.id)
def test_every_word_of_many_postings_comes_out_of_every_format(labelled: LabelledPosting):
    check_each_format(labelled)


@pytest.mark.parametrize("labelled", DOZEN, ids=lambda labelled: labelled.id)
def test_the_lines_of_a_section_keep_their_order(labelled: LabelledPosting):
    posting = read_pasted(labelled.text)
    text = " ".join(write_text(carry(labelled)[1]).split())
    for section in posting.sections:
        at = 0
        for line in section.lines:
            at = text.find(" ".join(line.text.split()), at)
            assert at >= 0, line.text


@pytest.mark.parametrize("labelled", DOZEN, ids=lambda labelled: labelled.id)
def test_the_sections_keep_their_order(labelled: LabelledPosting):
    posting, document = carry(labelled)
    text = " ".join(write_text(document).split())
    at = 0
    for section in posting.sections:
        for words in filter(None, (section.heading, *(" ".join(line.text.split()) for line in section.lines))):
            at = text.find(" ".join(words.split()), at)
            assert at >= 0, words


@pytest.mark.slow
def test_a_pdf_holds_every_word_too():
    posting, document = carry(DOZEN[0])
    words = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(write_pdf(document))).pages)
    assert find_lost(posting, words) == []
