"""Plain text as blocks: points of a list by their signs and numbers, lines that were wrapped joined again."""

import re
from collections.abc import Iterator
from itertools import pairwise

import msgspec

from packs.reading.blocks import BlockRole, TextBlock, refuse_many
from packs.reading.headings import read_heading_words
from packs.reading.labels import is_label
from web.bullets import find_bullet_end, is_lone_bullet, read_number, split_bullets

_LONG = 60  # a line at least this long may have been wrapped by whatever it was copied from
_NARROW = 20  # characters of a column's line
_WIDEST = 120  # a text with lines longer than this was not wrapped
_SENTENCE_END = (".", "!", "?", ":", ";")
_GOES_ON = re.compile(
    r"(?<![;,]) (?:the|an?|of|and|or|to|in|with|for|on|at|by|from|as|our|your|their|its|is|are|will|that|be"
    r"|been|which|who|this)\Z"
)
_FEW_WORDS = 3
_TITLED = re.compile(r"[A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|&|and|of|the|/)){0,7}:?")  # Visits and Parish Services
_ENOUGH_WRAPPED = 3  # lines that break off, in a text that was wrapped
_PARTED = re.compile(r"[a-z]{2}-\Z")
_KEEPS_HYPHEN = re.compile(
    r"\b(?:self|non|co|well|high|low|full|part|long|short|cross|multi|semi|post|pre|mid|on|off|up|in|out|follow|hands"
    r"|e|re|anti|inter|real|open|close|first|second|third|day|year|time|work|state|end|front|back|data|cost|user|hard|fast|quick|fun|team|customer|award|problem|decision|deep|broad|all|ever|life|world|child)-\Z",
    re.IGNORECASE,
)
_ROW = re.compile(r"\A\s{0,20}\|?([^|].*)\|\s{0,20}\Z", re.DOTALL)
# A label and its fact in two columns, with spaces or a tab between.
_COLUMNS = re.compile(r"(?P<label>\S{1,30}(?: \S{1,30}){0,4})(?:\t\s{0,20}| \s{1,40})(?P<value>\S.*)")
# What stands on a line of its own under a long title, and goes on with none.
# Location | Bismarck, ND; a contract and its start are two facts.
_PIPED = re.compile(r"(?P<label>(?!Contract\b)[^|]{2,40}?)\s\|\s(?P<value>[^|]+)")
_SIDE_BY_SIDE = re.compile(r"(?<!\s)\s{3,60}(?=[A-Z][\w /]{1,30}:\s)")  # Class: Clerk       Grade: 7
_STARTS_LABEL = re.compile(r"[A-Z][\w /]{1,30}:\s")
_STARTS_FACT = re.compile(r"(?:Posted|Published|Listed|Closing|Closes|Deadline|Location|Salary|Hours|Reference)\b")
_RULE = re.compile(r"\A[\s|:=_*~–—-]*\Z")


class _TextLine(msgspec.Struct):
    """A line: its words without bullet, whether it is a point of a list, and whether a blank line is before it."""

    text: str
    raw: str
    is_bullet: bool
    gap: bool


def read_plain(text: str, width: int | None = None, *, is_set: bool = False) -> Iterator[TextBlock]:
    """The blocks of a plain text. `width` is that of the whole text it is a part of, in characters, 0 where nothing was
    wrapped. `is_set` says that the lines were broken by a page, in columns that may be narrow. Raises TooLargeError as
    soon as there are too many.
    """
    for number, block in enumerate(_list_blocks(text, width, is_set=is_set)):
        refuse_many(number)
        yield block


def _list_blocks(text: str, width: int | None, *, is_set: bool) -> Iterator[TextBlock]:
    lines = text.splitlines()
    if width is None:
        width = max((len(line.rstrip()) for line in lines), default=0)
    pending: _TextLine | None = None
    wraps = _count_wrapped(lines) >= _ENOUGH_WRAPPED
    for line in _list_lines(lines):
        if pending and (_is_continued(pending, line, width, wraps=wraps) or (is_set and _goes_on(pending, line))):
            pending = msgspec.structs.replace(pending, text=_join_lines(pending.text, line.text), raw=line.raw)
        else:
            if pending:
                yield from _make_blocks(pending)
            pending = line
    if pending:
        yield from _make_blocks(pending)


def _count_wrapped(lines: list[str]) -> int:
    """How many long lines break off in the midst of a sentence."""
    return sum(
        len(line.rstrip()) >= _LONG and after[:1].islower() and line.rstrip()[-1:].isalpha()
        for line, after in pairwise(lines)
    )


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
            for part in _split_columns(line[end:].strip()):
                yield _TextLine(_read_row(part), line, bool(end) or waiting, gap)
                gap = waiting = False


