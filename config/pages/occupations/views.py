"""The pages on occupations: all of them by family, and one of them."""

from collections.abc import Sequence

import msgspec
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from company.site import read_site_company
from compensation.figures import Provenance
from compensation.models.survey import NATION, SurveyArea
from compensation.pages.places import LONGEST_PLACE, SurveyChart, draw_places, list_occupation_places, search_area
from compensation.pay_words import write_survey_sentence
from compensation.role_survey import RoleSurvey
from compensation.survey import SurveyPay
from config.pages.occupations.common import find_occupation_or_404, read_index
from config.pages.occupations.page import NeighborLink, view_occupation
from config.pages.occupations.pay import (
    OccupationPay,
    find_occupation_pay,
    list_national_pay,
)
from occupations.addresses import occupation_path
from occupations.attribution import Attribution
from occupations.codes import MAJOR_GROUPS, SOC_LENGTH
from occupations.reading import OccupationProfile, OccupationSummary
from roles.publishing.library_version import cached_per_library_version
from roles.search.occupations import list_kits_of
from web.page import Page, respond_with_page
from web.response_cache import respond_and_cache
from web.view import View, absolute_url


class FamilyOfOccupations(msgspec.Struct, frozen=True):
    """A major group of the SOC with its occupations by title, each with its national pay in dollars a year where that
    is known.
    """

    code: str
    name: str
    occupations: Sequence[tuple[OccupationSummary, SurveyPay | None]]


class OccupationListView(View, frozen=True, kw_only=True):
    """The page of every occupation with data, by family, with the source of the newest pay; None without a survey."""

    template = "occupations/occupation_list.html"

    families: Sequence[FamilyOfOccupations]
    count: int
    pay_source: Provenance | None
    attributions: Sequence[Attribution]


class OccupationPayView(View, frozen=True, kw_only=True):
    """The page of an occupation's pay by place: (anchor, name, places) of each table, with the highest median first."""

    template = "occupations/pay.html"

    profile: OccupationProfile
    pay: OccupationPay
    pay_sentence: str
    tables: Sequence[tuple[str, str, Sequence[RoleSurvey]]]
    onet: Attribution | None
    missed: str
    area: SurveyArea | None = None


class OccupationPlaceView(View, frozen=True, kw_only=True):
    """The page of an occupation's pay in one place beside its states and the nation.

    `is_measured` says whether the survey has a figure there; without one, `pay_sentence` is on the next larger place.
    `counted_as` is the group that the figures are of, "" where the survey counts the occupation by itself.
    """

    template = "occupations/place_pay.html"

    profile: OccupationProfile
    area: SurveyArea
    is_measured: bool
    pay_sentence: str
    counted_as: str
    chart: SurveyChart | None
    provenance: Provenance
    onet: Attribution | None


@require_safe
def list_all_occupations(request: HttpRequest) -> HttpResponse:
    """Answer the page of every occupation by family, kept until the library changes. Raises Http404 where the site
    shows none.
    """
    if not read_site_company().branding.has_occupations:
        raise Http404("this site shows no occupations")
    return respond_and_cache(request, render_list())


@cached_per_library_version
def render_list() -> Page:
    """The page of all occupations by family, kept until the library changes."""
    index = read_index()
    known = sorted((found for found in index.occupations.values() if found.has_data), key=lambda found: found.title)
    pay = list_national_pay({found.code[:SOC_LENGTH] for found in known})
    families = [
        FamilyOfOccupations(
            code, name, [(found, pay.get(found.code[:SOC_LENGTH])) for found in known if found.family == code]
        )
        for code, name in MAJOR_GROUPS.items()
    ]
    newest = max(pay.values(), key=lambda each: each.year, default=None)
    source = newest.provenance if newest else None
    view = OccupationListView(
        families=[family for family in families if family.occupations],
        count=len(known),
        pay_source=source,
        attributions=[*index.attributions.values()],
        canonical=absolute_url(reverse("occupation-list")),
    )
    return Page.render(view)


