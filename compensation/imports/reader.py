"""Read tables from files one row at a time: CSV, compressed CSV and Excel workbooks, by column name.

A file is known by its first bytes, not by its name. Text is UTF-8, with or without a mark, or UTF-16 with one; bytes
that are not UTF-8 are read as Windows-1252, of which Latin-1 text is a part, or as Mac Roman where lines end as on old
Macs. Values are separated by commas,
semicolons, tabs or bars, as the header shows. A workbook may leave the empty cells at the end of a row out.
"""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from operator import itemgetter
from pathlib import Path
from typing import Any

import msgspec
import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from compensation.imports.text import (
    UTF_16,
    TableRowError,
    find_encoding,
    find_other_encoding,
    find_separator,
    is_separator_line,
    split_table,
)

ZIP, GZIP = b"PK\x03\x04", b"\x1f\x8b"
SNIFFED = 4096
DAMAGE = (EOFError, zlib.error, gzip.BadGzipFile, zipfile.BadZipFile)
Columns = Mapping[str, Sequence[str]]
SheetRow = tuple[int, tuple[str, ...] | None]  # line number, and the values or None where the row is ragged


class ImportFileError(Exception):
    """A file that can't be imported; the message names the file and says why."""


class Sheet(msgspec.Struct, frozen=True):
    """An open table: the fields for which it has a column, and its rows."""

    found: frozenset[str]
    rows: Iterator[SheetRow]


@contextmanager
def read_table(path: Path, required: Columns, optional: Columns, *, pads: bool = False) -> Iterator[Sheet]:
    """A context with an open table. A field is the first of its column names in the header, "" for a missing optional
    one; values come in the order of `required`, then `optional`.

    `pads` fills up short rows. Raises ImportFileError, also from `rows`, for a damaged file, another type or a missing
    column.
    """
    with open_tables(path) as tables:
        yield _find_sheet(path, tables, required, optional, pads=pads)


@contextmanager
def open_tables(path: Path) -> Iterator[Iterator[Iterator[Sequence[str]]]]:
    """A context with the tables in a file, one for each sheet of a workbook, as rows of cells with their headers.

    Raises ImportFileError, also from the rows, for a damaged file or another type.
    """
    try:
        with path.open("rb") as file:
            start = file.read(SNIFFED)
            file.seek(0)
            yield _read_workbook(path, file) if start.startswith(ZIP) else iter([_read_text(path, file, start)])
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}.") from error


def _read_text(path: Path, file: io.BufferedReader, start: bytes) -> Iterator[Sequence[str]]:
    binary: Any = gzip.GzipFile(fileobj=file) if start.startswith(GZIP) else file
    with _explain_damage(path):
        beginning = binary.read(SNIFFED)
        binary.seek(0)
    if beginning.startswith(b"%PDF") or (b"\0" in beginning and not beginning.startswith(UTF_16)):
        raise ImportFileError(
            f"{path}: this isn't a table. Give a CSV file, plain or compressed (.gz), or an XLSX file."
        )
    encoding = find_encoding(beginning)
    with (
        io.TextIOWrapper(binary, encoding=encoding, errors=find_other_encoding(beginning), newline="") as text,
        _explain_damage(path),
    ):
        first_line = text.readline(SNIFFED).rstrip("\r\n")
        separator = find_separator(first_line)
        if not is_separator_line(first_line):
            text.seek(0)
        yield from split_table(text, separator)


def _read_workbook(path: Path, file: io.BufferedReader) -> Iterator[Iterator[Sequence[str]]]:
    """Each sheet of a workbook."""
    with _explain_damage(path):
        try:
            book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        except (KeyError, ValueError, InvalidFileException) as error:
            raise ImportFileError(f"{path}: this isn't an Excel workbook.") from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()  # some writers state a wrong size
        yield _list_cells(path, sheet)


def _format_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        # Of a number it is known that its point stands before a fraction, which 34.615 as text would leave open.
        return str(int(value)) if value.is_integer() else f"{value:.10f}"
    if isinstance(value, datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, date) else str(value)


def _list_cells(path: Path, sheet: Any) -> Iterator[Sequence[str]]:
    with _explain_damage(path):
        width = 0
        for row in sheet.iter_rows(values_only=True):
            cells = [_format_cell(value) for value in row]
            width = width or len(cells)
            yield cells + [""] * (width - len(cells))


@contextmanager
def _explain_damage(path: Path) -> Iterator[None]:
    """Say of damage what it means."""
    try:
        yield
    except DAMAGE as error:
        raise ImportFileError(f"{path}: the file ends too early or is damaged ({error}). Download it again.") from error
    except TableRowError as error:
        raise ImportFileError(f"{path}: {error}") from error


def _find_sheet(
    path: Path, tables: Iterator[Iterator[Sequence[str]]], required: Columns, optional: Columns, *, pads: bool
) -> Sheet:
    """The first table whose header has every required column."""
    missing: list[str] = []
    for table in tables:
        header = [name.strip().upper().replace(" ", "_") for name in next(table, [])]
        while header and not header[-1]:
            header.pop()
        places = {field: _find_column(header, names) for field, names in {**required, **optional}.items()}
        lacking = [field for field in required if places[field] is None]
        if not lacking:
            for place in places.values():
                if place is not None and header.count(header[place]) > 1:
                    raise ImportFileError(f"{path}: the column {header[place]} appears twice. Remove one of them.")
            found = frozenset(field for field, place in places.items() if place is not None)
            # An empty value is put at the end of each row, where absent columns are read.
            picked = [-1 if place is None else place for place in places.values()]
            return Sheet(found, _list_rows(table, len(header), picked, pads=pads))
        missing = missing or [" or ".join(required[field]) for field in lacking]
    raise ImportFileError(f"{path}: no column {'; no column '.join(missing) or 'at all: the file is empty'}.")


def _find_column(header: Sequence[str], names: Sequence[str]) -> int | None:
    return next((header.index(name) for name in names if name in header), None)


def _list_rows(table: Iterator[Sequence[str]], width: int, places: list[int], *, pads: bool) -> Iterator[SheetRow]:
    pick = itemgetter(*places)
    whole = -1 not in places
    for line, row in enumerate(table, start=2):
        if whole and len(row) == width:
            yield line, pick(row)
        elif len(row) == width or (len(row) > width and not any(row[width:])):  # empty cells right of the table
            yield line, pick([*row[:width], ""])
        elif pads and any(row) and len(row) < width:
            yield line, pick([*row, *[""] * (width + 1 - len(row))])
        elif any(row):
            yield line, None
