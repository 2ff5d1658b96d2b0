"""What figures cover, in words: the fiscal quarters of visa filings as months, and the month of a survey."""

import re
from datetime import date, timedelta

from django.utils.dates import MONTHS
from django.utils.translation import gettext

PERIOD = re.compile(r"(FY)?(20\d\d)((?: Q[1-4](?:[,–] ?Q[1-4])*)?)")
QUARTER_MONTHS = 3
MAY = 5


def spell_period(period: str) -> str:
    """A period in words, such as "October to December 2023" for FY2024 Q1; any other text stays as it is.

    A US fiscal year starts in October. For quarters that aren't consecutive, the first and the last month are named.
    """
    covered = find_covered_days(period)
    if covered is None:
        return period
    first, last = covered
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    words = {
        "first": MONTHS[first.month],
        "last": MONTHS[last.month],
        "first_year": first.year,
        "last_year": last.year,
    }
    if first.year == last.year:
        return gettext("%(first)s to %(last)s %(last_year)s") % words
    return gettext("%(first)s %(first_year)s to %(last)s %(last_year)s") % words


def find_covered_days(period: str) -> tuple[date, date] | None:
    """The first and last day of a period such as FY2024 Q1–Q3, FY2025 or 2024; None for another text."""
    named = PERIOD.fullmatch(period)
    if not named:
        return None
    quarters = [int(number) for number in re.findall("Q([1-4])", named[3])]
    first, last = (min(quarters), max(quarters)) if quarters else (1, 4)
    start = int(named[2]) * 12 - (QUARTER_MONTHS if named[1] else 0)  # months since the year 0
    return _first_day(start + QUARTER_MONTHS * (first - 1)), _first_day(start + QUARTER_MONTHS * last) - timedelta(1)


def word_survey_month(year: int) -> str:
    """The month of a year's wage survey in words, such as "May 2025", in the current language."""
    return gettext("%(month)s %(year)s") % {"month": MONTHS[MAY], "year": year}


def _first_day(months: int) -> date:
    return date(months // 12, months % 12 + 1, 1)
