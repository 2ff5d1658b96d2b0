"""The day until which a posting can be answered, as people write it."""

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2})"
    r"|(?P<first>\d{1,2})[/.](?P<second>\d{1,2})[/.](?P<year>\d{4})"
    rf"|(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?\s(?:of\s)?(?P<month>{_MONTH}),?\s(?P<its_year>\d{{4}})"
    rf"|(?P<us_month>{_MONTH})\s(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<us_year>\d{{4}})",
    re.IGNORECASE,
)
_CLOSES = re.compile(
    r"\b(?:clos(?:es?|ing)(?: date)?|deadline|apply (?:by|before|until)|applications? (?:are )?(?:due|by|until)"
    r"|(?:apply|send|write|applications?) [^.]{0,60}\b(?:by|before|until))\b",
    re.IGNORECASE,
)
_NEAR = 40  # characters between the words for a deadline and its date
_MONTHS_A_YEAR = 12


def find_deadline(text: str) -> date | None:
    """The date right after words such as Closing date; None where there is none or its day and month are unclear."""
    for closes in _CLOSES.finditer(text):
        match = _DATE.search(text, closes.end(), closes.end() + _NEAR)
        found = _read_date(match) if match else None
        if found:
            return found
    return None


def _read_date(match: re.Match[str]) -> date | None:
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        if match["year"]:
            return _read_figures(int(match["first"]), int(match["second"]), int(match["year"]))
        month = (match["month"] or match["us_month"])[:3].lower()
        day, year = match["day"] or match["us_day"], match["its_year"] or match["us_year"]
        return date(int(year), _MONTHS.index(month) + 1, int(day))
    except ValueError:
        return None


def _read_figures(first: int, second: int, year: int) -> date | None:
    """A date in figures where only one of the first two can be the month."""
    if first > _MONTHS_A_YEAR >= second:
        return date(year, second, first)
    if second > _MONTHS_A_YEAR >= first:
        return date(year, first, second)
    return date(year, first, second) if first == second else None
