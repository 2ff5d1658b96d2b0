"""Pay figures as CSV and JSON: each row with its source, method and license."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from compensation.figures import ComputedFigure, EditorialFigure, FactorFigure, OwnFigure, Provenance
from compensation.formulas import defuse_formula
from compensation.pages.hub import RoleLine
from compensation.pages.salary import Salary
from compensation.role_survey import RoleSurvey
from web.page import Page

EXPORT_COLUMNS = (
    "figure", "role", "name", "level", "area", "kind", "currency", "low", "high", "p10", "p25", "p50", "p75", "p90",
    "mean", "factor", "records", "employers", "largest_employer_share", "note", "publisher", "source", "source_url",
    "period", "method", "caveat", "licence", "retrieved_on",
)  # fmt: skip
PERCENTILE_COLUMNS = ("p10", "p25", "p50", "p75", "p90")
NOT_SHOWN = "Not shown: fewer than 10 records or 5 employers"
FLAGGED = "One employer filed more than 25% of the records"

type ExportRow = dict[str, Any]


def salary_rows(role: str, salary: Salary, places: Sequence[RoleSurvey]) -> Iterator[ExportRow]:
    """A row for every figure of a role: the company's own, the survey's in these places, then the others."""
    yield from (own_row(figure, role) for figure in salary.own)
    yield from (survey_row(role, place) for place in places)
    yield from (editorial_row(role, figure) for figure in salary.editorial)
    yield from (computed_row(figure) for figure in [*salary.computed, *salary.titles])


def hub_rows(own: Iterable[OwnFigure], lines: Sequence[RoleLine]) -> Iterator[ExportRow]:
    """A row for every figure in the list of all roles, with the company's own first."""
    yield from map(own_row, own)
    yield from (editorial_row(line.slug, figure) for line in lines for figure in line.editorial)
    yield from (computed_row(figure) for line in lines for figure in line.computed)


def own_row(figure: OwnFigure, role: str = "") -> ExportRow:
    """The company's own band as a row; for all roles where none is given."""
    named = {name: getattr(figure, name) for name in ("level", "currency", "low", "high")}
    return _make_row("own", figure.provenance, role=role, kind=figure.kind.value, note=figure.words or None, **named)


def editorial_row(role: str, figure: EditorialFigure) -> ExportRow:
    """An editorial range as a row to export, in whole units of its currency a year."""
    part = figure.benchmark
    named = {name: getattr(part, name) for name in ("name", "level", "area", "currency", "low", "high")}
    return _make_row("editorial", figure.provenance, role=role, kind=part.kind.value, **named)


def computed_row(figure: ComputedFigure) -> ExportRow:
    """Computed percentiles as a row. A figure that may not be shown gets a row without amounts that says so."""
    return _make_row(
        "filed title" if figure.title else "computed",
        figure.provenance,
        role=figure.role,
        name=figure.title,
        level=figure.level,
        area=figure.area,
        kind=figure.kind.value,
        currency=figure.currency,
        employers=figure.employers,
        largest_employer_share=round(figure.largest_share, 4),
        note=NOT_SHOWN if not figure.is_shown else FLAGGED if figure.flagged else None,
        **{name: getattr(figure, name) for name in PERCENTILE_COLUMNS},
    )


def survey_row(role: str, place: RoleSurvey) -> ExportRow:
    """The survey's pay of a role in a place as a row, in dollars a year. Its note names the occupations and the amounts
    that are only floors.
    """
    amounts = {name: getattr(place, name) for name in PERCENTILE_COLUMNS}
    parts = ", ".join(f"{part.pay.soc} {part.pay.title} {part.weight}%" for part in place.parts)
    floors = [name for name, amount in amounts.items() if amount and amount.at_least]
    return _make_row(
        "survey",
        place.provenance,
        role=role,
        area=place.area_name,
        kind="base",
        currency="USD",
        mean=place.mean,
        note=f"{parts}. At least: {', '.join(floors)}" if floors else parts,
        **{name: amount.amount if amount else None for name, amount in amounts.items()},
    )


def factor_row(figure: FactorFigure) -> ExportRow:
    """An area's factor as a row to export."""
    return _make_row(
        "area factor", figure.provenance, name=figure.area_name, area=figure.area_code, factor=figure.factor
    )


def _make_row(figure: str, provenance: Provenance, **values: Any) -> ExportRow:
    about_source = {
        "publisher": provenance.publisher,
        "source": provenance.title,
        "source_url": provenance.url,
        "records": provenance.n,
        **{name: getattr(provenance, name) for name in ("period", "method", "caveat", "licence", "retrieved_on")},
    }
    row = {"figure": figure, **about_source, **values}
    return {column: row.get(column) for column in EXPORT_COLUMNS}


def write_csv(rows: Iterable[ExportRow]) -> Page:
    """Rows as CSV. A text that a spreadsheet would run as a formula gets an apostrophe before it."""
    text = io.StringIO()
    writer = csv.DictWriter(text, EXPORT_COLUMNS)
    writer.writeheader()
    writer.writerows({name: defuse_formula(value) for name, value in row.items()} for row in rows)
    return Page.from_body(f"\N{ZERO WIDTH NO-BREAK SPACE}{text.getvalue()}", "text/csv; charset=utf-8")


def write_json(rows: Iterable[ExportRow]) -> Page:
    """Rows as a page of JSON: an object whose `figures` are the rows."""
    return Page.from_body(msgspec.json.encode({"figures": [*rows]}).decode(), "application/json")


EXPORT_FORMATS: dict[str, Callable[[Iterable[ExportRow]], Page]] = {"csv": write_csv, "json": write_json}
