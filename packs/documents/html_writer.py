"""HTML: a page of its own, the same without a frame, and the subsets that job boards accept.

Only `&`, `<` and `>` are escaped, as some boards refuse every other character reference.
"""

import base64
from collections.abc import Iterable
from pathlib import Path

import msgspec

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
from roles.kit.choices import PaperSize

DEEPEST_HTML_HEADING = 6
_PAGES = {PaperSize.A4: "A4", PaperSize.LETTER: "letter"}  # as style sheets name them
_STYLE = (Path(__file__).parent / "page.css").read_text()


class Dialect(msgspec.Struct, frozen=True):
    """The tags that a reader of the HTML accepts besides p, br, ul, li, strong and em."""

    headings: bool = False
    tables: bool = False
    full: bool = False
    links: bool = False  # also where not `full`
    top: int = 1  # the level of the document's title
    direction: Direction | None = None  # of the document; a line of the other one names its own where `full`


FULL = Dialect(headings=True, tables=True, full=True)
PREVIEW = Dialect(headings=True, tables=True, full=True, top=2)
INDEED = Dialect(headings=True, tables=True)
LINKEDIN = Dialect()
EMAIL = Dialect(links=True)


def write_html(document: Document) -> str:
    """The document as a whole HTML page with its own styles; blanks are marked."""
    colors = "".join(f"--{name}: {value}; " for name, value in document.colors.items())
    head, foot = _write_letterhead(document.letterhead, dialect=FULL)
    return (
        f'<!doctype html>\n<html lang="{_escape_attribute(document.language)}" dir="{document.direction}">\n<head>\n'
        '<meta charset="utf-8">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape_text(document.title)}</title>\n"
        f"<style>\n:root {{ {colors}}}\n@page {{ size: {_PAGES[document.paper]}; }}\n{_STYLE}</style>\n"
        f"</head>\n<body>\n{head}<main>\n"
        f"{write_fragment(document)}</main>\n{foot}</body>\n</html>\n"
    )


def write_fragment(document: Document) -> str:
    """The title and blocks as HTML without a page around them, for the clipboard or for another page."""
    return _write_elements(document, FULL)


def write_preview(document: Document) -> str:
    """The title and blocks as HTML for a place in another page: headings start one level below that page's title."""
    return _write_elements(document, PREVIEW)


def write_indeed(document: Document) -> str:
    """The document as the HTML that Indeed accepts: headings, lists and simple tables without attributes."""
    return _write_elements(document, INDEED)


def write_linkedin(document: Document) -> str:
    """The document as the HTML that LinkedIn and most job boards accept: p, br, ul, li, strong and em."""
    return _write_elements(document, LINKEDIN)


def write_email(document: Document) -> str:
    """The document as HTML that every mail program shows alike, with links, and with the
    letterhead's lines at the end.
    """
    signature = [(document.letterhead.name,), *document.letterhead.lines] if document.letterhead else []
    return _write_elements(document, EMAIL) + _join_lines(signature, EMAIL)


