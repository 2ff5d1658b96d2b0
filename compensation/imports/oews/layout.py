"""How a row of the survey becomes a figure: from a workbook, from a table of the same figures, or from the flat files.

What the bureau does not publish stays empty with its reason: '#' and footnote 5 stand for a wage at or above the top
code, '*', '**' and footnote 8 for what is not released, footnote 4 for what is paid by the hour.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from compensation.imports import sources
from compensation.imports.loading import Convert, Layout, Value
from compensation.imports.oews.flat_files import find_data_file, is_flat_file, list_fields, read_flat_file
from compensation.imports.oews.names import OccupationName, SurveyNames, complete_area_code, hyphenate_code
from compensation.imports.reader import Columns, ImportFileError, Sheet, read_table
from compensation.imports.report import RefusedError
from compensation.imports.values import parse_amount
from compensation.models.survey import SurveyFigure

TOP_CODE = 239_200  # dollars a year, May 2024 and May 2025
SURVEY_PERCENTILES = (10, 25, 50, 75, 90)
TOP, UNRELEASED = {"#"}, {"", "-", "*", "**", "~"}
NOTE_TOP = "5"
REQUIRED_OEWS = {
    "area": ("AREA", "AREA_CODE"),
    "soc": ("OCC_CODE", "SOC"),
    "employment": ("TOT_EMP", "EMPLOYMENT"),
    "mean": ("A_MEAN", "MEAN"),
    "p10": ("A_PCT10", "P10"),
    "p25": ("A_PCT25", "P25"),
    "p50": ("A_MEDIAN", "P50"),
    "p75": ("A_PCT75", "P75"),
    "p90": ("A_PCT90", "P90"),
}
OPTIONAL_OEWS = {
    "employment_rse": ("EMP_PRSE", "EMPLOYMENT_RSE"),
    "mean_rse": ("MEAN_PRSE", "MEAN_RSE"),
    "hourly": ("H_MEDIAN", "HOURLY_P50_WHERE_NO_ANNUAL"),
    "area_name": ("AREA_TITLE", "AREA_NAME"),
    "area_type": ("AREA_TYPE",),
    "industry": ("NAICS",),
    "title": ("OCC_TITLE", "TITLE"),
    "group": ("O_GROUP", "OCC_GROUP"),
    "hourly_only": ("HOURLY",),
    "notes": ("NOTES",),
    "year": ("YEAR",),
}
OEWS_FIELDS = (
    "year", "area_id", "soc", "employment", "employment_rse", "mean", "mean_rse", "p10", "p25", "p50", "p75", "p90",
    "hourly_p50", "top_code", "top_coded_from", "withheld",
)  # fmt: skip
YEAR = re.compile(r"M_?(20\d\d)|(20\d\d)")
ALL_INDUSTRIES = ("", "000000", "0")


def build_oews_layout(names: SurveyNames, year: int | None, top_code: int = TOP_CODE) -> Layout:
    """The layout of the survey of May of a year; without a year, the rows, the file's name or its folder's name must
    say it. Names in the files are added to `names`.
    """

    def begin_file(path: Path, sheet: Sheet, _: Callable[[str, str], None]) -> Convert:
        sources.add_source(sources.build_oews_source(date.today()))
        names.read_folder(path if path.is_dir() else path.parent)
        file_year = year or (None if "year" in sheet.found else _read_year(path))
        return partial(_convert_row, names, file_year, top_code)

    return Layout(
        model=SurveyFigure,
        required=REQUIRED_OEWS,
        optional=OPTIONAL_OEWS,
        fields=OEWS_FIELDS,
        key=("soc", "area_id", "year"),
        begin=begin_file,
        traced=True,
        read=_read_survey,
        needs_rows=True,
    )


@contextmanager
def _read_survey(path: Path, required: Columns, optional: Columns) -> Iterator[Sheet]:
    """A file of the survey, or the one in a folder, whatever its form."""
    try:
        file = find_data_file(path)
        is_flat = is_flat_file(file)
    except OSError as error:
        raise ImportFileError(f"{path}: {error.strerror or error}.") from error
    if is_flat:
        opened = read_flat_file(file, list_fields(required, optional))
    else:
        opened = read_table(file, required, optional, pads=True)
    with opened as sheet:
        yield sheet


def _read_year(path: Path) -> int:
    for name in (path.name, path.resolve().parent.name):
        if found := YEAR.search(name):
            return int(found[1] or found[2])
    raise ImportFileError(f"{path}: the name doesn't give the year. Give it, as in --year 2025.")


def _convert_row(names: SurveyNames, file_year: int | None, top_code: int, row: Sequence[str]) -> Sequence[Value]:
    (
        area, soc, employment, mean, p10, p25, p50, p75, p90, employment_rse, mean_rse, hourly, area_name, area_type,
        industry, title, group, hourly_only, notes, year,
    ) = row  # fmt: skip
    if industry.strip() not in ALL_INDUSTRIES:
        raise RefusedError("of a single industry", industry)
    code, occupation = complete_area_code(area.strip(), area_type.strip()), hyphenate_code(soc.strip())
    _note_names(names, code, occupation, area_name=area_name.strip(), title=title.strip(), group=group.strip().lower())
    wages = (p10, p25, p50, p75, p90)
    capped = [place for place, text in zip(SURVEY_PERCENTILES, wages, strict=True) if text in TOP]
    if notes:
        capped += [place for place in SURVEY_PERCENTILES if f"p{place}:{NOTE_TOP}" in notes.split(";")]
    known = [_parse_wage(text) for text in wages]
    from_place = min(capped, default=None)
    withheld = ""
    if from_place is None and not any(known):
        is_hourly = hourly_only.strip().upper() in {"TRUE", "1"} or "p50:4" in notes.split(";")
        withheld = SurveyFigure.Withheld.HOURLY if is_hourly else SurveyFigure.Withheld.UNRELEASED
    survey_year = file_year or int(year)
    names.years.add(survey_year)
    return (
        survey_year, code, occupation, _parse_wage(employment), _parse_share(employment_rse),
        _parse_wage(mean), _parse_share(mean_rse), *known,
        _parse_share(hourly) if withheld == SurveyFigure.Withheld.HOURLY else None,
        top_code if from_place else None, from_place, str(withheld),
    )  # fmt: skip


def _note_names(names: SurveyNames, area: str, soc: str, *, area_name: str, title: str, group: str) -> None:
    """Remember the names that the row itself brings. Raises RefusedError for a code without one."""
    if area_name and area not in names.areas:
        names.areas[area] = area_name
    if title and (soc not in names.occupations or group == "detailed"):
        names.occupations[soc] = OccupationName(title, group == "detailed")
    if area not in names.areas:
        raise RefusedError("an area that no file names", area)
    if soc not in names.occupations:
        raise RefusedError("an occupation that no file names", soc)


def _parse_wage(text: str) -> int | None:
    """A whole number. Raises RefusedError for what is none and no mark of the bureau."""
    if text.isdigit():
        return int(text)
    text = text.strip()
    return None if text in UNRELEASED or text in TOP else round(parse_amount(text))


def _parse_share(text: str) -> float | None:
    """A number with a fraction."""
    text = text.strip()
    return None if text in UNRELEASED or text in TOP else parse_amount(text)
