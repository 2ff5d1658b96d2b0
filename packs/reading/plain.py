"""Plain text as blocks: points of a list by their signs and numbers, lines that were wrapped joined again."""

import re
from collections.abc import Iterator

import msgspec

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.headings import read_heading_words
from web.bullets import find_bullet_end, is_lone_bullet, read_number, split_bullets

_LONG = 60  # a line at least this long may have been wrapped by whatever it was copied from
_WIDEST = 100  # a text with lines longer than this was not wrapped
_SENTENCE_END = (".", "!", "?", ":", ";")
_PARTED = re.compile(r"[a-z]{2}-\Z")
_KEEPS_HYPHEN = re.compile(
    r"\b(?:self|non|co|well|high|low|full|part|long|short|cross|multi|semi|post|pre|mid|on|off|up|in|out|follow|hands"
    r"|e|re|anti|inter|real|open|close|first|second|third|day|year|time|work|state|end|front|back|data|cost|user|hard|fast|quick|fun|team|customer|award|problem|decision|deep|broad|all|ever|life|world|child)-\Z",
    re.IGNORECASE,
)
_ROW = re.compile(r"\A\s*\|([^|]*(?:\|[^|]*)+)\|\s*\Z")
_RULE = re.compile(r"\A[\s|:=_*~–—-]*\Z")


class _TextLine(msgspec.Struct):
    """A line: its words without bullet, whether it is a point of a list, and whether a blank line is before it."""

    text: str
    raw: str
    is_bullet: bool
    gap: bool


def read_plain(text: str, width: int | None = None) -> Iterator[TextBlock]:
    """The blocks of a plain text. `width` is that of the whole which it is a part of, 0 where nothing was wrapped."""
    lines = text.splitlines()
    if width is None:
        width = max((len(line.rstrip()) for line in lines), default=0)
    pending: _TextLine | None = None
    for line in _list_lines(lines):
        if pending and _is_continued(pending, line, width):
            pending = msgspec.structs.replace(pending, text=_join_lines(pending.text, line.text), raw=line.raw)
        else:
            if pending:
                yield from _make_blocks(pending)
            pending = line
    if pending:
        yield from _make_blocks(pending)


def _list_lines(lines: list[str]) -> Iterator[_TextLine]:
    """The lines that say something; a bullet on a line of its own belongs to the next one."""
    numbered = _find_numbered(lines)
    gap, waiting = True, False
    for index, line in enumerate(lines):
        if not line.strip() or _RULE.match(line):
            if is_lone_bullet(line):
                waiting = True
            else:
                gap = True
        elif is_lone_bullet(line):
            waiting = True
        else:
            end = numbered.get(index) or find_bullet_end(line)
            yield _TextLine(_read_row(line[end:].strip()), line, bool(end) or waiting, gap)
            gap = waiting = False


def _read_row(line: str) -> str:
    """A row of a table as one line, its first cell before a colon where there are two."""
    match = _ROW.match(line)
    if not match:
        return line
    cells = [cell.strip() for cell in match[1].split("|") if cell.strip()]
    return (": " if len(cells) == 2 else " ").join(cells)  # noqa: PLR2004


def _find_numbered(lines: list[str]) -> dict[int, int]:
    """Where the words begin of lines that are numbered points of a list, by the line's index.

    A number alone is a date or an amount, and numbered headings have other lines between them.
    """
    found: dict[int, int] = {}
    previous: tuple[int, int, int] | None = None  # index, number, end
    is_listed = False
    for index, line in enumerate(lines):
        number = read_number(line)
        if number and previous and number[0] == previous[1] + 1:
            found |= {previous[0]: previous[2], index: number[1]}
        elif number and number[0] == 1 and is_listed:
            found[index] = number[1]
        if number:
            previous = None if read_heading_words(line).is_whole else (index, *number)
        elif line.strip() and not (previous and index - previous[0] <= 1):
            previous = None
        is_listed = bool(find_bullet_end(line))
    return found


def _make_blocks(line: _TextLine) -> Iterator[TextBlock]:
    if not line.is_bullet:
        yield TextBlock(line.text, BlockRole.PARAGRAPH, gap=line.gap)
        return
    for number, point in enumerate(split_bullets(line.text)):
        yield TextBlock(point, BlockRole.BULLET, gap=line.gap and not number)


def _is_continued(pending: _TextLine, line: _TextLine, width: int) -> bool:
    """Whether a line goes on with the one before: there was no room for its first word, or a long one breaks off."""
    if line.gap or line.is_bullet:
        return False
    indented = pending.is_bullet and line.raw.startswith("  ") and not pending.raw.startswith("      ")
    if indented and not line.text.endswith(":"):
        return True
    last = pending.raw.rstrip()
    first_word = line.text.split(maxsplit=1)[0]
    if width <= _WIDEST and len(last) >= _LONG - 10 and len(last) + 1 + len(first_word) > width:
        ends = last.endswith(_SENTENCE_END)
        return not ends or (
            ". " in pending.text and not last.endswith(":") and not read_heading_words(line.text).is_whole
        )
    if read_heading_words(line.text).is_whole:
        return False
    return len(last) >= _LONG and not last.endswith(_SENTENCE_END) and line.text[0].islower()


def _join_lines(first: str, second: str) -> str:
    """Two lines as one; a word that a hyphen split is whole again."""
    if _PARTED.search(first) and second[:1].islower():
        return first + second if _KEEPS_HYPHEN.search(first) else first[:-1] + second
    return f"{first} {second}"
