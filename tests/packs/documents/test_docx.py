import io
import zipfile
from collections.abc import Iterator

import docx
from docx.document import Document as Word
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as WordTable
from hypothesis import given
from lxml import etree

from packs.documents import docx_writer
from packs.documents.inline import Emphasis, InlineLink, Strong
from packs.documents.model import (
    AnswerSpace,
    Block,
    Bullets,
    Column,
    ColumnKind,
    Document,
    Fact,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Steps,
    Table,
)
from roles.kit.blanks import split_blanks
from tests.properties import at_most

from .samples import documents, plain_words, said

# The order in which the schema of WordprocessingML wants what these writers put in; Word refuses another one.
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind jc outlineLvl",
    "rPr": "rStyle rFonts b bCs i iCs color spacing kern sz szCs highlight u rtl lang",
    "tblPr": "tblStyle bidiVisual tblW jc tblBorders tblLayout tblLook",
    "tcPr": "tcW tcBorders",
    "pBdr": "top left bottom right between",
}


def read(*blocks: Block, **properties: object) -> Word:
    document = Document(title="Role", blocks=blocks, **properties)  # type: ignore[arg-type]
    return docx.Document(io.BytesIO(docx_writer.write_docx(document)))


def texts(word: Word) -> Iterator[str]:
    for part in word.iter_inner_content():
        if isinstance(part, WordTable):
            yield from (cell.text for row in part.rows for cell in row.cells)
        else:
            yield part.text


@at_most(50)
@given(documents)
def test_it_says_the_same_words(document):
    word = docx.Document(io.BytesIO(docx_writer.write_docx(document)))
    assert said(" ".join(texts(word))) == plain_words(document)


@at_most(20)
@given(documents)
def test_properties_stand_in_the_order_of_the_schema(document):
    word = docx.Document(io.BytesIO(docx_writer.write_docx(document)))
    for tag, order in ORDER.items():
        for root in (word.element, word.sections[0].footer._element):
            for element in root.iter(qn(f"w:{tag}")):
                names = [etree.QName(child).localname for child in element]
                assert names == sorted(names, key=order.split().index)


def test_it_has_real_headings_lists_and_a_title():
    word = read(Heading(("About",)), Heading(("More",), 3), Bullets((("a",),)), Steps((("b",),)))
    assert [paragraph.style.name for paragraph in word.paragraphs if paragraph.style] == [
        "Title",
        "Heading 1",
        "Heading 2",
        "List Bullet",
        "List Number",
    ]
    assert word.styles["Heading 1"].paragraph_format.keep_with_next


def test_each_list_of_steps_starts_at_one():
    word = read(Steps((("a",), ("b",))), Steps((("c",),)))
    numbers = [paragraph._p.pPr.numPr.numId.val for paragraph in word.paragraphs[1:]]
    assert numbers[0] == numbers[1] != numbers[2]
    numbering = word.part.numbering_part.element
    assert [numbering.num_having_numId(number).lvlOverride_lst[0].startOverride.val for number in numbers] == [1, 1, 1]


def test_a_tables_header_row_repeats_and_figures_end_their_column():
    table = read(Table((Column(("Level",)), Column(("Pay",), ColumnKind.FIGURE)), ((("Mid",), ("$1",)),))).tables[0]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert [str(row.cells[1].paragraphs[0].alignment) for row in table.rows] == ["RIGHT (2)", "RIGHT (2)"]


def test_blanks_are_highlighted_and_words_marked():
    word = read(Paragraph((*split_blanks("Join [team]"), Strong("a"), Emphasis("b"))))
    runs = {run.text: run for run in word.paragraphs[1].runs}
    assert runs["[team]"].font.highlight_color == WD_COLOR_INDEX.YELLOW
    assert runs["Join "].font.highlight_color is None
    assert runs["a"].bold
    assert runs["b"].italic


def test_a_link_can_be_followed():
    link = read(Paragraph((InlineLink("us", "https://a.example/?a=1&b=2"),))).paragraphs[1].hyperlinks[0]
    assert (link.text, link.url) == ("us", "https://a.example/?a=1&b=2")


def test_a_page_break_starts_what_follows():
    word = read(PageBreak(), Heading(("New",)), PageBreak(), Facts((Fact("a", ("b",)),)))
    starts = [paragraph.style.name for paragraph in word.paragraphs if paragraph.paragraph_format.page_break_before]
    assert starts == ["Heading 1", "Gap"]


def test_it_names_its_language_and_properties():
    word = read(language="he", company="Acme")
    properties = word.core_properties
    assert (properties.title, properties.author, properties.language) == ("Role", "Acme", "he")
    assert next(word.styles.element.iter(qn("w:lang"))).get(qn("w:val")) == "he"
    assert next(word.styles["Normal"].element.iter(qn("w:bidi"))) is not None


def test_it_claims_no_date():
    properties = read().core_properties
    assert (properties.created, properties.modified) == (None, None)


def test_the_footer_has_company_title_and_page_numbers():
    footer = read(company="Acme").sections[0].footer.paragraphs[0]
    assert footer.text.startswith("Acme · Role\t")
    assert [field.get(qn("w:instr")) for field in footer._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_its_paper_is_a4():
    section = read().sections[0]
    assert [round((side or 0) / Mm(1)) for side in (section.page_width, section.page_height)] == [210, 297]


def test_there_are_lines_to_write_on():
    styles = [paragraph.style.name for paragraph in read(AnswerSpace("Evidence", 3)).paragraphs[1:] if paragraph.style]
    assert styles == ["Label", "Answer Line", "Answer Line", "Answer Line"]


def test_the_file_holds_no_time_of_day():
    archive = zipfile.ZipFile(io.BytesIO(docx_writer.write_docx(Document(title="x", blocks=()))))
    assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_address_in_a_text_is_a_link():
    word = read(Paragraph(("See https://a.example/b.",)))
    assert [link.address for paragraph in word.paragraphs for link in paragraph.hyperlinks] == ["https://a.example/b"]


def test_a_line_of_another_direction_says_so():
    word = read(Paragraph(("שלום Tel Aviv",)), Paragraph(("Tel Aviv שלום",)))
    directions = [paragraph._p.find(f".//{qn('w:bidi')}") is not None for paragraph in word.paragraphs[-2:]]
    assert directions == [True, False]
