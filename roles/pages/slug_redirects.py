"""Addresses of earlier days lead on for good: those of a role or an answer that has another slug now, by themselves,
and those that editors listed.
"""

from collections.abc import Callable

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone

from roles.kit.value import KitFaq
from roles.models.edition import Edition
from roles.models.old_address import OldAddress

PREFIXES = ("roles/", "compare/", "api/roles/")
MOST_EDITIONS = 50  # that are searched for a former answer
ANSWER = "faq"  # the part of an address that names an answer of the role
LONGEST_PATH = 200  # characters, as OldAddress takes them
SLUGS = ("slug", "first", "second")  # the parts of an address that name a role


def redirect_old_slugs(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that redirects for good where no page is found at an address that a role, an answer or a listed page
    had once. Queries only after a 404.
    """

    def answer_or_redirect(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != 404:  # noqa: PLR2004
            return response
        try:
            path = find_page_of_today(request) or find_listed_page(request.path)
        except DatabaseError:
            return response  # while the database is away there are no pages but those in memory
        if not path:
            return response
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)

    return answer_or_redirect


def find_page_of_today(request: HttpRequest) -> str:
    """The current path of a page whose address has an earlier slug of a role or an answer,
    otherwise "". A few queries.
    """
    found = request.resolver_match
    if not found or not found.route.startswith(PREFIXES):
        return ""
    now = {name: find_successor(slug) or slug for name, slug in found.kwargs.items() if name in SLUGS}
    if ANSWER in found.kwargs:
        now[ANSWER] = find_answer(now["slug"], found.kwargs[ANSWER]) or found.kwargs[ANSWER]
    if all(found.kwargs[name] == slug for name, slug in now.items()):
        return ""
    return reverse(str(found.url_name), kwargs={**found.kwargs, **now})


def find_listed_page(path: str) -> str:
    """The new path that editors listed for an old one, "" where they listed none. One query."""
    if len(path) > LONGEST_PATH or "\0" in path:
        return ""
    return OldAddress.objects.filter(old_path=path).values_list("new_path", flat=True).first() or ""


def find_successor(slug: str) -> str | None:
    """The slug of the live role that had this slug in an earlier edition; None where there is none, or where a live
    role has this slug now. One to three queries.
    """
    if Edition.objects.live().filter(slug=slug).exists():
        return None
    former = Edition.objects.filter(slug=slug, live_from__lte=timezone.now()).order_by("-live_from").first()
    heir = Edition.objects.live().cards().filter(role=former.role_id).first() if former else None
    return heir.slug if heir else None


def find_answer(role_slug: str, slug: str) -> str | None:
    """The current slug of a live role's answer, from the slug it had in an earlier edition; None where it isn't found.

    It is the answer with the same question or text, or the new one at the same place. Reads at most MOST_EDITIONS kits.
    """
    live = Edition.objects.live().filter(slug=role_slug).first()
    if live is None:
        return None
    now = {faq.slug: faq for faq in live.kit.faqs}
    earlier = Edition.objects.filter(role=live.role_id, live_from__lt=live.live_from).order_by("-live_from")
    for edition in earlier[:MOST_EDITIONS].iterator(chunk_size=10):
        before = {faq.slug: faq for faq in edition.kit.faqs}
        if slug in before and slug not in now:
            return _find_heir(before[slug], list(before), list(now.values()))
    return None


def _find_heir(former: KitFaq, slugs_before: list[str], faqs: list[KitFaq]) -> str | None:
    same = [faq.slug for faq in faqs if former.question == faq.question or former.answer == faq.answer]
    place = slugs_before.index(former.slug)
    in_its_place = [faq.slug for faq in faqs[place : place + 1] if faq.slug not in slugs_before]
    return next(iter([*same, *in_its_place]), None)
