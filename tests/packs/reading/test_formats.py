"""Postings in PDF, Rich Text Format, OpenDocument and HTML files."""

import io
import zipfile
import zlib

import pytest
from pypdf import PdfWriter

from packs.documents.inline import InlineLink
from packs.documents.model import Bullets, Document, Heading, Paragraph
from packs.documents.pdf_writer import write_pdf
from packs.posting.value import Kind
from packs.reading import DamagedFileError, EmptyError, TooLargeError, read_file
from packs.reading.plain import read_plain

DOCUMENT = Document(
    title="Line Cook",
    blocks=(
        Heading(("Duties",)),
        Bullets((("Cook lunch",), ("Count the pans",))),
        Heading(("Pay",)),
        Paragraph(("£27,000 a year.",)),
        Heading(("How to apply",)),
        Paragraph(("Use ", InlineLink("our form", "https://cook.example/apply"), " by 3 May 2027.")),
    ),
)
WANTED = [
    (Kind.RESPONSIBILITIES, "Duties", ["Cook lunch", "Count the pans"]),
    (Kind.COMPENSATION, "Pay", ["£27,000 a year."]),
]
TEXT_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
)


def odt_of(body: str, styles: str = "") -> bytes:
    """An .odt file with such a text, and nothing else."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        content = f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>{body}"
        end = "</office:text></office:body>"
        file.writestr("content.xml", f"<office:document-content {TEXT_SPACES}>{content}{end}</office:document-content>")
    return out.getvalue()


def rtf_of(body: str) -> bytes:
    return (r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}" + body + "}").encode("cp1252")


def shape(name: str, data: bytes) -> list[tuple[Kind, str, list[str]]]:
    posting = read_file(name, data)
    return [(section.kind, section.heading, [line.text for line in section.lines]) for section in posting.sections]


def test_a_pdf_is_read_by_its_lines():
    posting = read_file("jd.pdf", write_pdf(DOCUMENT))
    assert posting.title == "Line Cook"
    assert shape("jd.pdf", write_pdf(DOCUMENT))[:2] == WANTED


def test_the_address_of_a_link_in_a_pdf_stays():
    assert read_file("jd.pdf", write_pdf(DOCUMENT)).contact == "https://cook.example/apply"


def test_a_pdf_that_holds_only_pictures_says_so():
    with pytest.raises(EmptyError, match="only images"):
        read_file("jd.pdf", pdf_of(1))


def test_a_pdf_of_many_pages_is_refused():
    with pytest.raises(TooLargeError, match="30 pages"):
        read_file("jd.pdf", pdf_of(31))


def test_a_locked_pdf_is_refused():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.encrypt("secret", algorithm="RC4-128")
    with pytest.raises(DamagedFileError, match="password"):
        read_file("jd.pdf", write_bytes(writer))


def test_a_page_that_draws_without_end_is_refused():
    with pytest.raises(TooLargeError, match="unpacks"):
        read_file("jd.pdf", pdf_that_draws(b"0 0 m " * 500_000))


def test_rich_text_keeps_points_signs_and_the_address_of_a_link():
    link = r'{\field{\*\fldinst{HYPERLINK "https://cook.example/apply"}}{\fldrslt{\ul our form}}}'
    points = r"{\pntext\f1\'b7\tab}Cook lunch\par \bullet\tab Bake caf\'e9 rolls\par"
    body = rf"Line Cook\par Duties\par {points} How to apply\par Use {link}.\par"
    assert shape("jd.rtf", rtf_of(body)) == [
        (Kind.RESPONSIBILITIES, "Duties", ["Cook lunch", "Bake café rolls"]),
        (Kind.HOW_TO_APPLY, "How to apply", ["Use our form (https://cook.example/apply)."]),
    ]


def test_rich_text_keeps_a_text_box_and_drops_what_was_deleted_or_hidden():
    box = r"{\shp{\*\shpinst\shpleft10{\sp{\sn fFilled}{\sv 0}}{\shptxt \pard Location: Bristol\par}}}"
    data = rtf_of(rf"Clerk\par{box}Duties\par You file {{\deleted old }}{{\v secret }}letters.\par")
    text = "\n".join(line for _, _, lines in shape("a.rtf", data) for line in lines)
    assert "Location: Bristol" in text
    assert "You file letters." in text


def test_the_lines_of_a_page_in_narrow_columns_are_joined():
    text = "Write the minutes of the\ncouncil and its boards\nSend each letter of the\nmayor\nKeep keys"
    joined = [block.text for block in read_plain(text, is_set=True)]
    assert joined == ["Write the minutes of the council and its boards", "Send each letter of the mayor", "Keep keys"]


def test_letters_that_a_font_joins_are_letters():
    assert read_file("a.txt", "Grants Oﬃcer\n\nDuties\n- File letters\n".encode()).title == "Grants Officer"


def test_an_open_document_is_read_by_its_headings_lists_and_cells():
    body = (
        '<text:p text:style-name="Title">Line Cook</text:p><text:h text:outline-level="1">Duties</text:h>'
        "<text:list><text:list-item><text:p>Cook<text:s/>lunch</text:p></text:list-item></text:list>"
        "<text:p>• Count the pans</text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Pay: £27,000 a year</text:p></table:table-cell>"
        "<table:covered-table-cell><text:p>Pay: £1 a year</text:p></table:covered-table-cell>"
        "</table:table-row></table:table>"
    )
    assert read_file("jd.odt", odt_of(body)).title == "Line Cook"
    assert shape("jd.odt", odt_of(body)) == [
        (Kind.RESPONSIBILITIES, "Duties", ["Cook lunch", "Count the pans"]),
        (Kind.COMPENSATION, "", ["Pay: £27,000 a year"]),
    ]


def test_an_open_document_leaves_out_what_was_deleted_and_keeps_links():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes><text:h>Line Cook</text:h><text:p>Write to "
        '<text:a xlink:href="mailto:pans@cook.example">the kitchen</text:a>.</text:p>'
    )
    posting = read_file("jd.odt", odt_of(body))
    assert [line.text for section in posting.sections for line in section.lines] == [
        "Write to the kitchen (pans@cook.example)."
    ]


def test_bold_lines_of_an_open_document_are_headings():
    bold = '<style:style style:name="P1"><style:text-properties fo:font-weight="bold"/></style:style>'
    heading = '<text:p text:style-name="P1">In your hands</text:p>'
    body = f"<text:p>Line Cook</text:p>{heading}<text:p>Cook lunch and serve it.</text:p>"
    assert [heading for _, heading, _ in shape("jd.odt", odt_of(body, bold))] == ["In your hands"]


def test_an_html_file_is_read_without_its_head():
    page = (
        "<html><head><title>Jobs | Cook</title></head><h1>Line Cook</h1><h2>Duties</h2><ul><li>Cook lunch</ul></html>"
    )
    assert shape("jd.html", page.encode()) == [(Kind.RESPONSIBILITIES, "Duties", ["Cook lunch"])]
    assert shape("jd.HTM", page.encode()) == shape("jd.html", page.encode())


@pytest.mark.parametrize("name", ["jd.pdf", "jd.odt", "jd.rtf", "jd.docx"])
def test_a_file_that_is_not_what_its_name_says_is_refused(name: str):
    with pytest.raises(DamagedFileError):
        read_file(name, b"Line Cook\n\nCook lunch.")


def pdf_of(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    return write_bytes(writer)


def write_bytes(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_that_draws(content: bytes) -> bytes:
    """A PDF of one page with such a drawing."""
    stream = zlib.compress(content)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return out + b"xref\n0 5\n0000000000 65535 f \n%strailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )
