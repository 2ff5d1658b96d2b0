"""The tables of an O*NET release: a folder or a zip file, of the text or the Excel edition, read by column name.

A release is an outside file: sizes are limited before anything is unpacked, and what is wrong is named with its table
and line.
"""

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from occupations.imports.files import DAMAGE_ERRORS, LARGEST_TABLE, MARKER, ReleaseError, list_files


class TableLine(NamedTuple):
    """A row of a table by column name, "" for a missing column, with its place for messages."""

    place: str
    fields: tuple[str, ...]

    def make_error(self, message: str) -> ReleaseError:
        """An error whose message starts with the file and line. Returned, not raised."""
        return ReleaseError(f"{self.place}: {message}")


class ReleaseFiles:
    """The files of a release by table name, in upper or lower case."""

    def __init__(self, path: Path) -> None:
        """Find the files. Raises ReleaseError where there is no release."""
        self.path = path
        self._files = {name.casefold(): file for name, file in list_files(path).items()}
        if not self.has_table(MARKER):
            raise ReleaseError(
                f"{path}: it has no table {MARKER!r}. Give the folder or the zip file of an O*NET database."
            )

    def has_table(self, name: str) -> bool:
        """Whether the release has a table of this name, whatever its case."""
        return name.casefold() in self._files

    def read_text(self, name: str) -> str:
        """The whole text of a file such as Read Me; "" where there is none or it is a workbook."""
        file = self._files.get(name.casefold())
        return _decode(file.label, file.read()) if file and not file.label.endswith(".xlsx") else ""

    def read_lines(
        self, name: str, columns: Sequence[str | Sequence[str]], optional: Sequence[str] = ()
    ) -> Iterator[TableLine]:
        """The rows of a table: its columns, each under the first of its names that is there, then optional columns.

        Raises ReleaseError when the table is damaged, is not UTF-8 or lacks a column, or when a row is ragged.
        """
        file = self._files[name.casefold()]
        reader = _read_first_sheet if file.label.endswith(".xlsx") else _read_rows
        rows = reader(file.label, file.read())
        header = [cell.strip() for cell in next(rows, [])]
        places = [_find_column(file.label, header, names) for names in columns]
        places += [header.index(name) if name in header else -1 for name in optional]
        for number, row in enumerate(rows, start=2):
            if not any(row):
                continue
            line = TableLine(f"{file.label}, line {number}", ())
            if len(row) != len(header):
                raise line.make_error(f"expected {len(header)} values, got {len(row)}.")
            yield line._replace(fields=tuple("" if place < 0 else _clean(row[place]) for place in places))


def _clean(cell: str) -> str:
    cell = cell.strip()
    return "" if cell == "n/a" else cell


def _find_column(label: str, header: Sequence[str], names: str | Sequence[str]) -> int:
    names = [names] if isinstance(names, str) else names
    for name in names:
        if name in header:
            return header.index(name)
    raise ReleaseError(f"{label}: it has no column {' or '.join(map(repr, names))}.")


def _decode(label: str, content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReleaseError(f"{label}, line {line}: this isn't UTF-8, as O*NET's files are.") from error
    if "\0" in text:
        raise ReleaseError(f"{label}: this isn't a table of text.")
    return text


def _read_rows(label: str, content: bytes) -> Iterator[Sequence[str]]:
    """Rows of the text edition, which has tabs between values and quotes nothing."""
    try:
        yield from csv.reader(io.StringIO(_decode(label, content), newline=""), delimiter="\t", quoting=csv.QUOTE_NONE)
    except csv.Error as error:
        raise ReleaseError(f"{label}: this isn't a table of text ({error}).") from error


def _read_first_sheet(label: str, content: bytes) -> Iterator[Sequence[str]]:
    return next(read_sheets(label, content), iter(()))


def read_sheets(label: str, content: bytes) -> Iterator[Iterator[Sequence[str]]]:
    """The rows of each sheet in a workbook. Raises ReleaseError for a damaged or too large file, or another kind of
    file.
    """
    with _explain_damage(label):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > LARGEST_TABLE:
            raise ReleaseError(f"{label}: it unpacks to {unpacked:,} bytes, more than any table of O*NET.")
        sheets = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True).worksheets
    for sheet in sheets:
        sheet.reset_dimensions()  # some writers state a wrong size
        yield _read_cells(label, sheet)


@contextmanager
def _explain_damage(label: str) -> Iterator[None]:
    """Say what an error of the zip file or of the workbook means."""
    try:
        yield
    except (*DAMAGE_ERRORS, KeyError, ValueError, SyntaxError, InvalidFileException) as error:
        raise ReleaseError(f"{label}: this isn't an Excel workbook, or it is damaged ({error}).") from error


def _read_cells(label: str, sheet: Any) -> Iterator[Sequence[str]]:
    width = 0
    with _explain_damage(label):
        for row in sheet.iter_rows(values_only=True):
            width = width or len(row)
            yield [*map(_write_cell, row)] + [""] * (width - len(row))  # a file leaves out empty ends of rows


def _write_cell(value: Any) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
