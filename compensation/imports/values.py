"""Single values of a public file, as typed values. Each reader raises RefusedError with a reason for the report."""

import math
import re
from datetime import date, datetime
from functools import lru_cache

from compensation.imports.report import RefusedError

# A year of full-time work, by the Department of Labor's own count of 2,080 hours.
PERIODS = {"HOUR": 2080, "WEEK": 52, "BI-WEEKLY": 26, "MONTH": 12, "YEAR": 1}
SHORT_UNITS = {"HR": "HOUR", "WK": "WEEK", "BI": "BI-WEEKLY", "MTH": "MONTH", "YR": "YEAR"}
# The amount that a text starts with, all of it: a range may follow, and no letter or further digit.
AMOUNT_PATTERN = re.compile(
    r"\$?\s{0,5}([0-9]{1,3}(?:,[0-9]{3}){1,9}|[0-9]{1,30})(\.[0-9]{0,30})?\s{0,5}(?:/.*|[-\N{EN DASH}].*|to\b.*)?"
)
DATE_FORMATS = ("%Y-%m-%d", "%m/%d/%Y", "%m/%d/%y", "%Y-%m-%d %H:%M:%S", "%d-%b-%y")
# The columns of a pay record that a file's row is converted to, in their order.
PAY_FIELDS = (
    "source_id", "case_number", "title", "soc", "employer", "area", "annual_base", "currency",
    "decided_on", "year", "quarter",
)  # fmt: skip
LONGEST_IMPORTED_VALUE = 300  # characters of a name
LONGEST_KEY = 80
SIZE = 4096  # of a cache of values that repeat
NAMES_CACHED = 65_536  # of a cache of names: a year's filings have some 60,000 employers


def fold_capitals(text: str) -> str:
    """A text in upper case, with a single space for each run of white space."""
    return " ".join(text.upper().split())


def parse_name(text: str, what: str) -> str:
    """A name in capitals with single spaces. Raises RefusedError, naming `what` it should be, where it is empty or too
    long.
    """
    tidy = fold_capitals(text)
    if not tidy:
        raise RefusedError(f"no {what}")
    if len(tidy) > LONGEST_IMPORTED_VALUE or "\0" in tidy:
        raise RefusedError(f"{what} can’t be a name", f"{len(tidy)} characters")
    return tidy


@lru_cache(NAMES_CACHED)
def parse_title(text: str) -> str:
    """A job's title in capitals. The last titles are kept. Raises RefusedError for an empty or very long one."""
    return parse_name(text, "job title")


@lru_cache(NAMES_CACHED)
def parse_employer(text: str) -> str:
    """An employer's name in capitals, without commas and points, which filings write differently. The last ones are
    kept. Raises RefusedError where it is empty or too long.
    """
    return parse_name(text.replace(",", " ").replace(".", ""), "employer")


def parse_key(text: str, what: str) -> str:
    """The source's own number of a record, without spaces around it. Raises RefusedError, naming `what` it should be,
    where it is empty or too long.
    """
    tidy = text.strip()
    if not tidy:
        raise RefusedError(f"no {what}")
    if len(tidy) > LONGEST_KEY or "\0" in tidy:
        raise RefusedError(f"{what} can’t be one", f"{len(tidy)} characters")
    return tidy


def parse_amount(text: str) -> float:
    """The first amount in a text of a US file, such as 66000 in "66000 - 70000". Raises RefusedError without one."""
    match = AMOUNT_PATTERN.fullmatch(text.strip())
    if not match:
        raise RefusedError("no wage", text)
    return float(match[1].replace(",", "") + (match[2] or ""))


def compute_annual(wage: str, unit: str) -> float:
    """Annual pay, not rounded: the wage times the number of its unit's periods in a year.

    Hour x 2,080, week x 52, bi-weekly x 26, month x 12. Raises RefusedError where the wage or the unit can't be read.
    """
    try:
        pay = float(wage) * count_periods(unit)
    except ValueError:
        pay = parse_amount(wage) * count_periods(unit)
    if not math.isfinite(pay):
        raise RefusedError("no wage", wage)
    return pay


@lru_cache(SIZE)
def count_periods(unit: str) -> int:
    """How many times a year a full-time wage with this unit is paid, such as 12 for a month. Kept. Raises RefusedError
    for an unknown unit.
    """
    word = fold_capitals(unit)
    periods = PERIODS.get(SHORT_UNITS.get(word, word))
    if periods is None:
        raise RefusedError("unknown unit of pay", unit)
    return periods


@lru_cache(SIZE)
def parse_day(text: str) -> date:
    """The date in a text such as 2023-10-31, 10/31/2023 or 10/31/23. The last ones are kept. Raises RefusedError for
    another text.
    """
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(text.strip(), form).date()
        except ValueError:
            continue
    raise RefusedError("not a date that can be read", text)


@lru_cache(SIZE)
def find_fiscal_quarter(decided: date) -> tuple[str, int]:
    """The US government's fiscal year, which starts in October, and its quarter: ("FY2024", 1) for October 2023. The
    answer is kept for each day.
    """
    months = decided.year * 12 + decided.month + 2
    return f"FY{months // 12}", months % 12 // 3 + 1
