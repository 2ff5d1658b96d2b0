"""Pay records from anywhere, in a layout of our own: a CSV or XLSX file with these columns, in any order.

record_id    the source's own number of the record; each counts once
title        job title
employer     who pays
area         ISO 3166 code: US, US-CA, DE
pay          base pay before tax, in digits: 160000 or 160,000.00
unit         Year, Month, Bi-Weekly, Week or Hour
currency     ISO 4217 code: USD
date         the day on which the pay was set or offered: 2026-03-31
soc          optional: occupation code
"""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from compensation.imports.lca import LCA_FIELDS
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import ImportFileError, Sheet
from compensation.imports.report import RefusedError
from compensation.imports.soc import parse_occupation
from compensation.imports.values import compute_annual, fold_capitals, parse_day, parse_employer, parse_key, parse_name
from compensation.models import PayRecord
from roles.models import Source

AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
CURRENCY = re.compile(r"[A-Z]{3}")
MOST_PAY = 1_000_000_000
GENERIC_COLUMNS = ("RECORD_ID", "TITLE", "EMPLOYER", "AREA", "PAY", "UNIT", "CURRENCY", "DATE")


def build_generic_layout(source: str) -> Layout:
    """Files of a source that the site knows already by this slug."""

    def begin_file(_: Path, __: Sheet, mend: Callable[[str, str], None]) -> Convert:
        if not Source.objects.filter(slug=source).exists():
            raise ImportFileError(f"There is no source {source!r}. Add it in admin first, with its method and licence.")
        return _begin_conversion(source, mend)

    return Layout(
        model=PayRecord,
        required={column.lower(): (column,) for column in GENERIC_COLUMNS},
        optional={"soc": ("SOC",)},
        fields=LCA_FIELDS,
        key=("source_id", "case_number"),
        newest="decided_on",
        begin=begin_file,
    )


def _begin_conversion(source: str, mend: Callable[[str, str], None]) -> Convert:
    def convert_row(row: Sequence[str]) -> Sequence[Value]:
        record_id, title, employer, area, wage, unit, currency, dated, soc = row
        decided_on = parse_day(dated)
        pay = round(compute_annual(wage, unit), 2)
        if not 0 < pay < MOST_PAY:
            raise RefusedError("pay that can't be true", wage)
        code, corrected = parse_occupation(soc)
        if corrected:
            mend("occupation code mended", f"{soc} is {code}")
        return (
            source,
            parse_key(record_id, "record_id"),
            parse_name(title, "title"),
            code,
            parse_employer(employer),
            _check_code(AREA, area, "area"),
            pay,
            _check_code(CURRENCY, currency, "currency"),
            decided_on,
            str(decided_on.year),
            (decided_on.month + 2) // 3,
        )

    return convert_row


def _check_code(form: re.Pattern[str], text: str, what: str) -> str:
    word = fold_capitals(text)
    if not form.fullmatch(word):
        raise RefusedError(f"{what} is no ISO code", text)
    return word
