"""Plain text, one line per paragraph, so that it wraps wherever it is pasted."""

from collections.abc import Iterable

from packs.documents.inline import Inline, InlineLink, Line, is_written_out, word_inline
from packs.documents.model import (
    AnswerSpace,
    Block,
    Bullets,
    ColumnKind,
    Document,
    Facts,
    Heading,
    Note,
    PageBreak,
    Paragraph,
    ScoreScale,
    SmallPrint,
    Steps,
    Table,
)

WIDEST_TABLE = 78
TITLE_RULE = "_" * 60


def write_text(document: Document) -> str:
    """The document as plain text, with blanks in brackets and the address of a link after its words."""
    parts = [document.title, *(_write_block(block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _write_block(block: Block) -> str:
    match block:
        case Heading() | Paragraph() | Note():
            return _write_line(block.line)
        case Bullets():
            return _write_rows(f"- {_write_line(item)}" for item in block.items)
        case Steps():
            return _write_rows(f"{number}. {_write_line(item)}" for number, item in enumerate(block.items, 1))
        case Facts():
            return _write_rows(f"{fact.label} {_write_line(fact.value)}".lstrip() for fact in block.facts)
        case Table():
            return _write_table(block)
        case AnswerSpace():
            return _write_rows([block.label, *[TITLE_RULE] * block.lines]).lstrip()
        case ScoreScale():
            return _write_rows([block.label, *(f"☐ {score.mark} {score.meaning}" for score in block.scores)])
        case PageBreak() | SmallPrint():
            return ""


def _write_table(table: Table) -> str:
    """Columns side by side where they fit, otherwise a row's cells under one another."""
    rows = [
        [_write_line(column.heading) for column in table.columns],
        *([_write_line(cell) for cell in row] for row in table.rows),
    ]
    widths = [max(map(len, cells)) for cells in zip(*rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > WIDEST_TABLE:
        return "\n\n".join(_write_rows([row[0], *(f"  {cell}" for cell in row[1:] if cell)]) for row in rows)
    figures = [column.kind is ColumnKind.FIGURE for column in table.columns]
    return _write_rows(
        "  ".join(
            cell.rjust(width) if figure else cell.ljust(width)
            for cell, width, figure in zip(row, widths, figures, strict=True)
        )
        for row in rows
    )


def _write_rows(rows: Iterable[str]) -> str:
    return "\n".join(row.rstrip() for row in rows)


def _write_line(line: Line) -> str:
    return "".join(_write_inline(inline) for inline in line)


def _write_inline(inline: Inline) -> str:
    if isinstance(inline, InlineLink) and not is_written_out(inline):
        return f"{inline.text} ({inline.url})"
    return word_inline(inline)
