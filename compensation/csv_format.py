"""CSV and XLSX as spreadsheets of any country write and read them, for the tables that editors exchange."""

from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

import tablib
from import_export.formats.base_formats import CSV, XLSX
from openpyxl import load_workbook

from compensation.imports.text import decode_table, find_separator, is_separator_line

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
        if "\0" in text:
            raise ValueError("this isn't a table that can be read: save it as CSV UTF-8")
        lines = text.lstrip(MARK).replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
        first_line, _, rest = lines.partition("\n")
        separator = find_separator(first_line)
        table = rest if is_separator_line(first_line) else f"{first_line}\n{rest}"
        try:
            read = tablib.import_set(table, format="csv", delimiter=separator, **kwargs)
        except Exception as error:
            raise ValueError("this isn't a table: save it as CSV UTF-8, each row as long as the header") from error
        return tablib.Dataset(*(row for row in read if any(row)), headers=read.headers)

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
            raise ValueError("this isn't a workbook: save it as XLSX or CSV UTF-8") from error
        header, *others = rows or [[]]
        return tablib.Dataset(*(row for row in others if any(row)), headers=header)


def _type_cell(cell: Any) -> str:
    """A cell as text: a day without its time, a whole number without its decimals, yes or no for a box."""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else cell.isoformat() if isinstance(cell, date) else str(cell)
