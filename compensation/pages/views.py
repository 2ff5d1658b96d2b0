"""The pages on pay: a role's, all roles', and how the figures are made. Each is also CSV and JSON, by ?format=."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from company.site import read_site_company, read_site_name
from compensation.figures import FactorFigure, OwnFigure, Provenance, area_factors
from compensation.models.pay_law import current_rules
from compensation.models.survey import NATION, SurveyArea
from compensation.pages.charts import EditorialChart, PercentileChart, editorial_charts, percentile_charts
from compensation.pages.exports import EXPORT_FORMATS, ExportRow, factor_row, hub_rows, salary_rows
from compensation.pages.forms import SalaryFilter
from compensation.pages.hub import RoleLine, list_cards, role_lines
from compensation.pages.place_list import SORTS, PlaceRow, PlaceStrip, draw_strip, list_role_pay, read_kind
from compensation.pages.places import (
    LONGEST_PLACE,
    SurveyChart,
    draw_places,
    list_role_places,
    list_work_places,
    search_area,
)
from compensation.pages.planner import ComparedFigure, PlannerForm
from compensation.pages.salary import Salary, load_salary
from compensation.pay_law.rule import PayRule, choose_rules
from compensation.pay_words import (
    reconcile_figures,
    write_change,
    write_filings_change,
    write_mixture,
    write_survey_sentence,
)
from compensation.planning import CLOSE, STUDY, WIDE, PlannedRange
from compensation.resolver import list_editorial, list_occupations, list_own_pay
from compensation.role_survey import LevelEstimate, RoleSurvey, estimate_levels
from compensation.rules import FEWEST, FEWEST_EMPLOYERS, FEWEST_FOR_TAILS, LARGEST_SHARE
from roles.kit.figures import PayHeadline
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.pages import structured_data
from web.page import Page, respond_with_page
from web.response_cache import respond_and_cache
from web.view import View

FILTERS = ("level", "area", "kind")
PLANNER = ("start", "plan_level", "plan_kind")
PLACE, WHOLE_COUNTRY = "place", "US"


class PayView(View, frozen=True, kw_only=True):
    """Base of the pages on pay, with the rules for what may be shown (compensation/rules.py)."""

    fewest: int = FEWEST
    fewest_employers: int = FEWEST_EMPLOYERS
    fewest_for_tails: int = FEWEST_FOR_TAILS
    largest_share: float = LARGEST_SHARE


class SalaryView(PayView, frozen=True, kw_only=True):
    """The page of a role's pay in a place, or in the nation where `area` is None, with a planner.

    `answer` is a sentence on the pay, `change` one on an earlier year, and `reasons` why figures differ. `places` are
    the area, its states and the nation. `missed` is an unknown place that was typed, `compared` are figures beside the
    plan, and `use_it` is the path of a job description with the planned range, or "". `query` keeps the filters, and
    `cards` are the sources.
    """

    template = "compensation/salary.html"

    kit: Kit
    area: SurveyArea | None
    answer: str
    change: str
    reasons: Sequence[str]
    places: Sequence[RoleSurvey]
    chart: SurveyChart | None
    levels: Sequence[LevelEstimate]
    missed: str
    filters: SalaryFilter
    salary: Salary
    editorial_charts: Sequence[EditorialChart]
    computed_charts: Sequence[PercentileChart]
    filings_change: str
    planner: PlannerForm
    planned: PlannedRange | None
    compared: Sequence[ComparedFigure]
    use_it: str
    query: str
    cards: Sequence[Provenance]


class PlacesView(View, frozen=True, kw_only=True):
    """The page of a role's pay in the states or the metropolitan areas, sorted by a column: (name, label, direction).
    `headline` names the source, None where there is no figure.
    """

    template = "compensation/places.html"

    kit: Kit
    headline: PayHeadline | None
    places: Sequence[PlaceRow]
    strip: PlaceStrip | None
    metros: bool
    sort: str
    columns: Sequence[tuple[str, str, str]]


class SalariesView(PayView, frozen=True, kw_only=True):
    """The page of every role's national pay by family, with the bands of the site's company and the sources."""

    template = "compensation/salaries.html"

    own: Sequence[OwnFigure]
    families: Sequence[tuple[str, Sequence[RoleLine]]]
    cards: Sequence[Provenance]


class PayMethodView(PayView, frozen=True, kw_only=True):
    """The page of how figures are made. By `study`, a range of `wide` dollars or more is wide, and one of up to `close`
    close.
    """

    template = "compensation/how_we_measure_pay.html"

    factors: Sequence[FactorFigure]
    factor_source: Provenance | None
    study: str = STUDY
    wide: int = WIDE
    close: int = CLOSE


@require_safe
def show_salary(request: HttpRequest, slug: str, area: str = "") -> HttpResponse:
    """The page of a role's pay in a place with a planner of pay ranges, or its figures as JSON or CSV for `?format=`.
    Two queries or more; cached.

    Redirects to the page of a place that was typed. Raises Http404 for an unknown role or place.
    """
    is_planning = any(name in request.GET for name in PLANNER)
    missed = request.GET.get(PLACE, "")[:LONGEST_PLACE]
    if PLACE in request.GET and (found := search_area(missed or (WHOLE_COUNTRY if is_planning else ""))):
        return HttpResponseRedirect(_salary_path(slug, found) + (_keep_plan(request.GET) if is_planning else ""))
    kit, chosen, whole = load_salary(slug, area, _list_site_pay())
    places = list_role_places(list_occupations(kit), chosen)
    filters = SalaryFilter(_read_given(request.GET, FILTERS), salary=whole, levels=[level.name for level in kit.levels])
    shown = filters.filter_salary()
    if "format" in request.GET:
        return _respond_with_export(request, salary_rows(slug, shown, places))
    levels = estimate_levels(kit, places[0] if places else None)
    planner = PlannerForm(
        request.GET.dict() if is_planning else None,
        kit=kit,
        area=chosen,
        salary=whole,
        places=places,
        levels=levels,
        today=localdate(),
    )
    planned = planner.compute_plan(_list_rules(chosen)) if is_planning else None
    view = SalaryView(
        kit=kit,
        area=chosen,
        **_answer(kit, chosen, places),
        places=places,
        chart=draw_places(places),
        levels=levels,
        missed=missed,
        filters=filters,
        salary=shown,
        editorial_charts=editorial_charts(shown.editorial),
        computed_charts=percentile_charts(shown.computed),
        filings_change=write_filings_change(shown.computed),
        planner=planner,
        planned=planned,
        compared=planner.compare_figures() if planned else [],
        use_it=f"{structured_data.role_path(kit)}job-description/?{planner.describe_job(planned)}" if planned else "",
        query=urlencode(_read_given(request.GET, FILTERS) or {}),
        cards=_list_sources(shown, places),
        canonical=structured_data.absolute_url(_salary_path(slug, chosen)),
        structured_data=[_build_trail(kit)],
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def show_places(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a role's pay in every state or metropolitan area, in dollars a year. Three queries; cached. Raises
    Http404 where the role isn't live.
    """
    edition = Edition.objects.shown().filter(slug=slug).first()
    if edition is None:
        raise Http404
    kind, sort = read_kind(request.GET.get("kind", "")), request.GET.get("sort", "")
    places = list_role_pay(list_occupations(edition.kit), kind, sort)
    columns = [
        ("place", gettext("Place"), "ascending"),
        ("low", gettext("Half earn from"), "descending"),
        ("middle", gettext("Middle"), "descending"),
        ("high", gettext("to"), "descending"),
        ("jobs", gettext("Jobs"), "descending"),
    ]
    view = PlacesView(
        kit=edition.kit,
        headline=edition.pay.measured,
        places=places,
        strip=draw_strip(places),
        metros=kind == SurveyArea.Kind.METRO,
        sort=sort if sort in SORTS else "middle",
        columns=columns,
        canonical=structured_data.absolute_url(reverse("salary-places", args=[slug])),
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def list_places(request: HttpRequest) -> HttpResponse:
    """Answer a JSON object of the survey's places, from name to slug, for the box that completes them. One query;
    caches may keep it.
    """
    rows = SurveyArea.objects.exclude(pk=NATION).values_list("name", "slug")
    return respond_with_page(request, Page.from_data(dict(rows)))


@require_safe
def show_salaries(request: HttpRequest) -> HttpResponse:
    """The page of every role's national pay, or its rows as JSON or CSV where `?format=` names one. Two queries;
    cached.
    """
    lines, own = role_lines(), _list_site_pay()
    if "format" in request.GET:
        return _respond_with_export(request, hub_rows(own, lines))
    families = [(name, [*group]) for name, group in groupby(lines, lambda line: line.family)]
    canonical = structured_data.absolute_url(reverse("salaries"))
    view = SalariesView(own=own, families=families, cards=list_cards(lines), canonical=canonical)
    return respond_and_cache(request, Page.render(view))


@require_safe
def how_we_measure_pay(request: HttpRequest) -> HttpResponse:
    """The page of how the figures are made and every area's factor, or the factors as JSON or CSV where `?format=`
    names one. One query; caches may keep it.
    """
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


def _list_rules(area: SurveyArea | None) -> list[PayRule]:
    """The rules in force today for work in an area."""
    return choose_rules(current_rules(), list_work_places(area), localdate())


def _read_given(query: QueryDict, names: Iterable[str]) -> dict[str, str] | None:
    return {name: str(query[name]) for name in names if name in query} or None


def _answer(kit: Kit, area: SurveyArea | None, places: Sequence[RoleSurvey]) -> dict[str, Any]:
    """What the role pays in the chosen place in a sentence, how that has changed, and why other figures differ."""
    if not places:
        return {"answer": "", "change": "", "reasons": []}
    first = places[0]
    reasons = [write_mixture(first), reconcile_figures(first, list_editorial(kit))]
    if area and area.pk != first.area:
        reasons.insert(0, gettext("The survey has no figure for %(area)s.") % {"area": area.name})
    return {
        "answer": write_survey_sentence(first),
        "change": write_change(first),
        "reasons": [reason for reason in reasons if reason],
    }


def _list_sources(salary: Salary, places: Sequence[RoleSurvey]) -> list[Provenance]:
    """Where all figures come from, each source once."""
    found = [place.provenance for place in places]
    found += [figure.provenance for figure in salary.editorial]
    found += [figure.provenance for figure in salary.computed]
    return [*{provenance.source: provenance for provenance in found}.values()]


def _list_site_pay() -> list[OwnFigure]:
    return list_own_pay(read_site_company().in_use.profile)


def _salary_path(slug: str, area: SurveyArea | None) -> str:
    """The address of a role's pay in a place; the nation has the address without one."""
    if area is None or area.pk == NATION:
        return reverse("salary", args=[slug])
    return reverse("salary-in-area", args=[slug, area.slug])


def _keep_plan(query: QueryDict) -> str:
    """The query of a plan whose place has become the address."""
    return "?" + urlencode({name: value for name, value in query.items() if name != PLACE}) + "#planner"


def _build_trail(kit: Kit) -> structured_data.LinkedData:
    here = reverse("salary", args=[kit.slug])
    return structured_data.describe_breadcrumbs(
        [(read_site_name(), reverse("home")), (kit.title, structured_data.role_path(kit)), ("Salary", here)]
    )
