"""Word documents, with real heading, list and table structure that their readers can go on editing."""

import io
import zipfile
from collections.abc import Sequence

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX, WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from packs.documents.docx_styles import MARGIN, NUMBERED, PAGES, build_template, draw_border
from packs.documents.inline import (
    Blank,
    Direction,
    Emphasis,
    Inline,
    InlineLink,
    Line,
    Strong,
    read_direction,
    word_inline,
)
from packs.documents.model import (
    AnswerSpace,
    Block,
    Bullets,
    ColumnKind,
    Document,
    Facts,
    Heading,
    Letterhead,
    Note,
    PageBreak,
    Paragraph,
    ScoreScale,
    SmallPrint,
    Steps,
    Table,
)

DEEPEST_DOCX_HEADING = 6
LONGEST_TOGETHER = 20  # lines to write on, or rows of a table, that stay on one page
SMALL, SMALL_GAP = Pt(8.5), Pt(2)
LOGO_HEIGHT = Mm(10)  # within the upper margin
_FACT_WIDTHS = (1, 3)
# What follows w:bidi in a paragraph's properties, by the schema of ISO/IEC 29500.
_AFTER_BIDI = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl", "w:divId",
    "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can hold


def write_docx(document: Document) -> bytes:
    """The document as the bytes of a .docx file, the same bytes each time; blanks are highlighted."""
    template = build_template(
        document.language, document.paper, right_to_left=document.right_to_left, accent=document.colors["accent"]
    )
    word = docx.Document(io.BytesIO(template))
    _set_properties(word, document)
    _add_footer(word, document)
    if document.letterhead:
        _add_letterhead(word, document.letterhead)
    writer = _Writer(word, document)
    if document.title:
        writer.add_paragraph("Title", (document.title,))
    for block in document.blocks:
        writer.add_block(block)
    return _without_times(word)


