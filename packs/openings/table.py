"""The table that openings are made from: its cells as they stand in a CSV file or a workbook.

It is read as records of pay are: with commas, semicolons, tabs or bars, with a byte order mark, in UTF-8, UTF-16,
Windows-1252 or Mac Roman, or as XLSX.
"""

import re
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from compensation.imports.reader import ImportFileError, open_tables
from compensation.imports.text import TableRowError
from web.bullets import drop_no_width

MOST_DRAFTS = 50  # of one table
MOST_LINES_READ = 1_000  # with those that are empty
MOST_LINES_ABOVE = 10  # in which the header is looked for
LARGEST_UPLOAD = 500_000  # bytes
LONGEST_CELL = 200  # characters
# What each column may be called, in capitals, the way files are read; English and Spanish.
OPENING_COLUMNS = {
    "title": (
        *("TITLE", "JOB_TITLE", "ROLE_TITLE", "POSITION_TITLE", "POSITION", "JOB", "JOB_NAME", "OPENING"),
        *("TÍTULO", "TITULO", "TÍTULO_DEL_PUESTO", "PUESTO"),
    ),
    "level": ("LEVEL", "JOB_LEVEL", "SENIORITY", "SENIORITY_LEVEL", "GRADE", "NIVEL"),
    "place": (
        *("PLACE", "LOCATION", "LOCATIONS", "JOB_LOCATION", "WORK_LOCATION", "CITY", "OFFICE", "OFFICE_LOCATION"),
        *("LUGAR", "UBICACIÓN", "UBICACION", "CIUDAD"),
    ),
    "pay": (
        *("PAY", "PAY_RANGE", "SALARY", "SALARY_RANGE", "BASE_PAY", "BASE_SALARY", "ANNUAL_SALARY", "COMPENSATION"),
        *("WAGE", "SALARIO", "SUELDO", "PAGO"),
    ),
    "role": ("ROLE", "KIT", "OCCUPATION", "ROL", "OCUPACIÓN"),
}
IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Of pay, what a header may say of all of its figures: Salary (EUR), Pay [per hour].
PAY_NOTE = re.compile(
    r"[(\[]\s*([A-Za-z]{3}|[$€£]|(?:per|an?|por|al) \w+|hourly|daily|weekly|monthly|yearly|annual(?:ly)?)\s*[)\]]",
    re.IGNORECASE,
)


class TableRow(msgspec.Struct, frozen=True):
    """A row by its cells' texts, with the number that a spreadsheet shows for it."""

    number: int
    title: str = ""
    level: str = ""
    place: str = ""
    pay: str = ""
    role: str = ""


class TableCells(msgspec.Struct, frozen=True):
    """A table: its columns, its rows, the rows with more cells than columns, and whether more rows follow.

    `unread` are the names of columns with something in them that no opening takes. `doubled` are the names that several
    columns have which disagree. `misquoted` is the row in which quotation marks don't match, 0 where they do.
    """

    columns: frozenset[str] = frozenset()
    rows: list[TableRow] = []
    ragged: list[int] = []
    is_cut: bool = False
    unread: list[str] = []
    doubled: list[str] = []
    misquoted: int = 0


class Column(msgspec.Struct, frozen=True):
    """A column: its place in a row, its name as written, the field it fills ("" for none), its rank among the names of
    that field, and what the name says about each figure of pay, such as EUR in Pay (EUR).
    """

    place: int
    name: str
    field: str = ""
    rank: int = 0
    note: str = ""


def read_cells(content: bytes) -> TableCells | None:
    """The first MOST_DRAFTS rows of a file that aren't empty; None where it is no table. Meant for a child process."""
    lines: list[list[str]] = []
    found: TableCells | None = None
    with TemporaryDirectory() as folder:
        path = Path(folder, "openings")
        path.write_bytes(content)
        try:
            with open_tables(path) as tables:
                for table in tables:
                    lines.clear()
                    lines.extend([tidy_cell(cell) for cell in line] for line in islice(table, MOST_LINES_READ))
                    found, before = _read_lines(lines), found
                    if "title" in found.columns:
                        return found
                    found = before or found
        except ImportFileError as error:
            return TableCells(misquoted=len(lines) + 1) if isinstance(error.__cause__, TableRowError) else None
    return found


def tidy_cell(cell: str) -> str:
    """A cell in one line, with one kind of space and without characters of no width."""
    return " ".join(drop_no_width(cell).split())


def _read_lines(lines: list[list[str]]) -> TableCells:
    """The table in the lines of a sheet. Its header is the first line that names a title; what stands above it, such as
    a heading, is left out.
    """
    headers = ([_read_column(*cell) for cell in enumerate(line)] for line in lines[:MOST_LINES_ABOVE])
    numbered = enumerate(headers, 1)
    top, header = next(
        (pair for pair in numbered if any(column.field == "title" for column in pair[1])),
        (1, [_read_column(*cell) for cell in enumerate(lines[0] if lines else ())]),
    )
    while header and not header[-1].name:
        header.pop()
    body = [(number, line) for number, line in enumerate(lines[top:], top + 1) if any(map(_says_something, line))]
    ragged = [number for number, line in body if any(line[len(header) :])]
    whole = [(number, line) for number, line in body if number not in ragged]
    used = [column for column in header if column.field]
    return TableCells(
        columns=frozenset(column.field for column in used),
        rows=[_read_row(number, line, used) for number, line in whole[:MOST_DRAFTS]],
        ragged=ragged,
        is_cut=len(body) > MOST_DRAFTS,
        unread=[one.name for one in header if one.name and not one.field and any(_list_values(one, whole))],
        doubled=sorted({one.name for one in used for other in used if _disagree(one, other, whole)}),
    )


def _says_something(cell: str) -> bool:
    return bool(cell.strip("-: "))  # a table of Markdown has a line of dashes


def _read_column(place: int, name: str) -> Column:
    note = PAY_NOTE.search(name)
    plain = re.sub(r"[\W_]+", "_", IN_BRACKETS.sub("", name)).strip("_").upper()
    for field, names in OPENING_COLUMNS.items():
        if plain in names:
            said = note[1] if note and field == "pay" else ""
            return Column(place, name, field, names.index(plain), said)
    return Column(place, name)


def _read_row(number: int, line: list[str], used: list[Column]) -> TableRow:
    """The row of an opening; of several columns for one field, the first that says anything."""
    said: dict[str, str] = {}
    for column in sorted(used, key=lambda one: one.rank):
        cell = line[column.place] if column.place < len(line) else ""
        if cell and not said.get(column.field):
            said[column.field] = f"{cell} {column.note}".rstrip()
    return TableRow(number, **said)


def _list_values(column: Column, body: list[tuple[int, list[str]]]) -> list[str]:
    return [line[column.place] if column.place < len(line) else "" for __, line in body]


def _disagree(one: Column, other: Column, body: list[tuple[int, list[str]]]) -> bool:
    """Whether two columns have one name and different values, so that nobody knows which is meant."""
    if one.place >= other.place or one.name.casefold() != other.name.casefold():
        return False
    pairs = zip(_list_values(one, body), _list_values(other, body), strict=True)
    return any(left and right and left != right for left, right in pairs)
