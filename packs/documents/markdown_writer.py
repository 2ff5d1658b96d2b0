"""Markdown (CommonMark, with GFM's tables) that renders to exactly the document's words.

Characters are escaped where CommonMark 0.31 would read them as markup, so that the source stays readable elsewhere.
"""

import re
from collections.abc import Iterable

from packs.documents.inline import Emphasis, Inline, InlineLink, Line, Strong, tidy_line, word_inline
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

DEEPEST_MARKDOWN_HEADING = 6
_ANYWHERE = re.compile(r"[\\`*\[\]<>|~]|&(?=#?\w+;)|_(?![^\W_])|(?<![^\W_])_")
_AT_START = re.compile(r"^(\d{1,9}(?=[.)](?:\s|$))|(?=#|[-+](?:\s|$)|--))")
_CLOSING_HASHES = re.compile(r"(^|(?<= ))(?=#+$)")


def write_markdown(document: Document) -> str:
    """The document as Markdown text, with blanks in their brackets."""
    parts = [_write_heading(1, (document.title,)), *(_write_block(block) for block in document.blocks)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _write_block(block: Block) -> str:
    match block:
        case Heading():
            return _write_heading(min(block.level, DEEPEST_MARKDOWN_HEADING), block.line)
        case Paragraph():
            return _escape_start(block.line)
        case Note():
            return f"> {_escape_start(block.line)}"
        case Bullets():
            return _write_rows(f"- {_escape_start(item)}" for item in block.items)
        case Steps():
            return _write_rows(f"{number}. {_escape_start(item)}" for number, item in enumerate(block.items, 1))
        case Facts():
            return _write_rows(
                f"- {_escape_start(tidy_line((Strong(fact.label), ' ', *fact.value)))}" for fact in block.facts
            )
        case Table():
            return _write_table(block)
        case AnswerSpace():
            return "\n\n".join([_escape_start((block.label,)), *["___"] * block.lines]).strip()
        case ScoreScale():
            scores = _write_rows(f"- ☐ {_write_line((score.mark, ' ', score.meaning))}" for score in block.scores)
            return f"{_escape_start((block.label,))}\n\n{scores}".strip()
        case PageBreak() | SmallPrint():
            return ""


def _write_heading(level: int, line: Line) -> str:
    text = _CLOSING_HASHES.sub(r"\\", _write_line(line))
    return f"{'#' * level} {text}" if text else ""


def _write_table(table: Table) -> str:
    heading = [_write_line(column.heading) for column in table.columns]
    rule = ["---:" if column.kind is ColumnKind.FIGURE else "---" for column in table.columns]
    rows = [heading, rule, *([_write_line(cell) for cell in row] for row in table.rows)]
    return _write_rows(f"| {' | '.join(row)} |" for row in rows)


def _write_rows(rows: Iterable[str]) -> str:
    return "\n".join(row.rstrip() for row in rows)


def _escape_start(line: Line) -> str:
    """A line that starts a paragraph, where `1.`, `-`, `+` and `#` would start something else."""
    return _AT_START.sub(r"\1\\", _write_line(line))


def _write_line(line: Line) -> str:
    return "".join(
        _write_inline(inline, before, after)
        for before, inline, after in zip(("", *line), line, (*line[1:], ""), strict=False)
    )


def _write_inline(inline: Inline, before: Inline, after: Inline) -> str:
    text = _ANYWHERE.sub(r"\\\g<0>", word_inline(inline))
    match inline:
        case Strong() if _can_mark(inline, before, after):
            return f"**{text}**"
        case Emphasis() if _can_mark(inline, before, after):
            return f"*{text}*"
        case InlineLink() if inline.url in (inline.text, f"mailto:{inline.text}"):
            return f"<{inline.text}>"
        case InlineLink():
            return f"[{text}](<{inline.url}>)"
        case _ if isinstance(after, InlineLink) and text.endswith("!"):
            return f"{text[:-1]}\\!"
    return text


def _can_mark(marked: Strong | Emphasis, before: Inline, after: Inline) -> bool:
    """Whether asterisks around the words would be read as marks, by CommonMark's rule of flanking delimiters.

    Where they would not, as between "1" and "(a)", the words go unmarked rather than gain asterisks.
    """
    if isinstance(before, Strong | Emphasis) or isinstance(after, Strong | Emphasis):
        return False
    edges = ((word_inline(before)[-1:], marked.text[:1]), (word_inline(after)[:1], marked.text[-1:]))
    return all(not inner.isspace() and (not outer or outer.isspace() or inner.isalnum()) for outer, inner in edges)
