"""Pasted and uploaded job descriptions become sections and lines; what cannot be read is refused kindly."""

import io
import zipfile

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from packs.documents import docx_writer, html_writer, markdown_writer, text_writer
from packs.documents.model import Block, Bullets, Document, Heading, Paragraph
from packs.posting.value import Kind, Posting
from packs.reading import (
    DamagedFileError,
    EmptyError,
    ReadingError,
    TooLargeError,
    UnknownFileError,
    read_file,
    read_pasted,
)
from packs.review.from_kit import template_posting
from roles.kit.blanks import split_blanks
from tests.factories import technical_pm

PLAIN = """Stock Planner

You will plan the tea of six shops.

What you'll do:
- Count the boxes
- Write to growers in three countries, and tell the
  shops what comes when
Requirements
• Two years in a warehouse
1. A forklift license
NICE TO HAVE
* Welsh

Salary and benefits
$50,000-$58,000 a year.

Equal opportunity
We hire regardless of age.

How to apply
Write to us.
"""

SECTIONS = [
    (Kind.ABOUT, 1),
    (Kind.RESPONSIBILITIES, 2),
    (Kind.REQUIRED, 2),
    (Kind.NICE_TO_HAVE, 1),
    (Kind.COMPENSATION, 1),
    (Kind.EQUAL_OPPORTUNITY, 1),
    (Kind.HOW_TO_APPLY, 1),
]


def shape(posting: Posting) -> list[tuple[Kind, int]]:
    return [(section.kind, len(section.lines)) for section in posting.sections]


def test_plain_text_is_split_by_its_usual_headings():
    posting = read_pasted(PLAIN)
    assert posting.title == "Stock Planner"
    assert shape(posting) == SECTIONS
    assert [line.text for line in posting.sections[1].lines] == [
        "Count the boxes",
        "Write to growers in three countries, and tell the shops what comes when",
    ]
    assert [line.bullet for line in posting.sections[2].lines] == [True, True]


def test_markdown_is_split_by_its_headings():
    text = "# Stock Planner\n\nYou *plan*.\n\n## Duties\n\n- Count `boxes`\n- Call\n\n**Requirements**\n\n- A license\n"
    posting = read_pasted(text)
    assert posting.title == "Stock Planner"
    assert shape(posting) == [(Kind.ABOUT, 1), (Kind.RESPONSIBILITIES, 2), (Kind.REQUIRED, 1)]
    assert posting.sections[1].lines[0].text == "Count boxes"


def test_html_is_cleaned_and_split():
    posting = read_pasted(
        "<script>alert(1)</script><h1>Stock Planner</h1><p onclick='x()'>You <b>plan</b> &amp; count.</p>"
        "<p><strong>What you will do</strong></p><ul><li><p>Count</p></li><li>Call<ul><li>Daily</li></ul></li></ul>"
        "<style>p{}</style><h2>Perks</h2><div>Tea</div>"
    )
    assert posting.title == "Stock Planner"
    assert shape(posting) == [(Kind.ABOUT, 1), (Kind.RESPONSIBILITIES, 3), (Kind.BENEFITS, 1)]
    assert posting.sections[0].lines[0].text == "You plan & count."
    assert "alert" not in str(posting)


def test_headings_that_are_not_usual_open_a_section_of_another_kind():
    posting = read_pasted("# Planner\n\nText.\n\n## Our tea garden\n\nGreen.\n")
    assert posting.sections[1].kind is Kind.OTHER
    assert posting.sections[1].heading == "Our tea garden"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Preferred qualifications", Kind.NICE_TO_HAVE),
        ("Minimum Qualifications", Kind.REQUIRED),
        ("What You'll Bring", Kind.REQUIRED),
        ("Key responsibilities", Kind.RESPONSIBILITIES),
        ("Compensation & Benefits", Kind.COMPENSATION),
        ("Why join us?", Kind.BENEFITS),
        ("About us", Kind.COMPANY),
        ("About this role", Kind.ABOUT),
        ("🚀 Your role", Kind.RESPONSIBILITIES),
        ("Interview process", Kind.OTHER),
        ("Diversity and inclusion", Kind.EQUAL_OPPORTUNITY),
    ],
)
def test_it_knows_a_heading(heading: str, kind: Kind):
    assert read_pasted(f"# Baker\n\n## {heading}\n\nText.").sections[-1].kind is kind


def test_a_sentence_is_no_heading():
    posting = read_pasted("Baker\nYou will bake bread every day.\nSalary: $40,000 a year\nBake rye.")
    assert not any(section.heading for section in posting.sections)


def document_of(posting: Posting) -> Document:
    """The posting's own words as this site would write them: sections of prose, sections of bullets."""
    blocks: list[Block] = []
    for section in posting.sections:
        texts = [split_blanks(line.text) for line in section.lines]
        blocks.append(Heading((section.heading,)))
        blocks += [Bullets(tuple(texts))] if section.lines[0].bullet else [Paragraph(text) for text in texts]
    return Document(title=posting.title, blocks=tuple(blocks))


