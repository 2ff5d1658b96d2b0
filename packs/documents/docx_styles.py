"""The look of a Word document, as its named styles: whoever opens it can change them all in one place."""

import io
from functools import lru_cache

import docx
from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm

from packs.documents.model import ACCENT, COLORS
from roles.kit.choices import PaperSize

# Fonts that Word and LibreOffice have or replace by others of the same widths.
SERIF = "Georgia"
SANS = "Calibri"
MARGIN = Mm(25)
PAGES = {PaperSize.A4: (Mm(210), Mm(297)), PaperSize.LETTER: (Mm(215.9), Mm(279.4))}  # width and height
BULLETED, NUMBERED = 1, 5  # the list definitions of python-docx's template

_HEX = {name: color.removeprefix("#") for name, color in COLORS.items()}


def draw_border(edge: str, color: str, eighths: int, space: int = 1) -> str:
    """An XML element for a line at one edge of a paragraph or table, its width in eighths of a point."""
    return f'<w:{edge} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{_HEX[color]}"/>'


def _style_font(name: str, half_points: int, color: str = "ink", *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    return (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"/>{weight}'
        f'<w:color w:val="{_HEX[color]}"/><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    )


def _style_spacing(before: int, after: int, line: str = 'w:line="276" w:lineRule="auto"') -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" {line}/>'


def _style_heading(level: int, before: int, half_points: int) -> tuple[str, str]:
    paragraph = f'<w:keepNext/><w:keepLines/>{_style_spacing(before, 100)}<w:outlineLvl w:val="{level - 1}"/>'
    return paragraph, _style_font(SERIF, half_points, bold=True)


def _style_list(number: int) -> tuple[str, str]:
    return f'<w:numPr><w:numId w:val="{number}"/></w:numPr>{_style_spacing(0, 60)}', ""


_TITLE_RULE = f"<w:pBdr>{draw_border('bottom', 'accent', 12, 10)}</w:pBdr>"
_NOTE_FRAME = f'<w:pBdr>{draw_border("left", "accent", 18, 10)}</w:pBdr><w:shd w:val="clear" w:fill="{_HEX["tint"]}"/>'
_FOOT_RULE = f"<w:pBdr>{draw_border('top', 'hairline', 4, 6)}</w:pBdr>"
_ANSWER_LINES = f"<w:pBdr>{draw_border('bottom', 'hairline', 4)}{draw_border('between', 'hairline', 4)}</w:pBdr>"
# The contents of a style's w:pPr and w:rPr.
_STYLES = {
    "Normal": (f"<w:widowControl/>{_style_spacing(0, 140)}", _style_font(SANS, 21)),
    "Title": (f"<w:keepNext/>{_TITLE_RULE}{_style_spacing(0, 320)}", _style_font(SERIF, 48, bold=True)),
    "Heading 1": _style_heading(1, 420, 30),
    "Heading 2": _style_heading(2, 300, 24),
    "Heading 3": _style_heading(3, 240, 21),
    "Heading 4": _style_heading(4, 240, 21),
    "Heading 5": _style_heading(5, 240, 21),
    "Heading 6": _style_heading(6, 240, 21),
    "List Bullet": _style_list(BULLETED),
    "List Number": _style_list(NUMBERED),
    "Header": (_style_spacing(0, 0), _style_font(SANS, 22, "accent", bold=True)),
    "Footer": (_FOOT_RULE + _style_spacing(0, 0), _style_font(SANS, 16, "quiet")),
    "Note": (f'<w:keepLines/>{_NOTE_FRAME}{_style_spacing(160, 200)}<w:ind w:left="240"/>', ""),
    "Label": (f"<w:keepNext/>{_style_spacing(160, 60)}", _style_font(SANS, 21, bold=True)),
    "Answer Line": (_ANSWER_LINES + _style_spacing(0, 0, 'w:line="480" w:lineRule="exact"'), ""),
    "Scale": (f"<w:keepLines/>{_style_spacing(160, 200)}", ""),
    "Cell": (_style_spacing(70, 70, 'w:line="252" w:lineRule="auto"'), _style_font(SANS, 20)),
    "Cell Heading": (f"<w:keepNext/>{_style_spacing(70, 70)}", _style_font(SANS, 18, bold=True)),
    "Cell Name": (_style_spacing(70, 70, 'w:line="252" w:lineRule="auto"'), _style_font(SANS, 20, "quiet")),
    "Gap": (_style_spacing(0, 0, 'w:line="160" w:lineRule="exact"'), ""),
}


@lru_cache(maxsize=16)
def build_template(language: str, paper: PaperSize, *, right_to_left: bool, accent: str = ACCENT) -> bytes:
    """An empty Word file with the styles, language (a BCP 47 tag), paper, direction and accent color of a document. The
    last 16 are kept.
    """
    word = docx.Document()
    _drop_leftovers(word)
    elements = {style.name: style.element for style in word.styles}
    for name, (paragraph, run) in _STYLES.items():
        element = elements.get(name)
        if element is None:
            added = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            added.base_style, element = word.styles["Normal"], added.element
        for tag, content in (("pPr", paragraph), ("rPr", run)):
            for old in element.findall(qn(f"w:{tag}")):
                element.remove(old)
            colored = content.replace(_HEX["accent"], accent.removeprefix("#"))
            element.append(parse_xml(f"<w:{tag} {nsdecls('w')}>{colored}</w:{tag}>"))
    if right_to_left:
        normal = elements["Normal"]
        next(normal.iter(qn("w:spacing"))).addprevious(parse_xml(f"<w:bidi {nsdecls('w')}/>"))
        normal.rPr.append(parse_xml(f"<w:rtl {nsdecls('w')}/>"))
    default = next(word.styles.element.iter(qn("w:lang")))
    for kind in ("val", "eastAsia", "bidi"):
        default.set(qn(f"w:{kind}"), language)
    section = word.sections[0]
    section.page_width, section.page_height = PAGES[paper]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def _drop_leftovers(word: Word) -> None:
    """Leave out what python-docx's template has and no document needs; ask Word for its present-day layout."""
    for element in list(word.styles.element):
        if element.get(qn("w:type")) == "table" and element.get(qn("w:default")) is None:
            word.styles.element.remove(element)
    relationships = word.part.package.rels
    for key in [
        key for key, relationship in relationships.items() if relationship.reltype == RELATIONSHIP_TYPE.THUMBNAIL
    ]:
        del relationships[key]
    for setting in word.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")