@require_safe
def show_occupation(request: HttpRequest, soc: str, slug: str = "") -> HttpResponseBase:
    """Answer an occupation's page, kept until the library changes, or redirect to its one address from another title.
    Raises Http404 for an unknown code.
    """
    profile_slug, page = render_occupation(soc)
    if profile_slug != slug:
        return redirect(occupation_path(soc, profile_slug), permanent=True)
    return respond_and_cache(request, page)


@cached_per_library_version
def render_occupation(soc: str) -> tuple[str, Page]:
    """The slug of an occupation and its page, kept until the library changes; two queries. Raises Http404 for a code
    without an occupation.
    """
    profile = find_occupation_or_404(soc)
    kits = [
        NeighborLink(reverse("role-detail", args=[role.slug]), role.title, role.summary)
        for role in list_kits_of(profile.code)
    ]
    return profile.slug, Page.render(view_occupation(profile, read_index(), find_occupation_pay(profile.soc), kits))


@require_safe
def show_occupation_pay(request: HttpRequest, soc: str) -> HttpResponse:
    """Answer the page of an occupation's pay in every state and metropolitan area, kept until the library changes, or
    redirect to the page of a place that was typed in `?place=`. Raises Http404 for an unknown code or one without pay.
    """
    missed = request.GET.get("place", "")[:LONGEST_PLACE].strip()
    found = search_area(missed) if missed else None
    if found and found.pk != NATION:
        return redirect("occupation-pay-in-area", soc, found.slug)
    return respond_with_page(request, render_occupation_pay(soc, "" if found else missed))


@require_safe
def show_occupation_place(request: HttpRequest, soc: str, area: str) -> HttpResponse:
    """Answer the page of an occupation's pay in one place, kept until the library changes. Raises Http404 for an
    unknown code or place, and where neither the place nor its states nor the nation has a figure.
    """
    return respond_with_page(request, render_occupation_place(soc, area))


@cached_per_library_version
def render_occupation_place(soc: str, slug: str) -> Page:
    """The page of an occupation's pay in dollars in the place with a slug. Three queries, then kept until the library
    changes. Raises Http404 as `show_occupation_place` does.
    """
    profile = find_occupation_or_404(soc)
    area = get_object_or_404(SurveyArea.objects.exclude(pk=NATION), slug=slug)
    known = list_occupation_places(profile.soc, area)
    if not known:
        raise Http404
    places = [place for place in known if place.parts[0].pay.soc == known[0].parts[0].pay.soc]
    counted = places[0].parts[0].pay
    view = OccupationPlaceView(
        profile=profile,
        area=area,
        is_measured=places[0].area == area.pk,
        pay_sentence=write_survey_sentence(places[0]),
        counted_as=counted.title if counted.soc != profile.soc else "",
        chart=draw_places(places),
        provenance=places[0].provenance,
        onet=read_index().attributions.get("onet"),
        canonical=absolute_url(reverse("occupation-pay-in-area", args=[soc, slug])),
    )
    return Page.render(view)


@cached_per_library_version
def render_occupation_pay(soc: str, missed: str) -> Page:
    """The page of an occupation's pay in dollars by place; `missed` is a place that the survey doesn't know. Two
    queries, then kept until the library changes. Raises Http404 for an unknown code, and for an occupation without
    figures of pay.
    """
    profile = find_occupation_or_404(soc)
    pay = find_occupation_pay(profile.soc)
    if pay is None:
        raise Http404
    tables = [("states", _("States"), pay.states), ("metros", _("Metropolitan areas"), pay.metros)]
    view = OccupationPayView(
        profile=profile,
        pay=pay,
        pay_sentence=write_survey_sentence(pay.nation) if pay.nation else "",
        tables=[table for table in tables if table[2]],
        onet=read_index().attributions.get("onet"),
        missed=missed,
        canonical=absolute_url(reverse("occupation-pay", args=[soc])),
    )
    return Page.render(view)
