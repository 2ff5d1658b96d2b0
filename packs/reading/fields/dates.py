"""The day until which a posting can be answered, as people write it."""

import re
from collections.abc import Iterable
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month>{_MONTH}),?\s(?P<its_year>\d{{4}})"
    rf"|(?P<short_day>\d{{1,2}})-(?P<short_month>{_MONTH})-(?P<short_year>\d{{2}}(?:\d{{2}})?)(?!\d)"
    rf"|(?P<us_month>{_MONTH})\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<us_year>\d{{4}})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|-\d\d")  # every such date has one, and few lines do
_DAY = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month>{_MONTH})(?!\w)"
    rf"|(?P<us_month>{_MONTH})\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[/.:]\d)",
    re.IGNORECASE,
)  # without its year
_CLOSES = re.compile(
    r"\b(?:(?:posting|advert|advertisement|vacancy|application|competition) end date"
    r"|(?:posting|listing|advert|vacancy|competition|recruitment|applications?) (?:ends|expires)"
    r"|end date(?=[^.]{0,40} left to apply)|expir(?:y|ation) date|(?:reply|respond) (?:by|before)"
    r"|clos(?:es?|ing)(?: date)?|deadline|apply (?:by|before|until)|applications? (?:are )?(?:due|by|until)"
    r"|(?:apply|send|write|applications?) [^.]{0,60}\b(?:by|before|until))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:by|before|until|till|through|no later than|not later than|on or before)\b", re.IGNORECASE)
_AMERICAN_TIME = re.compile(r"\b[PMCE][SD]?T\b")
_TO = re.compile(r"\s?(?:to|-|–|until)\s")
_MONTH_FIRST = ("United States", "Philippines", "Canada")
_NEAR = 60  # characters between the words for a deadline and its date
_MONTHS_A_YEAR = 12
_CENTURY = 2000  # that postings are of, whose years may have two figures


def find_last_date(lines: Iterable[str], country: str = "") -> date | None:
    """The latest date with its year that lines name, from which the year of others is known; None without one."""
    dated = (line for line in lines if _YEAR.search(line))
    found = (_read_date(match, country) for line in dated for match in _DATE.finditer(line))
    return max((day for day in found if day), default=None)


def find_deadline(text: str, country: str = "", *, says_how: bool = False, near: date | None = None) -> date | None:
    """The date after words such as Closing date; None without one, or where day and month are unclear.

    12/11/2026 is in December only where `country` is the United States. In a line that `says_how` to apply, the words
    by and until are enough. With `near`, days without a year are looked for, each in the year in which it is next to
    that date.
    """
    country = country or ("United States" if _AMERICAN_TIME.search(text) else "")
    for closes in (_UNTIL if says_how else _CLOSES).finditer(text):
        if near:
            day = _DAY.search(text, closes.end(), closes.end() + _NEAR)
            if day and (placed := _place_day(day, near)):
                return placed
            continue
        match = _DATE.search(text, closes.end(), closes.end() + _NEAR)
        last = _TO.match(text, match.end()) if match else None  # Open and closing dates: from the one to the other
        match = (_DATE.match(text, last.end()) if last else None) or match
        found = _read_date(match, country) if match else None
        if found:
            return found
    return find_deadline(text, country, near=near) if says_how else None


def _place_day(match: re.Match[str], near: date) -> date | None:
    """A day without a year, as near to a date as it can be."""
    month = _MONTHS.index((match["month"] or match["us_month"])[:3].lower()) + 1
    try:
        days = [date(year, month, int(match["day"] or match["us_day"])) for year in range(near.year - 1, near.year + 2)]
    except ValueError:
        return None
    return min(days, key=lambda day: abs(day - near))


def _read_date(match: re.Match[str], country: str) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["year"]:
            return _read_figures(int(match["first"]), int(match["second"]), int(match["year"]), country)
        month = (match["month"] or match["us_month"] or match["short_month"])[:3].lower()
        day = match["day"] or match["us_day"] or match["short_day"]
        year = match["its_year"] or match["us_year"] or match["short_year"]
        return date(int(year[-2:]) + _CENTURY, _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _read_figures(first: int, second: int, year: int, country: str) -> date | None:
    """A date in figures where only one of the first two can be the month, or the country says which is."""
    if max(first, second) <= _MONTHS_A_YEAR and country:
        return date(year, first, second) if country in _MONTH_FIRST else date(year, second, first)
    if first > _MONTHS_A_YEAR >= second:
        return date(year, second, first)
    if second > _MONTHS_A_YEAR >= first:
        return date(year, first, second)
    return date(year, first, second) if first == second else None
