"""The Bureau's employment projections as values: a CSV file with short column names, or the official workbook.

The workbook is table 1.2 of the Employment Projections. Columns are found by their words, wherever they stand, and the
workbook's sums over several occupations are left out.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from occupations.codes import SOC
from occupations.facts import Outlook
from occupations.imports.files import ReleaseError, read_path
from occupations.imports.ratings import parse_number
from occupations.imports.tables import TableLine, read_sheets

# How a column is headed, in the CSV file or in the workbook. The first two have the year.
PROJECTION_COLUMNS = (
    r"employment_(20\d\d)_thousands|employment, (20\d\d)",
    r"soc|.*matrix code",
    r"title|.*matrix title",
    r"change_percent|employment change, percent.*",
    r"annual_openings_thousands|occupational openings.*",
    r"typical_education|typical education.*",
    r"work_experience|work experience in a related.*",
    r"typical_training|typical on-the-job training.*",
)
KIND, DETAILED = "occupation type", "Line item"  # a column of the workbook alone, and what it says of one occupation
HEADER_WITHIN = 5  # rows; a heading stands above the workbook's
FOOTNOTE = re.compile(r"\[\d+\]$")
LONGEST_WORDS = 200  # characters of a title or of the words for a way in
MOST_JOBS = 1_000_000  # thousands


class _Places(NamedTuple):
    """Where the columns are, and which years they tell of."""

    years: tuple[int, int]
    employment: tuple[int, int]
    others: tuple[int, ...]
    kind: int | None


def read_projections(path: Path) -> list[Outlook]:
    """The projections of every detailed occupation, by code. Raises ReleaseError."""
    if not path.is_file():
        raise ReleaseError(f"{path}: there is no such file.")
    content = read_path(path)
    tables = read_sheets(path.name, content) if path.suffix.lower() == ".xlsx" else iter([_read_csv(path, content)])
    for table in tables:
        for number, header in enumerate(islice(table, HEADER_WITHIN), start=1):
            if places := _find_places(header):
                return _read_rows(path.name, table, number, len(header), places)
    raise ReleaseError(f"{path.name}: no table has the columns of the employment projections (table 1.2).")


def _read_csv(path: Path, content: bytes) -> Iterator[Sequence[str]]:
    try:
        yield from csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReleaseError(f"{path.name}: this isn't a CSV file in UTF-8 ({error}).") from error


def _find_places(header: Sequence[str]) -> _Places | None:
    names = [" ".join(name.lower().split()) for name in header]
    matches = [
        [(place, re.fullmatch(column, name)) for place, name in enumerate(names)] for column in PROJECTION_COLUMNS
    ]
    found = [[(place, match) for place, match in column if match] for column in matches]
    years = [(int(match[1] or match[2]), place) for place, match in found[0]]
    if not all(found):
        return None
    (first, before), (last, after) = min(years), max(years)
    return _Places(
        (first, last),
        (before, after),
        tuple(column[0][0] for column in found[1:]),
        names.index(KIND) if KIND in names else None,
    )


def _read_rows(label: str, table: Iterator[Sequence[str]], header: int, width: int, places: _Places) -> list[Outlook]:
    found: dict[str, Outlook] = {}
    for number, row in enumerate(table, start=header + 1):
        line = TableLine(f"{label}, line {number}", ())
        if places.kind is not None and (len(row) <= places.kind or row[places.kind].strip() != DETAILED):
            continue  # a sum, a note or an empty row
        if len(row) != width:
            raise line.make_error(f"expected {width} values, got {len(row)}.")
        outlook = _read_outlook(line, row, places)
        if outlook.soc in found:
            raise line.make_error(f"{outlook.soc} appears twice.")
        found[outlook.soc] = outlook
    if not found:
        raise ReleaseError(f"{label}: it has no detailed occupation.")
    return [found[soc] for soc in sorted(found)]


def _read_outlook(line: TableLine, row: Sequence[str], places: _Places) -> Outlook:
    soc, title, change, openings, *way_in = (FOOTNOTE.sub("", row[place].strip()).rstrip() for place in places.others)
    if not SOC.fullmatch(soc):
        raise line.make_error(f"expected a code such as 11-1011, got {soc!r}.")
    if not title or max(map(len, (title, *way_in))) > LONGEST_WORDS:
        raise line.make_error(f"expected a title, and texts of at most {LONGEST_WORDS} characters.")
    jobs = [parse_number(line, row[place].replace(",", ""), 0, MOST_JOBS) for place in places.employment]
    return Outlook(
        soc=soc,
        title=title,
        base_year=places.years[0],
        target_year=places.years[1],
        employment=jobs[0],
        projected=jobs[1],
        change=parse_number(line, change, -100, 1000),
        openings=parse_number(line, openings.replace(",", ""), 0, MOST_JOBS),
        education=way_in[0],
        experience=way_in[1],
        training=way_in[2],
    )