def _split_columns(line: str) -> list[str]:
    """The facts of a line that has several side by side, each after its label; other lines as they are."""
    return _SIDE_BY_SIDE.split(line) if _STARTS_LABEL.match(line) else [line]


def _read_row(line: str) -> str:
    """A row of a table, or a line in two columns, as one line, its first cell before a colon where there are two."""
    columns = _COLUMNS.match(line) or _PIPED.fullmatch(line)
    if columns and not columns["label"].endswith(":") and is_label(columns["label"]):
        return f"{columns['label']}: {columns['value']}"
    match = _ROW.match(line)
    if not match:
        return line
    cells = [cell.strip() for cell in match[1].split("|") if cell.strip()]
    return f"{cells[0].rstrip(':')}: {cells[1]}" if len(cells) == 2 else " ".join(cells)  # noqa: PLR2004


def _find_numbered(lines: list[str]) -> dict[int, int]:
    """Where the words begin of lines that are numbered points of a list, by the line's index.

    A number alone is a date or an amount, and numbered headings have other lines between them.
    """
    found: dict[int, int] = {}
    previous: tuple[int, int, int] | None = None  # index, number, end
    is_listed = False
    for index, line in enumerate(lines):
        number = read_number(line)
        if number and previous and number[0] == previous[1] + 1 and not _is_headed(lines[previous[0] + 1 : index]):
            found |= {previous[0]: previous[2], index: number[1]}
        elif number and number[0] == 1 and is_listed:
            found[index] = number[1]
        if number:
            previous = None if read_heading_words(line).is_whole else (index, *number)
        elif line.strip() and not (previous and (index - previous[0] <= 1 or _TITLED.fullmatch(line.strip()))):
            previous = None
        is_listed = bool(find_bullet_end(line))
    return found


def _is_headed(between: list[str]) -> bool:
    """Whether what stands between two numbered lines is a sentence, under a heading: 1. Health, Candidates must be."""
    said = [line.strip() for line in between if line.strip()]
    is_title = len(said) == 1 and bool(_TITLED.fullmatch(said[0]))  # of the points that go on below it
    return bool(said) and not is_title and said[0][0].isupper() and len(said[0].split()) > _FEW_WORDS


def _make_blocks(line: _TextLine) -> Iterator[TextBlock]:
    if not line.is_bullet:
        yield TextBlock(line.text, BlockRole.PARAGRAPH, gap=line.gap)
        return
    for number, point in enumerate(split_bullets(line.text)):
        yield TextBlock(point, BlockRole.BULLET, gap=line.gap and not number)


def _is_continued(pending: _TextLine, line: _TextLine, width: int, *, wraps: bool) -> bool:
    """Whether a line goes on with the one before: there was no room for its first word, or a long one breaks off."""
    if line.is_bullet:
        return False
    if line.gap:
        return line.text[0].islower() and len(pending.text) >= _LONG and pending.text[-1].isalpha()
    indented = pending.is_bullet and line.raw.startswith("  ") and not pending.raw.startswith("      ")
    if indented and not line.text.endswith(":"):
        return True
    if read_heading_words(line.text).is_whole and line.text[0].isupper():
        return False
    last = pending.raw.rstrip()
    first_word = line.text.split(maxsplit=1)[0]
    if width <= _WIDEST and len(last) >= _LONG - 10 and len(last) + 1 + len(first_word) > width:
        ends = last.endswith(_SENTENCE_END) or bool(_STARTS_FACT.match(line.text))
        return not ends or (". " in pending.text and not last.endswith(":"))
    return len(last) >= _LONG and _breaks_off(pending, line, last, wraps=wraps)


def _goes_on(pending: _TextLine, line: _TextLine) -> bool:
    """Whether a line of a page ends with a word that another one has to follow, or the next starts in small letters."""
    if line.is_bullet or len(pending.text) < _NARROW or pending.text.endswith(_SENTENCE_END):
        return False
    return bool(_GOES_ON.search(pending.text)) or line.text[0].islower()


def _breaks_off(pending: _TextLine, line: _TextLine, last: str, *, wraps: bool) -> bool:
    """Whether a long line ends in the midst of a sentence, by its last word, the next one, or what others do."""
    if _GOES_ON.search(last):
        return True
    if read_heading_words(line.text).is_whole:
        return False
    is_open = wraps and last[-1].isalpha() and not pending.is_bullet
    return is_open or (not last.endswith(_SENTENCE_END) and line.text[0].islower())


def _join_lines(first: str, second: str) -> str:
    """Two lines as one; a word that a hyphen split is whole again."""
    if _PARTED.search(first) and second[:1].islower():
        return first + second if _KEEPS_HYPHEN.search(first) else first[:-1] + second
    return f"{first} {second}"
