"""Pay records from anywhere, in a layout of our own: a CSV or XLSX file with these columns, in any order.

record_id    the source's own number of the record; each counts once, and one told in two ways on one day is refused
title        job title
employer     who pays
area         ISO 3166 code: US, US-CA, DE
pay          base pay before tax: 160000, also 160,000.00, 160.000,00, 160 000 or 160k; 160.000 is refused
unit         Year, Month, Bi-Weekly, Week or Hour
currency     ISO 4217 code: USD
date         the day on which the pay was set or offered: 2026-03-31; 03/04/2026 needs --dates
soc          optional: occupation code
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache, lru_cache
from pathlib import Path

import pycountry
from babel.core import get_global

from compensation.areas import STATES
from compensation.imports.amounts import read_amount
from compensation.imports.days import DayOrder, read_day
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import ImportFileError, Sheet
from compensation.imports.report import RefusedError
from compensation.imports.soc import parse_occupation
from compensation.imports.values import (
    PAY_FIELDS,
    SIZE,
    count_periods,
    fold_capitals,
    parse_employer,
    parse_key,
    parse_name,
)
from compensation.models.records import PayRecord
from roles.models.working_copy import Source

AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
CURRENCY = re.compile(r"[A-Z]{3}")
MOST_PAY = 1_000_000_000
MOST_COMPARED = 200_000  # rows of a file that are looked at for records told in two ways
RECORD_ID, DAY = 1, 8  # their places in a record
GENERIC_COLUMNS = ("RECORD_ID", "TITLE", "EMPLOYER", "AREA", "PAY", "UNIT", "CURRENCY", "DATE")


def build_generic_layout(source: str, order: DayOrder = DayOrder.ASK) -> Layout:
    """The layout for files of pay records from the source with this slug; `order` is that of day and month in its
    dates.

    Reading a file queries the source, and raises ImportFileError where there is none.
    """

    def begin_file(_: Path, __: Sheet, correct: Callable[[str, str], None]) -> Convert:
        if not Source.objects.filter(slug=source).exists():
            raise ImportFileError(f"There is no source {source!r}. Add it in admin first, with its method and license.")
        return _begin_conversion(source, correct, order)

    return Layout(
        model=PayRecord,
        required={column.lower(): (column,) for column in GENERIC_COLUMNS},
        optional={"soc": ("SOC",)},
        fields=PAY_FIELDS,
        key=("source_id", "case_number"),
        newest="decided_on",
        begin=begin_file,
        traced=True,
    )


def _begin_conversion(source: str, correct: Callable[[str, str], None], order: DayOrder) -> Convert:
    today = date.today()
    told: dict[int, int] = {}  # a record on a day: what it says

    def check_told_once(record: Sequence[Value], text: str) -> None:
        key = hash((record[RECORD_ID], record[DAY]))
        if len(told) < MOST_COMPARED and told.setdefault(key, hash(tuple(record))) != hash(tuple(record)):
            error = RefusedError("a row above gives other values for the same record", text)
            error.column = "record_id"
            raise error

    def convert_row(row: Sequence[str]) -> Sequence[Value]:
        record_id, title, employer, area, wage, unit, currency, dated, soc = row
        decided_on = _read_cell("date", read_day, dated, order, today)
        periods = _read_cell("unit", count_periods, unit)
        code, corrected = _read_cell("soc", parse_occupation, soc)
        if corrected:
            correct("occupation code corrected", f"{soc} is {code}")
        record = (
            source,
            _read_cell("record_id", parse_key, record_id, "record_id"),
            _read_cell("title", parse_name, title, "title"),
            code,
            _read_cell("employer", parse_employer, employer),
            _read_cell("area", _check_area, area),
            _read_cell("pay", _read_pay, wage, periods),
            _read_cell("currency", _check_currency, currency),
            decided_on,
            str(decided_on.year),
            (decided_on.month + 2) // 3,
        )
        check_told_once(record, record_id)
        return record

    return convert_row


def _read_cell[**P, T](column: str, read: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What a cell says. Raises RefusedError, which names its column."""
    try:
        return read(*args, **kwargs)
    except RefusedError as error:
        error.column = column
        raise


def _read_pay(wage: str, periods: int) -> float:
    pay = round(read_amount(wage) * periods, 2)
    if not 0 < pay < MOST_PAY:
        raise RefusedError("pay that can’t be true", wage)
    return pay


@lru_cache(SIZE)
def _check_area(text: str) -> str:
    word = fold_capitals(text)
    if not AREA.fullmatch(word):
        raise RefusedError("area isn’t an ISO code", text)
    country, _, region = word.partition("-")
    known = region in STATES if region and country == "US" else pycountry.subdivisions.get(code=word)
    if not pycountry.countries.get(alpha_2=country) or (region and not known):
        raise RefusedError("no such area", text)
    return word


@lru_cache(SIZE)
def _check_currency(text: str) -> str:
    word = fold_capitals(text)
    if not CURRENCY.fullmatch(word):
        raise RefusedError("currency isn’t an ISO code", text)
    if word not in _list_tender():
        raise RefusedError("no such currency", text)
    return word


@cache
def _list_tender() -> frozenset[str]:
    """The currencies that are legal tender somewhere today."""
    countries = get_global("territory_currencies").values()
    return frozenset(code for used in countries for code, _, end, is_tender in used if is_tender and end is None)
