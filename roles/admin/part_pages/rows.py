"""Rows of a list as they are typed: several lines that were pasted into one row become rows of their own."""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any

from django.http import QueryDict

from web.bullets import split_pasted_list

MOST_PASTED = 500  # rows of one paste
MOST_ROWS = 2_000  # of a list; Django takes no more either
LONGEST_NUMBER = 9  # digits
STAYS = ("id", "DELETE", "position")  # of the row that was pasted into


def split_rows(text: str) -> list[list[str]]:
    """The rows of a pasted list or table, each a list of cells, without bullets. A cell of several lines is in
    quotation marks, as spreadsheets write it.
    """
    if "\t" not in text:
        return [[point] for point in split_pasted_list(text)[:MOST_PASTED]]
    rows = [[cell.strip() for cell in row] for row in _read_table(text) if row]
    return [[*(split_pasted_list(first) or [""])[:1], *others] for first, *others in rows[:MOST_PASTED]]


def _read_table(text: str) -> list[list[str]]:
    """The cells of each row, as spreadsheets copy them; of each line, where they don't."""
    try:
        return [*csv.reader(io.StringIO(text, newline=""), delimiter="\t")]
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def expand_pasted_rows(data: QueryDict, prefix: str, names: Sequence[str], line: str) -> QueryDict:
    """Posted data in which each line or table row pasted into the field `line` has become a row of its own, in the
    order of the page. `names` are the fields that a table's cells fill, from `line` on.
    """
    total = min(_read_count(data.get(f"{prefix}-TOTAL_FORMS")) or 0, MOST_ROWS)
    found = {number: split_rows(data.get(f"{prefix}-{number}-{line}", "")) for number in range(total)}
    if not any(len(rows) > 1 for rows in found.values()):
        return data
    data = data.copy()
    order: list[int] = []
    for number in _list_by_place(data, prefix, total):
        order.append(number)
        first, *others = found[number] or [[""]]
        _fill_cells(data, f"{prefix}-{number}", names, first)
        for cells in others:
            new = total
            total += 1
            data[f"{prefix}-TOTAL_FORMS"] = str(total)
            _copy_row(data, f"{prefix}-{number}-", f"{prefix}-{new}-")
            _fill_cells(data, f"{prefix}-{new}", names, cells)
            order.append(new)
    for place, number in enumerate(order):
        data[f"{prefix}-{number}-position"] = str(place)
    return data


def _list_by_place(data: QueryDict, prefix: str, total: int) -> Iterator[int]:
    """The numbers of the rows in the order of their places; those without one last."""
    places = {number: _read_count(data.get(f"{prefix}-{number}-position")) for number in range(total)}
    yield from sorted(places, key=lambda number: (places[number] is None, places[number] or 0))


def _read_count(text: object) -> int | None:
    """A number that a form says; None for anything else."""
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) <= LONGEST_NUMBER else None


def _copy_row(data: QueryDict, old: str, new: str) -> None:
    for key in [key for key in data if key.startswith(old)]:
        name = key.removeprefix(old)
        if name not in STAYS:
            data.setlist(new + name, data.getlist(key))


def _fill_cells(data: QueryDict, row: str, names: Sequence[str], cells: Sequence[Any]) -> None:
    for name, cell in zip(names, cells, strict=False):
        data[f"{row}-{name}"] = cell