class _Writer:
    """Appends blocks to a Word document."""

    def __init__(self, word: Word, document: Document) -> None:
        self.word = word
        self.width = measure_text(document)
        self.direction = document.direction
        self.accent = document.colors["accent"]
        self.starts_page = False
        self.is_small = False

    def add_block(self, block: Block) -> None:
        match block:
            case Heading():
                self.add_paragraph(f"Heading {min(block.level - 1, DEEPEST_DOCX_HEADING)}", block.line)
            case Paragraph():
                self.add_paragraph("Normal", block.line)
            case Note():
                self.add_paragraph("Note", block.line)
            case Bullets():
                for item in block.items:
                    self.add_paragraph("List Bullet", item)
            case Steps():
                self.add_steps(block)
            case Facts():
                self.add_facts(block)
            case Table():
                self.add_table(block)
            case AnswerSpace():
                self.answer_space(block)
            case ScoreScale():
                self.add_scale(block)
            case PageBreak():
                self.starts_page = True
            case SmallPrint():
                self.is_small = block.starts

    def add_paragraph(self, style_name: str, line: Line) -> WordParagraph:
        paragraph = self.word.add_paragraph()
        _set_style(paragraph, style_name)
        if self.starts_page:
            paragraph.paragraph_format.page_break_before = True
            self.starts_page = False
        self.write_line(paragraph, line)
        return paragraph

    def write_line(self, paragraph: WordParagraph, line: Line) -> None:
        """Write a line into an empty paragraph, which gets the line's direction where that isn't the document's."""
        _write_line(paragraph, line, self.accent)
        if self.is_small:
            _set_small(paragraph)
        direction = read_direction(line)
        if direction not in (None, self.direction):
            _set_direction(paragraph, direction is Direction.RIGHT_TO_LEFT)

    def add_steps(self, steps: Steps) -> None:
        """Add a numbered list that starts from 1, where Word would continue the list before."""
        numbering = self.word.part.numbering_part.element
        number = numbering.add_num(numbering.num_having_numId(NUMBERED).abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(1)
        for item in steps.items:
            properties = self.add_paragraph("List Number", item)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = 0
            properties.get_or_add_numId().val = number.numId

    def add_facts(self, facts: Facts) -> None:
        rows: list[Sequence[Line]] = [((fact.name,), fact.value) for fact in facts.facts]
        if rows:
            self.add_grid(rows, _FACT_WIDTHS, ("Cell Name", "Cell"))

    def add_table(self, table: Table) -> None:
        rows = [tuple(column.heading for column in table.columns), *table.rows]
        grid = self.add_grid(rows, [column.width for column in table.columns], ["Cell"] * len(table.columns))
        header = grid.rows[0]
        header._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for cell in header.cells:
            _set_style(cell.paragraphs[0], "Cell Heading")
            borders = draw_border("bottom", "ink", 8)
            cell._tc.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{borders}</w:tcBorders>"))
        for column, word_column in zip(table.columns, grid.columns, strict=True):
            if column.kind is ColumnKind.FIGURE:
                for cell in word_column.cells:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT

    def add_grid(self, rows: Sequence[Sequence[Line]], widths: Sequence[int], styles: Sequence[str]) -> WordTable:
        """Add a table with thin rules between rows, and return it. Pages don't break within a row, nor within a short
        table.
        """
        if self.starts_page:
            self.add_paragraph("Gap", ())
        grid = self.word.add_table(len(rows), len(widths))
        grid.autofit = False
        edges = "".join(draw_border(edge, "hairline", 4, 0) for edge in ("top", "bottom", "insideH"))
        properties = grid._tblPr
        layout = next(properties.iter(qn("w:tblLayout")))  # the schema wants borders before it, direction before width
        layout.addprevious(parse_xml(f"<w:tblBorders {nsdecls('w')}>{edges}</w:tblBorders>"))
        if self.direction is Direction.RIGHT_TO_LEFT:
            next(properties.iter(qn("w:tblW"))).addprevious(parse_xml(f"<w:bidiVisual {nsdecls('w')}/>"))
        for position, (row, word_row) in enumerate(zip(rows, grid.rows, strict=True), 1):
            word_row._tr.get_or_add_trPr().append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
            for line, width, style_name, cell in zip(row, widths, styles, word_row.cells, strict=True):
                cell.width = self.width * width // sum(widths)
                paragraph = cell.paragraphs[0]
                _set_style(paragraph, style_name)
                paragraph.paragraph_format.keep_with_next = position < len(rows) <= LONGEST_TOGETHER or None
                self.write_line(paragraph, line)
        self.add_paragraph("Gap", ())
        return grid

    def answer_space(self, space: AnswerSpace) -> None:
        if space.label:
            self.add_paragraph("Label", (space.label,))
        for number in range(1, space.lines + 1):
            line = self.add_answer_line()
            line.paragraph_format.keep_with_next = number < space.lines <= LONGEST_TOGETHER or None

    def add_answer_line(self) -> WordParagraph:
        paragraph = self.word.add_paragraph()
        _set_style(paragraph, "Answer Line")
        return paragraph

    def add_scale(self, scale: ScoreScale) -> None:
        pieces: list[Inline] = [Strong(scale.label)] if scale.label else []
        for score in scale.scores:
            pieces += ["\u2003☐\u00a0", Strong(score.mark), f" {score.meaning}"]
        self.add_paragraph("Scale", tuple(pieces))


def measure_text(document: Document) -> int:
    """The width of the text between the margins, in Word's unit (a twentieth of a point)."""
    return PAGES[document.paper][0] - 2 * MARGIN


def _set_style(paragraph: WordParagraph, name: str) -> None:
    """Set a style by its id, the name without spaces; python-docx would search all styles for the name each time."""
    paragraph._p.style = name.replace(" ", "")


def _set_small(paragraph: WordParagraph) -> None:
    paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = SMALL_GAP
    paragraph.paragraph_format.line_spacing = 1
    for run in paragraph.runs:
        run.font.size = SMALL


def _set_direction(paragraph: WordParagraph, right_to_left: bool) -> None:
    value = "1" if right_to_left else "0"
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(parse_xml(f'<w:bidi {nsdecls("w")} w:val="{value}"/>'), *_AFTER_BIDI)
    for run in paragraph._p.iter(qn("w:r")):
        run.get_or_add_rPr().append(parse_xml(f'<w:rtl {nsdecls("w")} w:val="{value}"/>'))


def _write_line(paragraph: WordParagraph, line: Line, accent: str) -> None:
    for inline in line:
        run = paragraph.add_run(word_inline(inline))
        match inline:
            case Strong():
                run.bold = True
            case Emphasis():
                run.italic = True
            case Blank():
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
            case InlineLink():
                run.font.color.rgb = RGBColor.from_string(accent.removeprefix("#"))
                run.font.underline = True
                place = paragraph.part.relate_to(inline.url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
                link = parse_xml(f"<w:hyperlink {nsdecls('w', 'r')}/>")
                link.set(qn("r:id"), place)
                run._r.addprevious(link)
                link.append(run._r)


def _add_footer(word: Word, document: Document) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.paragraph_format.tab_stops.add_tab_stop(measure_text(document), WD_TAB_ALIGNMENT.RIGHT)
    paragraph.add_run(" · ".join(filter(None, (document.company, document.title))) + "\t")
    _add_field(paragraph, "PAGE")
    paragraph.add_run(" / ")
    _add_field(paragraph, "NUMPAGES")


def _add_letterhead(word: Word, letterhead: Letterhead) -> None:
    """The logo, or else the name, above each page, and the lines below it."""
    section = word.sections[0]
    head = section.header.paragraphs[0].add_run()
    if letterhead.logo:
        picture = head.add_picture(io.BytesIO(letterhead.logo), height=LOGO_HEIGHT)
        picture._inline.docPr.set("descr", letterhead.name)
    else:
        head.add_text(letterhead.name)
    foot = section.footer
    for line in letterhead.lines:
        paragraph = foot.add_paragraph(style="Footer")
        _write_line(paragraph, line, letterhead.accent)


def _add_field(paragraph: WordParagraph, code: str) -> None:
    """A number that Word works out, such as the page's."""
    field = parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="{code}"/>')
    run = paragraph.add_run("1")
    run._r.addprevious(field)
    field.append(run._r)


def _set_properties(word: Word, document: Document) -> None:
    properties = word.core_properties
    properties.title = document.title[:255]
    properties.author = document.company[:255]
    properties.last_modified_by = properties.author
    properties.comments = ""
    properties.language = document.language
    for name in ("created", "modified"):
        for element in properties._element.findall(qn(f"dcterms:{name}")):
            properties._element.remove(element)


def _without_times(word: Word) -> bytes:
    """The file, without the times at which its parts were zipped."""
    dated, dateless = io.BytesIO(), io.BytesIO()
    word.save(dated)
    with zipfile.ZipFile(dated) as source, zipfile.ZipFile(dateless, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _LONG_AGO), source.read(name), zipfile.ZIP_DEFLATED)
    return dateless.getvalue()
