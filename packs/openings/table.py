"""The table that openings are made from: its cells as they stand in a CSV file or a workbook.

It is read as records of pay are: with commas, semicolons, tabs or bars, with a byte order mark, in UTF-8, UTF-16 or
Windows-1252, or as XLSX.
"""

from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from compensation.imports.reader import ImportFileError, read_table

MOST_DRAFTS = 50  # of one table
MOST_LINES_READ = 1_000  # with those that are empty
LARGEST_UPLOAD = 500_000  # bytes
LONGEST_CELL = 200  # characters
# What each column may be called, in capitals, the way files are read; English and Spanish.
OPENING_COLUMNS = {
    "title": ("TITLE", "JOB_TITLE", "POSITION", "JOB", "OPENING", "TÍTULO", "TITULO", "PUESTO"),
    "level": ("LEVEL", "SENIORITY", "GRADE", "NIVEL"),
    "place": ("PLACE", "LOCATION", "CITY", "OFFICE", "LUGAR", "UBICACIÓN", "UBICACION", "CIUDAD"),
    "pay": (
        *("PAY", "PAY_RANGE", "SALARY", "SALARY_RANGE", "BASE_PAY", "BASE_SALARY", "COMPENSATION", "WAGE"),
        *("SALARIO", "SUELDO", "PAGO"),
    ),
    "role": ("ROLE", "KIT", "OCCUPATION", "ROL", "OCUPACIÓN"),
}


class TableRow(msgspec.Struct, frozen=True):
    """A row by its cells' texts, with the number that a spreadsheet shows for it."""

    number: int
    title: str = ""
    level: str = ""
    place: str = ""
    pay: str = ""
    role: str = ""


class TableCells(msgspec.Struct, frozen=True):
    """A table: its columns, its rows, the rows with more cells than columns, and whether more rows follow."""

    columns: frozenset[str]
    rows: list[TableRow]
    ragged: list[int] = []
    is_cut: bool = False


def read_cells(content: bytes) -> TableCells | None:
    """The first MOST_DRAFTS rows of a file that aren't empty; None where it is no table. Meant for a child process."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "openings")
        path.write_bytes(content)
        try:
            with read_table(path, {}, OPENING_COLUMNS, pads=True) as sheet:
                rows = [
                    row for row in islice(sheet.rows, MOST_LINES_READ) if row[1] is None or any(map(str.strip, row[1]))
                ]
        except ImportFileError:
            return None
    known = [TableRow(line, *map(str.strip, cells)) for line, cells in rows[:MOST_DRAFTS] if cells is not None]
    ragged = [line for line, cells in rows if cells is None]
    return TableCells(frozenset(sheet.found), known, ragged, len(rows) > MOST_DRAFTS)
