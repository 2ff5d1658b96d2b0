"""The search page, and what it suggests as someone types."""

from collections.abc import Mapping
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from config.pages.occupations.common import read_index
from occupations.attribution import Attribution
from roles.kit.lists import join_with_or
from roles.pages.counting import LONGEST_QUERY, count_search
from roles.publishing.library_version import cached_per_library_version
from roles.search.entries import list_kinds
from roles.search.find import SearchResult, search_library
from roles.search.names import current_names
from roles.search.occupations import OCCUPATION
from web.page import Page, respond_with_page
from web.view import View, absolute_url

SUGGESTIONS = 8


class SearchView(View, frozen=True, kw_only=True):
    """What was asked, what was found, and links to searches for the closest names; "" where nothing comes close.

    `kind` is the one kind that was asked for, "" for all; `kinds` are those that there are, with their names. `source`
    is whose titles led to the occupations that were found, None without one.
    """

    template = "search.html"

    asked: str
    found: SearchResult
    closest: SafeString
    kind: str
    kinds: Mapping[str, str]
    source: Attribution | None


@require_safe
def show_search(request: HttpRequest) -> HttpResponse:
    """What the library has on some words. A search of all kinds is counted, without a word about whose it was."""
    asked = _read_query(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in list_kinds() else ""
    page, has_hits = render_results(asked, kind)
    if asked and not kind:
        count_search(asked, found=has_hits)
    return respond_with_page(request, page)


@cached_per_library_version
def render_results(asked: str, kind: str) -> tuple[Page, bool]:
    """The page of a search, and whether it has hits. Kept until the library changes."""
    found = search_library(asked, kind=kind) if asked else SearchResult(hits=[])
    view = SearchView(
        asked=asked,
        found=found,
        closest=_link_closest(found.closest),
        kind=kind,
        kinds=list_kinds(),
        source=read_index().attributions.get("onet") if any(hit.kind == OCCUPATION for hit in found.hits) else None,
        canonical=absolute_url(reverse("search")),
    )
    return Page.render(view), bool(found.hits)


@require_safe
def list_suggestions(request: HttpRequest) -> HttpResponse:
    """A JSON list of names that start with what was typed."""
    return respond_with_page(
        request, Page.from_data(current_names().list_suggestions(_read_query(request), SUGGESTIONS))
    )


def _link_closest(names: list[str]) -> SafeString:
    """Links to a search for each name."""
    links = [format_html('<a href="?q={}">{}</a>', quote(name), name) for name in names]
    return mark_safe(join_with_or(links))  # noqa: S308 each is escaped


def _read_query(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST_QUERY]


urlpatterns = [
    # /search/
    path("search/", show_search, name="search"),
    path("search/suggestions/", list_suggestions, name="search-suggestions"),
]