@pytest.mark.parametrize(
    "posting",
    [
        pytest.param(lambda document: read_file("jd.docx", docx_writer.write_docx(document)), id="docx"),
        pytest.param(
            lambda document: read_file("jd.md", markdown_writer.write_markdown(document).encode()), id="markdown"
        ),
        pytest.param(lambda document: read_file("jd.txt", text_writer.write_text(document).encode()), id="text"),
        pytest.param(lambda document: read_pasted(html_writer.write_fragment(document)), id="html"),
    ],
)
def test_what_this_site_writes_it_reads_back(posting):
    template = template_posting(technical_pm())
    back = posting(document_of(template))
    assert (back.title, back.sections) == (template.title, template.sections)


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    word = docx.Document()
    for text, style in paragraphs:
        word.add_paragraph(text, style=style)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def test_word_tables_and_bold_headings_are_read():
    word = docx.Document()
    word.add_paragraph("Planner", style="Title")
    word.add_paragraph().add_run("Your duties").bold = True
    word.add_table(1, 1).cell(0, 0).text = "Count tea"
    out = io.BytesIO()
    word.save(out)
    posting = read_file("x.DOCX", out.getvalue())
    assert posting.title == "Planner"
    assert shape(posting) == [(Kind.RESPONSIBILITIES, 1)]


@pytest.mark.parametrize("name", ["jd.pages", "jd.doc", "jd", "jd.docx.exe"])
def test_other_files_are_refused_by_name(name: str):
    with pytest.raises(UnknownFileError, match=r"\.docx, .* and \.txt"):
        read_file(name, b"text")


def test_a_large_file_is_refused():
    with pytest.raises(TooLargeError, match="2 MB"):
        read_file("jd.txt", b"a" * 2_000_001)


@pytest.mark.parametrize("text", ["a" * 100_001, "- line\n" * 501])
def test_a_long_text_is_refused(text: str):
    with pytest.raises(TooLargeError):
        read_pasted(text)


@pytest.mark.parametrize("text", ["", " \n\t", "<p> </p>", "# Title"])
def test_nothing_to_read_is_refused(text: str):
    with pytest.raises(EmptyError):
        read_pasted(text)


def bomb(size: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", b" " * size)
    return out.getvalue()


@pytest.mark.slow
def test_a_zip_bomb_is_refused_before_it_is_unpacked():
    data = bomb(30_000_000)
    assert len(data) < 100_000
    with pytest.raises(TooLargeError, match="unpacks"):
        read_file("jd.docx", data)


def with_document(xml: str) -> bytes:
    source, out = zipfile.ZipFile(io.BytesIO(word_file(("Text", "Normal")))), io.BytesIO()
    with source, zipfile.ZipFile(out, "w") as file:
        for name in source.namelist():
            file.writestr(name, xml if name == "word/document.xml" else source.read(name))
    return out.getvalue()


@pytest.mark.slow
def test_entities_are_not_expanded():
    bombs = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    xml = (
        f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "ha"><!ENTITY f SYSTEM "file:///etc/passwd">{bombs}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Start &e9; &f;</w:t></w:r></w:p><w:p><w:r><w:t>End.</w:t></w:r></w:p></w:body></w:document>"
    )
    try:
        posting = read_file("jd.docx", with_document(xml))
    except ReadingError:
        return
    assert "haha" not in str(posting)
    assert "root:" not in str(posting)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"not a zip at all", bomb(10)])
def test_a_broken_word_file_is_refused(data: bytes):
    with pytest.raises(DamagedFileError, match=r"save it as \.docx"):
        read_file("jd.docx", data)


WHOLE = word_file(("Planner", "Title"), ("Duties", "Heading 1"), ("Count", "List Bullet"))


@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_a_word_file_with_damage_is_read_or_refused(place: int, noise: bytes):
    data = WHOLE[:place] + noise + WHOLE[place + len(noise) :]
    try:
        read_file("jd.docx", data)
    except ReadingError:
        return


@pytest.mark.parametrize(
    "data", ["Baker\n\nCafé".encode("cp1252"), "Baker\n\nCafé".encode("utf-16"), "\ufeffBaker\n\nCafé".encode()]
)
def test_text_in_the_usual_encodings_is_read(data: bytes):
    posting = read_file("jd.txt", data)
    assert (posting.title, posting.sections[0].lines[0].text) == ("Baker", "Café")


def test_binary_data_is_no_text():
    with pytest.raises(DamagedFileError):
        read_file("jd.txt", b"MZ\0\0\x01\x02")


@given(st.text(st.sampled_from("<>/bpliuh1# *-\n.:Aa&;[]()`_\"'=é\0"), max_size=200))
@example("<p>" * 500)
@example("> " * 300 + "x")
def test_any_text_is_read_or_refused(text: str):
    try:
        posting = read_pasted(text)
    except ReadingError:
        return
    assert all(line.text.strip() for section in posting.sections for line in section.lines)
