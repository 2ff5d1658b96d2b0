"""A role that has another slug than before: its old addresses lead to the new ones for good."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse
from django.utils import timezone

from roles.models.edition import Edition

PREFIXES = ("roles/", "compare/", "api/roles/")
SLUGS = ("slug", "first", "second")  # the parts of an address that name a role


def redirect_old_slugs(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer with a permanent redirect where a page of a role is not found under a slug that the role once had."""

    def answer_or_redirect(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        found = request.resolver_match
        if response.status_code != 404 or not found or not found.route.startswith(PREFIXES):  # noqa: PLR2004
            return response
        now = {name: find_successor(slug) or slug for name, slug in found.kwargs.items() if name in SLUGS}
        if all(found.kwargs[name] == slug for name, slug in now.items()):
            return response
        path = reverse(str(found.url_name), kwargs={**found.kwargs, **now})
        query = request.META.get("QUERY_STRING", "")
        return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)

    return answer_or_redirect


def find_successor(slug: str) -> str | None:
    """The slug of the live role whose earlier edition had this one, unless a live role has it now."""
    if Edition.objects.live().filter(slug=slug).exists():
        return None
    former = Edition.objects.filter(slug=slug, live_from__lte=timezone.now()).order_by("-live_from").first()
    heir = Edition.objects.live().cards().filter(role=former.role_id).first() if former else None
    return heir.slug if heir else None
