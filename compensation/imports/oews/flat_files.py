"""The bureau's flat files: oe.data has one value on each line, under a series of 25 characters.

OEUM001974000000015125213 is the annual median (13) of software developers (151252) in all industries (000000) of the
Denver area (M, 0019740).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from compensation.imports.oews.names import hyphenate_code
from compensation.imports.reader import ImportFileError, Sheet, SheetRow

SERIES = re.compile(r"OEU[NSM]([0-9]{7})([0-9]{6})([0-9]{6})([0-9]{2})")
MEASURES = {
    "01": "employment", "02": "employment_rse", "04": "mean", "05": "mean_rse", "08": "hourly", "11": "p10",
    "12": "p25", "13": "p50", "14": "p75", "15": "p90",
}  # fmt: skip
ALL_INDUSTRIES = "000000"
LINE_FIELDS = 5  # series, year, period, value, footnotes: lines may end before the last


def is_flat_file(path: Path) -> bool:
    """Whether a file starts as oe.data does. Reads 9 bytes; raises OSError."""
    with path.open("rb") as file:
        return file.read(9) == b"series_id"


@contextmanager
def read_flat_file(path: Path, fields: Sequence[str]) -> Iterator[Sheet]:
    """A context with the figures of oe.data: a row for each area, occupation and year, with the values of `fields`.
    Other series are left out. Raises ImportFileError where the file can't be opened.
    """
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            yield Sheet(frozenset(fields), _list_figures(file, fields))
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}.") from error


def _list_figures(lines: Iterator[str], fields: Sequence[str]) -> Iterator[SheetRow]:
    """Lines of one figure may stand anywhere in the file, so all are read before the first row is given."""
    figures: dict[tuple[str, str, str], tuple[int, dict[str, str]]] = {}
    next(lines, None)
    for number, line in enumerate(lines, start=2):
        series, year, _, value, notes = _split_line(line)
        named = SERIES.fullmatch(series)
        if named is None:
            if line.strip():
                yield number, None
            continue
        area, industry, occupation, measure = named.groups()
        if industry == ALL_INDUSTRIES and measure in MEASURES:
            _, values = figures.setdefault((year, area, occupation), (number, {}))
            _set_value(values, MEASURES[measure], value, notes)
    for (year, area, occupation), (number, values) in figures.items():
        row = {**values, "year": year, "area": area, "soc": hyphenate_code(occupation)}
        yield number, tuple(row.get(field, "") for field in fields)


def _split_line(line: str) -> list[str]:
    cells = [cell.strip() for cell in line.split("\t")]
    return (cells + [""] * LINE_FIELDS)[:LINE_FIELDS]


def _set_value(values: dict[str, str], field: str, value: str, notes: str) -> None:
    values[field] = value
    if notes and field not in {"employment", "hourly"}:
        mark = ";".join(f"{field}:{note}" for note in re.findall("[0-9]+", notes))
        values["notes"] = f"{values['notes']};{mark}" if "notes" in values else mark


def find_data_file(path: Path) -> Path:
    """The path of the figures' file in a folder; any other path as it is. Raises ImportFileError where the folder has
    none.
    """
    if not path.is_dir():
        return path
    for pattern in ("oe.data*", "wages.csv*", "*.xlsx", "*.csv*"):
        found = sorted(path.glob(pattern))
        if found:
            return found[0]
    raise ImportFileError(f"{path}: this folder has no oe.data, wages.csv or workbook.")


def list_fields(required: Mapping[str, Sequence[str]], optional: Mapping[str, Sequence[str]]) -> list[str]:
    """The names of a row's fields, in the row's order: the required ones first."""
    return [*required, *optional]
