"""Occupational Employment and Wage Statistics: the bureau's workbooks, by name of column.

'#' stands for a wage at or above the top code, '*' and '**' for a figure that the bureau does not publish.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from compensation.imports import sources
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.reader import ImportFileError, Sheet
from compensation.imports.report import RefusedError
from compensation.imports.values import fold_capitals, parse_amount
from compensation.models.official import OewsFigure

TOP_CODE = 239_200  # dollars a year, May 2024
OEWS_PERCENTILES = (10, 25, 50, 75, 90)
WAGES = {"mean": "A_MEAN", "p10": "A_PCT10", "p25": "A_PCT25", "p50": "A_MEDIAN", "p75": "A_PCT75", "p90": "A_PCT90"}
REQUIRED_OEWS = {
    "area": ("PRIM_STATE",),
    "area_type": ("AREA_TYPE",),
    "industry": ("NAICS",),
    "soc": ("OCC_CODE",),
    "title": ("OCC_TITLE",),
    "group": ("O_GROUP",),
    "employment": ("TOT_EMP",),
    **{field: (column,) for field, column in WAGES.items()},
}
OEWS_FIELDS = (
    "source_id", "year", "area", "industry", "soc", "title", "employment", *WAGES, "top_code", "top_coded_from",
)  # fmt: skip
NATION, STATE = "1", "2"


def build_oews_layout(year: int | None, top_code: int = TOP_CODE) -> Layout:
    """OEWS workbooks of May of a year; without one, the year is that of the file's name (national_M2024_dl.xlsx)."""

    def begin_file(path: Path, _: Sheet, __: Callable[[str, str], None]) -> Convert:
        return _begin_conversion(year or _read_year(path), top_code)

    return Layout(
        model=OewsFigure,
        required=REQUIRED_OEWS,
        optional={},
        fields=OEWS_FIELDS,
        key=("source_id", "year", "area", "industry", "soc"),
        begin=begin_file,
    )


def _read_year(path: Path) -> int:
    named = re.search(r"M(20\d\d)", path.name)
    if not named:
        raise ImportFileError(f"{path}: the name tells no year. Name it, as in --year 2024.")
    return int(named[1])


def _begin_conversion(year: int, top_code: int) -> Convert:
    source = sources.build_oews_source(date.today())
    sources.add_source(source)

    def convert_row(row: Sequence[str]) -> Sequence[Value]:
        state, area_type, industry, soc, title, group, employment, *wages = row
        if group != "detailed":
            raise RefusedError("a total over occupations", group)
        if area_type not in {NATION, STATE}:
            raise RefusedError("neither the nation nor a state", area_type)
        area = "US" if area_type == NATION else f"US-{fold_capitals(state)}"
        known = [_parse_published(text) for text in (employment, *wages)]
        capped = [place for place, text in zip(OEWS_PERCENTILES, wages[1:], strict=True) if text.strip() == "#"]
        return (
            source.slug, year, area, industry, soc, title.strip(), *known,
            top_code, min(capped, default=None),
        )  # fmt: skip

    return convert_row


def _parse_published(text: str) -> int | None:
    return None if text.strip() in {"", "*", "**", "#", "~"} else round(parse_amount(text))
