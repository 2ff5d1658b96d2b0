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

from compensation.imports.lca import FIELDS
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import ImportFileError, Sheet
from compensation.imports.report import RefusedError
from compensation.imports.soc import occupation
from compensation.imports.values import annual, capitals, day, key, name
from compensation.imports.values import employer as employer_name
from compensation.models import PayRecord
from roles.models import Source

AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
CURRENCY = re.compile(r"[A-Z]{3}")
MOST = 1_000_000_000
COLUMNS = ("RECORD_ID", "TITLE", "EMPLOYER", "AREA", "PAY", "UNIT", "CURRENCY", "DATE")


def layout(source: str) -> Layout:
    """Files of a source that the site knows already by this slug."""

    def begin(_: Path, __: Sheet, mend: Callable[[str, str], None]) -> Convert:
        if not Source.objects.filter(slug=source).exists():
            raise ImportFileError(f"There is no source {source!r}. Add it in admin first, with its method and licence.")
        return _begin(source, mend)

    return Layout(
        model=PayRecord,
        required={column.lower(): (column,) for column in COLUMNS},
        optional={"soc": ("SOC",)},
        fields=FIELDS,
        key=("source_id", "case_number"),
        newest="decided_on",
        begin=begin,
    )


def _begin(source: str, mend: Callable[[str, str], None]) -> Convert:
    def convert(row: Sequence[str]) -> Sequence[Value]:
        record_id, title, employer, area, wage, unit, currency, dated, soc = row
        decided_on = day(dated)
        pay = round(annual(wage, unit), 2)
        if not 0 < pay < MOST:
            raise RefusedError("pay that can't be true", wage)
        code, mended = occupation(soc)
        if mended:
            mend("occupation code mended", f"{soc} is {code}")
        return (
            source,
            key(record_id, "record_id"),
            name(title, "title"),
            code,
            employer_name(employer),
            _code(AREA, area, "area"),
            pay,
            _code(CURRENCY, currency, "currency"),
            decided_on,
            str(decided_on.year),
            (decided_on.month + 2) // 3,
        )

    return convert


def _code(form: re.Pattern[str], text: str, what: str) -> str:
    word = capitals(text)
    if not form.fullmatch(word):
        raise RefusedError(f"{what} is no ISO code", text)
    return word
