"""The pages on pay: a role's, all roles', and how the figures are made. Each is also CSV and JSON, by ?format=."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from compensation.figures import ComputedFigure, EditorialFigure, FactorFigure, Provenance, area_factors
from compensation.pages.charts import EditorialChart, PercentileChart, editorial_charts, percentile_charts
from compensation.pages.exports import EXPORT_FORMATS, ExportRow, computed_row, editorial_row, factor_row, salary_rows
from compensation.pages.forms import PlannerForm, SalaryFilter
from compensation.pages.hub import RoleLine, list_cards, role_lines
from compensation.pages.salary import Salary, kit_and_factors, salary_of
from compensation.planning import CLOSE, STUDY, WIDE, PlannedRange
from compensation.rules import FEWEST, FEWEST_EMPLOYERS, FEWEST_FOR_TAILS, LARGEST_SHARE
from roles.kit.value import Kit
from roles.pages import structured_data
from web.page import Page, respond_with_page
from web.response_cache import respond_and_cache
from web.view import View

FILTERS = ("level", "area", "kind")


class PayView(View, frozen=True, kw_only=True):
    """Base of the pages on pay, with the rules of what is shown: see compensation/rules.py."""

    fewest: int = FEWEST
    fewest_employers: int = FEWEST_EMPLOYERS
    fewest_for_tails: int = FEWEST_FOR_TAILS
    largest_share: float = LARGEST_SHARE


class SalaryView(PayView, frozen=True, kw_only=True):
    """A role's pay as far as the filters let it through, and the planner with what it planned.

    `use_it` is the address of the job description that starts with the planned range, "" without one. `query` keeps
    the filters.
    """

    template = "compensation/salary.html"

    kit: Kit
    filters: SalaryFilter
    salary: Salary
    editorial_charts: Sequence[EditorialChart]
    computed_charts: Sequence[PercentileChart]
    planner: PlannerForm
    planned: PlannedRange | None
    use_it: str
    query: str


class SalariesView(PayView, frozen=True, kw_only=True):
    """Every role's national pay, by family, and where each of its figures comes from, each source once."""

    template = "compensation/salaries.html"

    families: Sequence[tuple[str, Sequence[RoleLine]]]
    cards: Sequence[Provenance]


class PayMethodView(PayView, frozen=True, kw_only=True):
    """How the figures are made. A range of `wide` dollars or more is called wide, up to `close` close, by `study`."""

    template = "compensation/how_we_measure_pay.html"

    factors: Sequence[FactorFigure]
    factor_source: Provenance | None
    study: str = STUDY
    wide: int = WIDE
    close: int = CLOSE


@require_safe
def show_salary(request: HttpRequest, slug: str) -> HttpResponse:
    """A role's pay by level, area and kind, with a planner of pay ranges, in three queries."""
    kit, factors = kit_and_factors(slug)
    whole = salary_of(kit)
    filters = SalaryFilter(_read_given(request.GET, FILTERS), salary=whole)
    shown = filters.filter_salary()
    if "format" in request.GET:
        return _respond_with_export(request, salary_rows(slug, shown))
    asked = request.GET if "start" in request.GET else None
    planner = PlannerForm(asked, salary=whole, factors=factors, today=localdate())
    planned = planner.compute_plan() if asked else None
    view = SalaryView(
        kit=kit,
        filters=filters,
        salary=shown,
        editorial_charts=editorial_charts(shown.editorial),
        computed_charts=percentile_charts(shown.computed),
        planner=planner,
        planned=planned,
        use_it=_use_it(kit, planner.figure, planned) if planned else "",
        query=urlencode(_read_given(request.GET, FILTERS) or {}),
        canonical=structured_data.absolute_url(reverse("salary", args=[slug])),
        structured_data=[_build_trail(kit)],
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def show_salaries(request: HttpRequest) -> HttpResponse:
    """Every role's national pay, in two queries."""
    lines = role_lines()
    if "format" in request.GET:
        editorial = [editorial_row(line.slug, figure) for line in lines for figure in line.editorial]
        return _respond_with_export(
            request, [*editorial, *(computed_row(figure) for line in lines for figure in line.computed)]
        )
    families = [(name, [*group]) for name, group in groupby(lines, lambda line: line.family)]
    canonical = structured_data.absolute_url(reverse("salaries"))
    view = SalariesView(families=families, cards=list_cards(lines), canonical=canonical)
    return respond_and_cache(request, Page.render(view))


@require_safe
def how_we_measure_pay(request: HttpRequest) -> HttpResponse:
    """How the figures are made, the rules of what is shown, and every area factor."""
    factors = area_factors()
    if "format" in request.GET:
        return _respond_with_export(request, map(factor_row, factors))
    view = PayMethodView(
        factors=factors,
        factor_source=factors[0].provenance if factors else None,
        canonical=structured_data.absolute_url(reverse("how-we-measure-pay")),
    )
    return respond_with_page(request, Page.render(view))


def _respond_with_export(request: HttpRequest, rows: Iterable[ExportRow]) -> HttpResponse:
    """The rows in the format that the address asks for. Raises Http404 for one that there is not."""
    write = EXPORT_FORMATS.get(request.GET["format"])
    if write is None:
        raise Http404("no such format")
    return respond_with_page(request, write(rows))


def _read_given(query: QueryDict, names: Iterable[str]) -> dict[str, str] | None:
    return {name: str(query[name]) for name in names if name in query} or None


def _use_it(kit: Kit, figure: ComputedFigure | EditorialFigure, planned: PlannedRange) -> str:
    """The address of the job description that starts with the planned range."""
    level = figure.benchmark.level if isinstance(figure, EditorialFigure) else figure.level
    values: dict[str, Any] = {"level": level or "", "low": planned.low, "high": planned.high}
    values |= {"kind": planned.kind.value, "currency": planned.currency}
    return f"{structured_data.role_path(kit)}job-description/?{urlencode(values)}"


def _build_trail(kit: Kit) -> structured_data.LinkedData:
    here = reverse("salary", args=[kit.slug])
    return structured_data.describe_breadcrumbs(
        [("Rolebook", reverse("home")), (kit.title, structured_data.role_path(kit)), ("Salary", here)]
    )
