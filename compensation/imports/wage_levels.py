"""Prevailing wage levels I to IV by area and occupation, annual."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from compensation.imports import sources
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import Sheet
from compensation.imports.report import RefusedError
from compensation.imports.values import parse_amount
from compensation.models.official import WageLevel

LEVELS = ("level1", "level2", "level3", "level4")
REQUIRED_WAGE_LEVELS = {
    "area_code": ("AREA_CODE",),
    "area_name": ("AREA_NAME",),
    "states": ("STATES",),
    "soc": ("SOC_CODE",),
    **{level: (f"{level.upper()}_ANNUAL",) for level in LEVELS},
}


def build_wage_level_layout(year: str) -> Layout:
    """The layout for files of wage levels of one wage year, such as "2025-26"."""

    def begin_file(_: Path, __: Sheet, ___: Callable[[str, str], None]) -> Convert:
        return _begin_conversion(year)

    return Layout(
        model=WageLevel,
        required=REQUIRED_WAGE_LEVELS,
        optional={},
        fields=("source_id", "year", *REQUIRED_WAGE_LEVELS),
        key=("source_id", "year", "area_code", "soc"),
        begin=begin_file,
    )


def _begin_conversion(year: str) -> Convert:
    source = sources.wage_levels(date.today())
    sources.add_source(source)

    def convert_row(row: Sequence[str]) -> Sequence[Value]:
        area_code, area_name, states, soc, *levels = (value.strip() for value in row)
        if not area_code or not soc:
            raise RefusedError("no area or no occupation")
        wages = [round(parse_amount(level)) for level in levels]
        if wages != sorted(wages):
            raise RefusedError("levels that decrease", " ".join(levels))
        array = "{" + ",".join(re.findall("[A-Z]{2}", states)) + "}"  # as PostgreSQL writes it
        return (source.slug, year, area_code, area_name, array, soc, *wages)

    return convert_row