def escape_text(text: str) -> str:
    """Text with &, < and > as entities, to stand between tags; not for an attribute."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape_attribute(text: str) -> str:
    return escape_text(text).replace('"', "&quot;")


def _write_letterhead(letterhead: Letterhead | None, dialect: Dialect) -> tuple[str, str]:
    """The head and the foot of a page, both empty without a letterhead."""
    if not letterhead:
        return "", ""
    name = escape_text(letterhead.name)
    if letterhead.logo:
        data = base64.b64encode(letterhead.logo).decode()
        name = f'<img src="data:image/png;base64,{data}" alt="{_escape_attribute(letterhead.name)}">'
    foot = _join_lines(letterhead.lines, dialect)
    return f"<header>{name}</header>\n", f"<footer>\n{foot}</footer>\n" if foot else ""


def _join_lines(lines: Iterable[Line], dialect: Dialect) -> str:
    """Lines below each other as one paragraph, empty without any."""
    paragraph = _wrap_content("p", "<br>".join(_write_line(line, dialect) for line in lines))
    return f"{paragraph}\n" if paragraph else ""


def _write_elements(document: Document, dialect: Dialect) -> str:
    dialect = msgspec.structs.replace(dialect, direction=document.direction)
    elements = [
        _write_heading(1, (document.title,), dialect),
        *(_write_block(block, dialect) for block in document.blocks),
    ]
    return "".join(f"{element}\n" for element in elements if element)


def _write_block(block: Block, dialect: Dialect) -> str:
    match block:
        case Heading():
            return _write_heading(block.level, block.line, dialect)
        case Paragraph():
            return _wrap_line("p", block.line, dialect)
        case Note():
            text = _wrap_line("p", block.line, dialect)
            return f"<aside>{text}</aside>" if dialect.full else text
        case Bullets():
            return _write_list("ul", block.items, dialect)
        case Steps():
            return _write_steps(block, dialect)
        case Facts():
            return _write_facts(block, dialect)
        case Table():
            return _write_table(block, dialect)
        case AnswerSpace():
            lines = f'<div class="answer">{"<div></div>" * block.lines}</div>' if dialect.full else ""
            return _write_label(block.label) + lines
        case ScoreScale():
            scores: list[Line] = [(f"☐ {score.mark} {score.meaning}",) for score in block.scores]
            listed = _write_list("ul", scores, dialect)
            return _write_label(block.label) + (
                listed.replace("<ul>", '<ul class="scale">', 1) if dialect.full else listed
            )
        case PageBreak():
            return '<hr class="page-break">' if dialect.full else ""
        case SmallPrint():
            return ""


def _write_heading(level: int, line: Line, dialect: Dialect) -> str:
    if dialect.headings:
        return _wrap_line(f"h{min(level + dialect.top - 1, DEEPEST_HTML_HEADING)}", line, dialect)
    text = _write_line(line, dialect)
    return f"<p><strong>{text}</strong></p>" if text else ""


def _write_list(tag: str, items: Iterable[Line], dialect: Dialect) -> str:
    return _wrap_content(tag, "".join(_wrap_line("li", item, dialect, empty=True) for item in items))


def _write_steps(block: Steps, dialect: Dialect) -> str:
    if dialect.full:
        return _write_list("ol", block.items, dialect)
    numbered = (f"{number}. {_write_line(item, dialect)}" for number, item in enumerate(block.items, 1))
    return _wrap_content("p", "<br>".join(numbered))


def _write_facts(block: Facts, dialect: Dialect) -> str:
    if dialect.full:
        facts = (
            f"<dt>{escape_text(fact.name)}</dt>{_wrap_line('dd', fact.value, dialect, empty=True)}"
            for fact in block.facts
        )
        return _wrap_content("dl", "".join(facts))
    named = (f"<strong>{escape_text(fact.label)}</strong> {_write_line(fact.value, dialect)}" for fact in block.facts)
    return _wrap_content("p", "<br>".join(named))


def _write_table(table: Table, dialect: Dialect) -> str:
    heading = [_write_line(column.heading, dialect) for column in table.columns]
    rows = [[_write_line(cell, dialect) for cell in row] for row in table.rows]
    if not dialect.tables:
        return "".join(_wrap_content("p", "<br>".join(filter(None, row))) for row in [heading, *rows])
    figures = [dialect.full and column.kind is ColumnKind.FIGURE for column in table.columns]
    head = _write_row('th scope="col"' if dialect.full else "th", heading, figures)
    body = "".join(_write_row("td", row, figures) for row in rows)
    return _wrap_content(
        "table", _wrap_content("thead", head) + _wrap_content("tbody", body) if dialect.full else head + body
    )


def _write_row(tag: str, cells: list[str], figures: list[bool]) -> str:
    cell_elements = (
        f"<{tag}{' class="figure"' if figure else ''}>{cell}</{tag[:2]}>"
        for cell, figure in zip(cells, figures, strict=True)
    )
    return _wrap_content("tr", "".join(cell_elements))


def _write_label(label: str) -> str:
    return f"<p><strong>{escape_text(label)}</strong></p>" if label else ""


def _wrap_line(tag: str, line: Line, dialect: Dialect, *, empty: bool = False) -> str:
    """An element of the line, which names its direction where that is not the document's."""
    content, direction = _write_line(line, dialect), read_direction(line)
    named = f' dir="{direction}"' if dialect.full and direction not in (None, dialect.direction) else ""
    return f"<{tag}{named}>{content}</{tag}>" if content or empty else ""


def _wrap_content(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if content else ""


def _write_line(line: Line, dialect: Dialect) -> str:
    return "".join(_write_inline(inline, dialect) for inline in line)


def _write_inline(inline: Inline, dialect: Dialect) -> str:
    if isinstance(inline, str):  # nearly every one
        return escape_text(inline)
    text = escape_text(word_inline(inline))
    match inline:
        case Strong():
            return f"<strong>{text}</strong>"
        case Emphasis():
            return f"<em>{text}</em>"
        case Blank() if dialect.full:
            return f"<mark>{text}</mark>"
        case InlineLink() if dialect.full or dialect.links:
            return f'<a href="{_escape_attribute(inline.url)}">{text}</a>'
        case _:
            return text
