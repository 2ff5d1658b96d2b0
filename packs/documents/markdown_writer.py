"""Markdown (CommonMark, with GFM's tables) that renders to exactly the document's words.

Characters are escaped where CommonMark 0.31 would read them as markup, so that the source stays readable elsewhere.
"""

import re
from collections.abc import Iterable

from packs.documents.inline import Emphasis, Inline, Line, Link, Strong, tidy, words
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
    Steps,
    Table,
)

DEEPEST_HEADING = 6
_ANYWHERE = re.compile(r"[\\`*\[\]<>|~]|&(?=#?\w+;)|_(?![^\W_])|(?<![^\W_])_")
_AT_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=#|[-+](?:\s|$)|--))")
_CLOSING_HASHES = re.compile(r"(^|(?<= ))(?=#+$)")


def write(document: Document) -> str:
    """The document as Markdown; blanks in brackets."""
    parts = [_heading(1, (document.title,)), *(_block(block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return _heading(min(block.level, DEEPEST_HEADING), block.line)
        case Paragraph():
            return _start(block.line)
        case Note():
            return f"> {_start(block.line)}"
        case Bullets():
            return _rows(f"- {_start(item)}" for item in block.items)
        case Steps():
            return _rows(f"{number}. {_start(item)}" for number, item in enumerate(block.items, 1))
        case Facts():
            return _rows(f"- {_start(tidy((Strong(fact.label), ' ', *fact.value)))}" for fact in block.facts)
        case Table():
            return _table(block)
        case AnswerSpace():
            return "\n\n".join([_start((block.label,)), *["___"] * block.lines]).strip()
        case ScoreScale():
            scores = _rows(f"- ☐ {_line((score.mark, ' ', score.meaning))}" for score in block.scores)
            return f"{_start((block.label,))}\n\n{scores}".strip()
        case PageBreak():
            return ""


def _heading(level: int, line: Line) -> str:
    text = _CLOSING_HASHES.sub(r"\\", _line(line))
    return f"{'#' * level} {text}" if text else ""


def _table(table: Table) -> str:
    heading = [_line(column.heading) for column in table.columns]
    rule = ["---:" if column.kind is ColumnKind.FIGURE else "---" for column in table.columns]
    rows = [heading, rule, *([_line(cell) for cell in row] for row in table.rows)]
    return _rows(f"| {' | '.join(row)} |" for row in rows)


def _rows(rows: Iterable[str]) -> str:
    return "\n".join(row.rstrip() for row in rows)


def _start(line: Line) -> str:
    """A line that starts a paragraph, where `1.`, `-`, `+` and `#` would start something else."""
    return _AT_START.sub(r"\1\\", _line(line))


def _line(line: Line) -> str:
    return "".join(
        _inline(inline, before, after)
        for before, inline, after in zip(("", *line), line, (*line[1:], ""), strict=False)
    )


def _inline(inline: Inline, before: Inline, after: Inline) -> str:
    text = _ANYWHERE.sub(r"\\\g<0>", words(inline))
    match inline:
        case Strong() if _can_mark(inline, before, after):
            return f"**{text}**"
        case Emphasis() if _can_mark(inline, before, after):
            return f"*{text}*"
        case Link():
            return f"[{text}](<{inline.url}>)"
        case _ if isinstance(after, Link) and text.endswith("!"):
            return f"{text[:-1]}\\!"
    return text


def _can_mark(marked: Strong | Emphasis, before: Inline, after: Inline) -> bool:
    """Whether asterisks around the words would be read as marks, by CommonMark's rule of flanking delimiters.

    Where they would not, as between "1" and "(a)", the words go unmarked rather than gain asterisks.
    """
    if isinstance(before, Strong | Emphasis) or isinstance(after, Strong | Emphasis):
        return False
    edges = ((words(before)[-1:], marked.text[:1]), (words(after)[:1], marked.text[-1:]))
    return all(not inner.isspace() and (not outer or outer.isspace() or inner.isalnum()) for outer, inner in edges)
