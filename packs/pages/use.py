"""Counting what the workbench's pages give: a number by role and day, and nothing of who asked."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from roles.kit.choices import Counted
from roles.models.count import PACKS_PART
from roles.pages.counting import count_use

if TYPE_CHECKING:  # so that the pages of packs may use what counts
    from packs.pages.saved.open_pack import OpenPack


def count_pack_files(response: HttpResponse, slugs: Iterable[str]) -> HttpResponse:
    """The answer, whose files are counted as downloads of these roles and occupations, by their kits' slugs."""
    if "Content-Disposition" in response:
        for slug in slugs:
            count_use(Counted.DOWNLOADED, slug, PACKS_PART)
    return response


def count_pack_results(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of a pack count its files as downloads, and its first save on each later day as a save."""

    @wraps(view)
    def answer_and_count(request: HttpRequest, *args: object, **named: object) -> HttpResponse:
        response = view(request, *args, **named)
        opened: OpenPack | None = getattr(request, "opened_pack", None)
        if opened is None:
            return response
        slug = opened.description.slug
        is_later_day = timezone.localdate(opened.pack.used_at) < timezone.localdate()
        if request.method == "POST" and is_later_day and opened.has_newer_version():
            count_use(Counted.SAVED, slug, PACKS_PART)
        return count_pack_files(response, [slug])

    return answer_and_count


def count_results(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Make a view of the workbench count its files as downloads and its first saves as saves, for the role `slug` or
    the occupation `soc` in its arguments.
    """

    @wraps(view)
    def answer_and_count(request: HttpRequest, **named: str) -> HttpResponse:
        response = view(request, **named)
        slug = named.get("slug") or named["soc"]
        if "Content-Disposition" in response:
            count_use(Counted.DOWNLOADED, slug)
        elif request.method == "POST" and isinstance(response, HttpResponseRedirect):
            count_use(Counted.SAVED, slug)
        return response

    return answer_and_count
