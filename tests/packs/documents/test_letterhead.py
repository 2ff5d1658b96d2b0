"""A document on a letterhead: its logo or name, its color and its lines, in every format that has room for them."""

import io
import re

import docx
import pytest
from pypdf import PdfReader

from packs.documents.docx_writer import write_docx
from packs.documents.html_writer import write_email, write_fragment, write_html, write_indeed, write_linkedin
from packs.documents.inline import InlineLink
from packs.documents.model import ACCENT, Document, Letterhead, Paragraph, put_letterhead
from packs.documents.pdf_writer import write_pdf
from packs.documents.text_writer import write_text
from tests.company.samples import LOGO
from tests.packs.documents.test_pdf import ACCESSIBLE

PLAIN = Document(title="Cook", blocks=(Paragraph((InlineLink("Apply", "https://acme.example"),)),))
NAMED = Letterhead(
    name="Acme <& Daughters>",
    accent="#116644",
    lines=(("1 Pier Street",), (InlineLink("a@acme.example", "mailto:a@acme.example"),)),
)
PAINTED = Letterhead(name=NAMED.name, logo=LOGO, accent=NAMED.accent, lines=NAMED.lines)


def on(letterhead):
    return put_letterhead(PLAIN, letterhead)


def read_pages(document):
    return PdfReader(io.BytesIO(write_pdf(document)))


def test_a_page_of_html_has_the_name_the_color_and_the_lines():
    html = write_html(on(NAMED))
    assert "<header>Acme &lt;&amp; Daughters&gt;</header>" in html
    assert '<p>1 Pier Street<br><a href="mailto:a@acme.example">a@acme.example</a></p>' in html
    assert "--accent: #116644;" in html
    assert ACCENT not in html


def test_a_page_of_html_has_the_logo_inside_it():
    html = write_html(on(PAINTED))
    assert re.search(r'<img src="data:image/png;base64,[\w+/=]+" alt="Acme &lt;&amp; Daughters&gt;">', html)


def test_a_pdf_has_the_name_and_the_lines_and_stays_accessible():
    reader = read_pages(on(NAMED))
    text = reader.pages[0].extract_text()
    assert "Acme <& Daughters>" in text
    assert "1 Pier Street · a@acme.example" in text
    assert ACCESSIBLE in reader.trailer["/Root"]["/Metadata"].get_data()


def test_a_pdf_has_the_logo_and_stays_accessible():
    reader = read_pages(on(PAINTED))
    assert len(reader.pages[0].images) == 1
    assert ACCESSIBLE in reader.trailer["/Root"]["/Metadata"].get_data()


def test_a_word_file_has_the_name_above_and_the_lines_below():
    section = docx.Document(io.BytesIO(write_docx(on(NAMED)))).sections[0]
    assert [paragraph.text for paragraph in section.header.paragraphs] == ["Acme <& Daughters>"]
    assert [paragraph.text for paragraph in section.footer.paragraphs][1:] == ["1 Pier Street", "a@acme.example"]


def test_a_word_file_has_the_logo_with_its_name_and_the_color():
    word = docx.Document(io.BytesIO(write_docx(on(PAINTED))))
    assert 'descr="Acme &lt;&amp; Daughters&gt;"' in word.sections[0].header._element.xml
    assert "116644" in word.styles["Title"].element.xml
    assert ACCENT[1:] not in word.styles.element.xml


@pytest.mark.parametrize("write", [write_html, write_docx, write_pdf])
def test_the_same_letterhead_gives_the_same_bytes(write):
    assert write(on(PAINTED)) == write(on(PAINTED))


def test_an_email_ends_with_the_name_and_the_lines():
    assert write_email(on(NAMED)).endswith(
        '<p>Acme &lt;&amp; Daughters&gt;<br>1 Pier Street<br><a href="mailto:a@acme.example">a@acme.example</a></p>\n'
    )


@pytest.mark.parametrize("write", [write_fragment, write_indeed, write_linkedin, write_text])
def test_what_goes_into_a_page_of_others_has_none(write):
    assert write(on(PAINTED)) == write(PLAIN)
