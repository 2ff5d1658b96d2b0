"""The pages on occupations: all of them by family, and one of them."""

from collections.abc import Sequence

import msgspec
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from config.pages.occupations.common import find_occupation_or_404, read_index
from config.pages.occupations.page import NeighborLink, view_occupation
from occupations.addresses import occupation_path
from occupations.attribution import Attribution
from occupations.codes import MAJOR_GROUPS
from occupations.reading import OccupationSummary
from roles.publishing.library_version import cached_per_library_version
from roles.search.occupations import list_kits_of
from web.page import Page
from web.response_cache import respond_and_cache
from web.view import View, absolute_url


class FamilyOfOccupations(msgspec.Struct, frozen=True):
    """A major group of the SOC with its occupations, by title."""

    code: str
    name: str
    occupations: Sequence[OccupationSummary]


class OccupationListView(View, frozen=True, kw_only=True):
    """Every occupation with data, by family."""

    template = "occupations/occupation_list.html"

    families: Sequence[FamilyOfOccupations]
    count: int
    attributions: Sequence[Attribution]


@require_safe
def list_all_occupations(request: HttpRequest) -> HttpResponse:
    """Every occupation by family."""
    return respond_and_cache(request, render_list())


@cached_per_library_version
def render_list() -> Page:
    """The page of all occupations by family, kept until the library changes."""
    index = read_index()
    known = sorted((found for found in index.occupations.values() if found.has_data), key=lambda found: found.title)
    families = [
        FamilyOfOccupations(code, name, [found for found in known if found.family == code])
        for code, name in MAJOR_GROUPS.items()
    ]
    view = OccupationListView(
        families=[family for family in families if family.occupations],
        count=len(known),
        attributions=[*index.attributions.values()],
        canonical=absolute_url(reverse("occupation-list")),
    )
    return Page.render(view)


@require_safe
def show_occupation(request: HttpRequest, soc: str, slug: str = "") -> HttpResponseBase:
    """An occupation's page. An address with another title, or with none, leads to it. Raises Http404."""
    profile_slug, page = render_occupation(soc)
    if profile_slug != slug:
        return redirect(occupation_path(soc, profile_slug), permanent=True)
    return respond_and_cache(request, page)


@cached_per_library_version
def render_occupation(soc: str) -> tuple[str, Page]:
    """The slug of an occupation and its page, kept until the library changes; one query. Raises Http404 for a code
    without an occupation.
    """
    profile = find_occupation_or_404(soc)
    kits = [
        NeighborLink(reverse("role-detail", args=[role.slug]), role.title, role.summary)
        for role in list_kits_of(profile.code)
    ]
    return profile.slug, Page.render(view_occupation(profile, read_index(), kits))
