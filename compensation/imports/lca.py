"""Labor Condition Applications in every layout that the Department of Labor has published since fiscal year 2013.

Only the columns named here are read. Names and addresses of contacts, attorneys and preparers never leave the reader.
"""

import hashlib
from collections.abc import Callable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from compensation.areas import STATES
from compensation.imports import sources
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import ImportFileError, Sheet
from compensation.imports.report import RefusedError, WithdrawnError
from compensation.imports.soc import parse_occupation
from compensation.imports.values import (
    PAY_FIELDS,
    SIZE,
    compute_annual,
    find_fiscal_quarter,
    fold_capitals,
    parse_day,
    parse_employer,
    parse_key,
    parse_title,
)
from compensation.models.records import PayRecord

# Field: its column's name from FY2020 on, then FY2019 (the first of ten worksites), FY2015 to 2018, FY2013 to 2014.
REQUIRED_LCA = {
    "title": ("JOB_TITLE", "LCA_CASE_JOB_TITLE"),
    "employer": ("EMPLOYER_NAME", "LCA_CASE_EMPLOYER_NAME"),
    "wage": ("WAGE_RATE_OF_PAY_FROM", "WAGE_RATE_OF_PAY_FROM_1", "WAGE_RATE_OF_PAY", "LCA_CASE_WAGE_RATE_FROM"),
    "unit": ("WAGE_UNIT_OF_PAY", "WAGE_UNIT_OF_PAY_1", "LCA_CASE_WAGE_RATE_UNIT"),
    "state": ("WORKSITE_STATE", "WORKSITE_STATE_1", "LCA_CASE_WORKLOC1_STATE"),
    "soc": ("SOC_CODE", "LCA_CASE_SOC_CODE"),
}
OPTIONAL = {
    "soc_title": ("SOC_TITLE", "SOC_NAME", "LCA_CASE_SOC_NAME"),
    "case_number": ("CASE_NUMBER", "LCA_CASE_NUMBER"),
    "status": ("CASE_STATUS", "STATUS"),
    "full_time": ("FULL_TIME_POSITION", "FULL_TIME_POS"),
    "decided": ("DECISION_DATE",),
}

AREAS = {state: f"US-{state}" for state in STATES}
LEAST = 15_080  # a year at the federal minimum wage of $7.25 an hour, which has held since July 2009
MOST_WAGE = 2_000_000  # above it the unit of pay is wrong: a year's wage that was filed as an hour's


def build_lca_layout(quarter: tuple[str, int] | None) -> Layout:
    """The layout for LCA files. `quarter`, such as ("FY2024", 1), is the fiscal quarter of files without decision
    dates.
    """

    def begin_file(path: Path, sheet: Sheet, correct: Callable[[str, str], None]) -> Convert:
        return _begin_conversion(path, sheet, correct, quarter)

    return Layout(
        model=PayRecord,
        required=REQUIRED_LCA,
        optional=OPTIONAL,
        fields=PAY_FIELDS,
        key=("source_id", "case_number"),
        newest="decided_on",
        begin=begin_file,
        traced=True,
        numbered=lambda sheet: "case_number" not in sheet.found,
    )


def _begin_conversion(
    path: Path, sheet: Sheet, correct: Callable[[str, str], None], quarter: tuple[str, int] | None
) -> Convert:
    if "decided" not in sheet.found and not quarter:
        raise ImportFileError(f"{path}: no column DECISION_DATE. Name the quarter of its decisions, as in FY2024Q1.")
    own_numbers, has_status = "case_number" in sheet.found, "status" in sheet.found
    source = sources.build_lca_source(date.today()) if own_numbers else sources.lca_extract(date.today())
    sources.add_source(source)
    slug = source.slug

    def convert_row(row: Sequence[str]) -> Sequence[Value]:
        title, employer, wage, unit, state, soc, soc_title, case_number, status, full_time, decided = row
        if has_status and status != "Certified" and fold_capitals(status) != "CERTIFIED":
            if not own_numbers:
                raise RefusedError("not certified, or withdrawn since", status)
            case = parse_key(case_number, "case number")
            raise WithdrawnError(status, (slug, case, _parse_decision(decided)[0] if decided else None))
        if full_time and full_time != "Y" and full_time.strip().upper() == "N":
            raise RefusedError("part time")
        decided_on, year, number = _parse_decision(decided) if decided else (None, *_format_quarter(quarter))
        code, corrected = parse_occupation(soc, soc_title)
        values = (
            slug,
            parse_key(case_number, "case number") if own_numbers else _compute_fingerprint(row, year, number),
            parse_title(title),
            code,
            parse_employer(employer),
            AREAS.get(state) or _name_area(state),
            _annualize_plausible(wage, unit),
            "USD",
            decided_on,
            year,
            number,
        )
        if corrected:
            correct("occupation code corrected", f"{soc} is {code}")
        return values

    return convert_row


@lru_cache(SIZE)
def _parse_decision(text: str) -> tuple[str, str, str]:
    """The day of a decision, its fiscal year and its quarter, as text like all that COPY takes."""
    decided_on = parse_day(text)
    year, quarter = find_fiscal_quarter(decided_on)
    return decided_on.isoformat(), year, str(quarter)


def _format_quarter(quarter: tuple[str, int] | None) -> tuple[str, str]:
    if quarter is None:
        raise RefusedError("no decision date")
    return quarter[0], str(quarter[1])


def _compute_fingerprint(row: Sequence[str], year: str, quarter: str) -> str:
    return hashlib.blake2b("\0".join((*row, year, quarter)).encode(), digest_size=16).hexdigest()


def _name_area(state: str) -> str:
    area = AREAS.get(state.strip().upper())
    if not area:
        raise RefusedError("not a state of the United States", state)
    return area


def _annualize_plausible(wage: str, unit: str) -> str:
    pay = compute_annual(wage, unit)
    if LEAST <= pay <= MOST_WAGE:
        return f"{pay:.2f}"
    if pay < LEAST:
        raise RefusedError("below the federal minimum wage for full-time work", f"{wage} per {unit}")
    raise RefusedError("too high to be true: wrong unit of pay", f"{wage} per {unit}")
