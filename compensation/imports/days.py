"""Days as people of any country write them. One that two countries read differently is refused, and asked about."""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from compensation.imports.report import RefusedError
from compensation.imports.values import SIZE

YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?:[T ][0-9:.]{1,20}(?:Z|[+-][0-9:]{4,6})?)?")
NUMBERED_DAY = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2}|[0-9]{4})")
MONTH_NAMED = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\.?,?[ -]([0-9]{4})", re.IGNORECASE)
MONTH_FIRST_NAMED = re.compile(r"([a-z]{3,9})\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})", re.IGNORECASE)
MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
          "december")  # fmt: skip
TWO_WAYS = "a date that can be read in two ways: say which comes first, the day or the month"
FULL_YEAR = 4  # digits
FIRST_YEAR = 1990  # pay of an earlier year says nothing about pay today


class DayOrder(StrEnum):
    """Whether the day or the month comes first in dates such as 03/04/2026, as the person who imports says."""

    ASK = "ask"
    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


@lru_cache(SIZE)
def read_day(text: str, order: DayOrder = DayOrder.ASK, today: date | None = None) -> date:
    """The date in a text such as 2026-03-31, 31 March 2026 or Mar 31, 2026, or as 31/03/2026 or 03/31/2026, which only
    one country can mean. The last ones are kept.

    03/04/2026 needs `order`. Raises RefusedError for it without one, for a year of two digits, for any other text, and
    for a day before 1990 or after `today`.
    """
    tidy = text.strip()
    if whole := YEAR_FIRST.fullmatch(tidy):
        year, month, day = int(whole[1]), int(whole[3]), int(whole[4])
    elif numbered := NUMBERED_DAY.fullmatch(tidy):
        if len(numbered[4]) < FULL_YEAR:
            raise RefusedError("a date without its century: write it as 2026-03-31", text)
        year = int(numbered[4])
        day, month = _choose_order(int(numbered[1]), int(numbered[3]), order, text)
    elif named := MONTH_NAMED.fullmatch(tidy):
        day, month, year = int(named[1]), _number_month(named[2], text), int(named[3])
    elif named := MONTH_FIRST_NAMED.fullmatch(tidy):
        month, day, year = _number_month(named[1], text), int(named[2]), int(named[3])
    else:
        raise RefusedError("not a date that can be read", text)
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise RefusedError("not a date that can be read", text) from error
    if found.year < FIRST_YEAR:
        raise RefusedError(f"a day before {FIRST_YEAR}", text)
    if today and found > today:
        raise RefusedError("a day in the future", text)
    return found


def _number_month(name: str, text: str) -> int:
    """The number of a month by its English name or the first letters of it, at least three: Sep, Sept, September."""
    found = [number for number, month in enumerate(MONTHS, 1) if month.startswith(name.lower())]
    if len(found) != 1:
        raise RefusedError("not a date that can be read", text)
    return found[0]


def _choose_order(first: int, second: int, order: DayOrder, text: str) -> tuple[int, int]:
    """Day and month."""
    months = 12
    if first == second or first > months or (second <= months and order == DayOrder.DAY_FIRST):
        return first, second
    if second > months or order == DayOrder.MONTH_FIRST:
        return second, first
    raise RefusedError(TWO_WAYS, text)
