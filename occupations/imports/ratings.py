"""Tables of an O*NET release that give an occupation numbers: ratings of elements, and shares of categories."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from occupations.facts import CategoryShare, ElementRating
from occupations.imports.tables import ReleaseFiles, TableLine

CODE_COLUMN = "O*NET-SOC Code"
RATING_COLUMNS = (CODE_COLUMN, "Element ID", "Element Name", "Scale ID", "Data Value")
OPTIONAL_COLUMNS = ("Category", "Recommend Suppress", "Not Relevant", "Date")
# The scales of ratings: the field that a value goes to, the least and the most that it can be.
SCALES = {"IM": ("importance", 1, 5), "LV": ("level", 0, 7), "WI": ("impact", -3, 3)}
# The scales of shares, in percent: the list of the facts that they fill.
SHARES = {"RL": "education", "RW": "experience", "PT": "site_training", "OJ": "job_training"}
MOST_CATEGORIES = 12


class NumberRow(msgspec.Struct, frozen=True):
    """A row of a table of ratings: its line in the file, its occupation, its element, its value and how certain that
    is.
    """

    line: TableLine
    code: str
    element: str
    name: str
    scale: str
    value: float
    category: str
    uncertain: bool
    irrelevant: bool
    date: str  # as "2024-08", "" where the table has none


class Ratings(msgspec.Struct, frozen=True):
    """The ratings in tables by occupation code: elements, shares by the list they belong to, and the newest date."""

    elements: Mapping[str, tuple[ElementRating, ...]]
    shares: Mapping[str, Mapping[str, tuple[CategoryShare, ...]]]
    collected: Mapping[str, str]


def read_ratings(files: ReleaseFiles, tables: Sequence[str], codes: Mapping[str, str]) -> Ratings:
    """The ratings in several tables with one layout. `codes` are the occupations of the release. Raises ReleaseError
    for a value outside of its scale, an unknown occupation or a repeated value.
    """
    elements: dict[str, dict[str, ElementRating]] = defaultdict(dict)
    shares: dict[str, dict[str, dict[int, CategoryShare]]] = defaultdict(lambda: defaultdict(dict))
    collected: dict[str, str] = {}
    for row in (row for table in tables for row in _read_rows(files, table, codes)):
        if row.scale in SCALES:
            known = elements[row.code].get(row.element, ElementRating(row.element, row.name))
            elements[row.code][row.element] = _add_value(known, row)
        elif row.scale in SHARES:
            _add_share(shares[SHARES[row.scale]][row.code], row)
        collected[row.code] = max(collected.get(row.code, ""), row.date)
    return Ratings(
        {code: tuple(ratings.values()) for code, ratings in elements.items()},
        {name: {code: _sort_shares(of) for code, of in lists.items()} for name, lists in shares.items()},
        {code: date for code, date in collected.items() if date},
    )


def parse_number(line: TableLine, text: str, least: float, most: float) -> float:
    """The number in a cell. Raises ReleaseError for another text, and for a number outside of `least` to `most`."""
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not least <= value <= most:
        raise line.make_error(f"expected a number from {least} to {most}, got {text!r}.")
    return value


def check_code(line: TableLine, code: str, codes: Mapping[str, str]) -> str:
    """The same code. Raises ReleaseError where the release has no such occupation."""
    if code not in codes:
        raise line.make_error(f"{code!r} isn't in Occupation Data. Are the tables from the same release?")
    return code


def parse_date(text: str) -> str:
    """ "08/2024" as "2024-08", so that later dates are greater; "" for any other text."""
    match = re.fullmatch(r"([0-9]{2})/([0-9]{4})", text)
    return f"{match[2]}-{match[1]}" if match else ""


def _read_rows(files: ReleaseFiles, table: str, codes: Mapping[str, str]) -> Iterator[NumberRow]:
    for line in files.read_lines(table, RATING_COLUMNS, OPTIONAL_COLUMNS):
        code, element, name, scale, value, category, suppress, not_relevant, date = line.fields
        if scale not in SCALES and scale not in SHARES:
            continue  # a rank that only orders a display
        least, most = (0, 100) if scale in SHARES else SCALES[scale][1:]
        yield NumberRow(
            line,
            check_code(line, code, codes),
            element,
            name,
            scale,
            parse_number(line, value, least, most),
            category,
            suppress == "Y",
            not_relevant == "Y",
            parse_date(date),
        )


def _add_value(known: ElementRating, row: NumberRow) -> ElementRating:
    field = SCALES[row.scale][0]
    if getattr(known, field) is not None:
        raise row.line.make_error(f"{row.code} has the {field} of {row.name!r} twice.")
    return msgspec.structs.replace(
        known,
        **{field: row.value},
        uncertain=known.uncertain or row.uncertain,
        has_level=known.has_level and not (row.scale == "LV" and row.irrelevant),
    )


def _add_share(shares: dict[int, CategoryShare], row: NumberRow) -> None:
    category = int(parse_number(row.line, row.category, 1, MOST_CATEGORIES))
    if category in shares:
        raise row.line.make_error(f"{row.code} has category {category} of {row.name!r} twice.")
    shares[category] = CategoryShare(category, row.value, row.uncertain)


def _sort_shares(shares: Mapping[int, CategoryShare]) -> tuple[CategoryShare, ...]:
    return tuple(shares[category] for category in sorted(shares) if shares[category].percent > 0)
