"""CSV and XLSX as spreadsheets of any country write and read them, for the tables that editors exchange."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile

import tablib
from import_export.formats.base_formats import CSV, XLSX
from openpyxl import load_workbook

from compensation.imports.text import NO_LETTER, decode_table, find_separator, is_separator_line, split_table

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"  # by which Excel knows UTF-8


class SpreadsheetCsv(CSV):
    """CSV files as Excel writes and reads them: with a byte order mark, and in any separator and encoding."""

    def get_title(self) -> str:
        """The name of the format in the editors' menu."""
        return "csv"

    def is_binary(self) -> bool:
        """Always True: files come as bytes, and this class finds out their encoding."""
        return True

    def get_read_mode(self) -> str:
        """ "rb": the file is read as bytes, because its encoding isn't known yet."""
        return "rb"

    def create_dataset(self, in_stream: Any, **kwargs: Any) -> tablib.Dataset:
        """The rows of a file. Raises ValueError, with a sentence for people, where it is no table."""
        text = decode_table(in_stream) if isinstance(in_stream, bytes) else str(in_stream)
        if "\0" in text or NO_LETTER in text:
            raise ValueError("This isn’t a table that can be read: save it as CSV UTF-8.")
        lines = text.lstrip(MARK).replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
        first_line, _, rest = lines.partition("\n")
        separator = find_separator(first_line)
        table = rest if is_separator_line(first_line) else f"{first_line}\n{rest}"
        header, *rows = [*split_table(StringIO(table), separator)] or [[]]
        return tablib.Dataset(*fit_rows(rows, len(header)), headers=header)

    def export_data(self, dataset: tablib.Dataset, **kwargs: Any) -> str:
        """The rows as CSV, after the byte order mark by which spreadsheets know UTF-8."""
        return MARK + str(super().export_data(dataset, **kwargs))


class SpreadsheetXlsx(XLSX):
    """The first sheet of a workbook, with each cell as a person would type it."""

    def create_dataset(self, in_stream: Any) -> tablib.Dataset:
        """The rows of a file. Raises ValueError, with a sentence for people, where it is no workbook."""
        try:
            sheet = load_workbook(BytesIO(in_stream), read_only=True, data_only=True).worksheets[0]
            rows = [[_type_cell(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        except (BadZipFile, KeyError, OSError, ValueError, IndexError) as error:
            raise ValueError("This isn’t a workbook: save it as XLSX or CSV UTF-8.") from error
        header, *others = rows or [[]]
        return tablib.Dataset(*fit_rows(others, len(header)), headers=header)


def fit_rows(rows: Sequence[list[str]], width: int) -> Iterator[list[str]]:
    """The rows below a header, each as wide as that: short ones are filled up, and empty ones left out. Raises
    ValueError for a row that has more cells.
    """
    for number, row in enumerate(rows, start=2):
        if any(row[width:]):
            raise ValueError(f"Row {number} has more cells than the row that names the columns.")
        if any(row):
            yield [*row[:width], *[""] * (width - len(row))]


def _type_cell(cell: Any) -> str:
    """A cell as text: a day without its time, a whole number without its decimals, yes or no for a box."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
