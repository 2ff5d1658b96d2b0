"""The search page, and what it suggests as someone types."""

from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from roles.kit.lists import either
from roles.models import MissedSearch
from roles.pages.structured_data import absolute
from roles.publishing.library_version import kept_with_library
from roles.search.entries import kinds
from roles.search.find import Found, find
from roles.search.names import current_names
from roles.search.words import words
from web.page import Page, respond

LONGEST = 200  # characters
SUGGESTIONS = 8


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the library has on some words. A search that finds nothing is counted, without saying whose it was."""
    asked = _asked(request)
    kind = request.GET.get("kind", "")
    kind = kind if kind in kinds() else ""
    page, is_missed = results(asked, kind)
    if is_missed:
        MissedSearch.objects.count_one(words(asked))
    return respond(request, page)


@kept_with_library
def results(asked: str, kind: str) -> tuple[Page, bool]:
    """The page of a search, and whether the whole library has nothing on it."""
    found = find(asked, kind=kind) if asked else Found(hits=[])
    context = {
        "asked": asked,
        "found": found,
        "kind": kind,
        "kinds": kinds(),
        "canonical": absolute(reverse("search")),
    }
    return Page.render("search.html", context), bool(asked and not found.hits and not kind)


@require_safe
def suggestions(request: HttpRequest) -> HttpResponse:
    """A JSON list of names that start with what was typed."""
    return respond(request, Page.json(current_names().suggestions(_asked(request), SUGGESTIONS)))


def _closest(names: list[str]) -> SafeString:
    """Links to a search for each name."""
    links = [format_html('<a href="?q={}">{}</a>', quote(name), name) for name in names]
    return mark_safe(either(links))  # noqa: S308 each is escaped


def _asked(request: HttpRequest) -> str:
    return " ".join(request.GET.get("q", "").replace("\0", " ").split())[:LONGEST]


urlpatterns = [
    # /search/
    path("search/", search, name="search"),
    path("search/suggestions/", suggestions, name="search-suggestions"),
]
