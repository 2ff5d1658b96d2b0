"""The library as data: kits as files, and a read-only interface to every edition that was ever live."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from company.site import read_site_name
from roles.kit.diff import list_kit_changes
from roles.kit.files import write_kit
from roles.kit.value import json_schema
from roles.models.edition import Edition, EditionQuerySet
from roles.pages.structured_data import describe_breadcrumbs
from roles.publishing.live import live_edition_or_404
from web.page import Page, cached_by_arguments, respond_with_page
from web.view import View, absolute_url

ROLES_PER_API_PAGE = 100
LICENCE = "https://spdx.org/licenses/MIT"

type ApiData = dict[str, object]


class ApiView(View, frozen=True, kw_only=True):
    """How to use the interface: the slug of a role as an example, the license's address, and the length of a page."""

    template = "roles/api.html"

    example: str
    licence: str
    per_page: int


def open_to_all(request: HttpRequest, page: Page) -> HttpResponse:
    """Answer a page with headers that let scripts of any site read it, and with links to its schema and license.

    Search engines leave it alone: a kit says how answers are scored, which is for interviewers.
    """
    response = respond_with_page(request, page)
    response["X-Robots-Tag"] = "noindex"
    response["Access-Control-Allow-Origin"] = "*"
    response["Access-Control-Expose-Headers"] = "ETag, Link"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    schema = absolute_url(reverse("kit-schema"))
    response["Link"] = f'<{schema}>; rel="describedby"; type="application/schema+json", <{LICENCE}>; rel="license"'
    return response


@require_safe
def kit_schema(request: HttpRequest) -> HttpResponse:
    """Answer the JSON Schema of a kit, for scripts of any site. Caches may keep it."""
    return open_to_all(request, Page.from_data(json_schema(), "application/schema+json"))


@require_safe
def kit_as_json(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a role's live kit as JSON. Caches may keep it. Raises Http404 for a role that isn't live."""
    return open_to_all(request, _kit_as_json(live_edition_or_404(slug)))


@require_safe
def kit_as_yaml(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer a role's live kit as a kit file in YAML, which `load_library` reads. Caches may keep it. Raises Http404
    for a role that isn't live.
    """
    return open_to_all(request, _kit_as_yaml(live_edition_or_404(slug)))


@cached_by_arguments
def _kit_as_json(edition: Edition) -> Page:
    return Page.from_data(edition.kit)


@cached_by_arguments
def _kit_as_yaml(edition: Edition) -> Page:
    head = f"# yaml-language-server: $schema={absolute_url(reverse('kit-schema'))}\n# License: MIT, {LICENCE}\n"
    return Page.from_body(head + write_kit(edition.kit), "application/yaml; charset=utf-8")


@require_safe
def show_api(request: HttpRequest) -> HttpResponse:
    """The page on how to use the JSON interface, the same for everyone. One query."""
    example = Edition.objects.shown().cards().order_by("slug").first()
    trail = [(read_site_name(), "/"), ("Data", request.path)]
    view = ApiView(
        example=example.slug if example else "product-manager",
        licence=LICENCE,
        per_page=ROLES_PER_API_PAGE,
        canonical=absolute_url(request.path),
        structured_data=[describe_breadcrumbs(trail)],
    )
    return respond_with_page(request, Page.render(view))


@require_safe
def api_roles(request: HttpRequest) -> HttpResponse:
    """Answer the live roles as JSON, ROLES_PER_API_PAGE on the page that `?page=` names. Two queries."""
    live = Edition.objects.shown().cards().order_by("slug")
    page = Paginator(live, ROLES_PER_API_PAGE).get_page(request.GET.get("page"))
    following = f"{absolute_url(request.path)}?page={page.next_page_number()}" if page.has_next() else None
    data = {
        **describe_interface(),
        "count": page.paginator.count,
        "next": following,
        "roles": [_describe_role(role) for role in page],
    }
    return open_to_all(request, Page.from_data(data))


@require_safe
def api_editions(request: HttpRequest, slug: str) -> HttpResponse:
    """Answer the editions of a live role as JSON, newest first. Raises Http404 for a role that isn't live."""
    editions = [_describe_edition(edition) for edition in _past_and_live(slug).cards().order_by("-number")]
    return open_to_all(request, Page.from_data({**describe_interface(), "role": slug, "editions": editions}))


@require_safe
def api_edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer one edition as JSON with its kit and pay. Raises Http404 where the role isn't live or has no such edition
    that has been live.
    """
    edition = _find_edition(slug, number)
    return open_to_all(
        request,
        Page.from_data({**describe_interface(), **_describe_edition(edition), "pay": edition.pay, "kit": edition.kit}),
    )


@require_safe
def api_changes(request: HttpRequest, slug: str, before: int, after: int) -> HttpResponse:
    """Answer the differences between two editions of a role as JSON, in the order of the kit. Raises Http404 where the
    role isn't live or lacks one of them.
    """
    old, new = _find_edition(slug, before), _find_edition(slug, after)
    changes = [
        {"kind": change.kind, "path": change.path, "before": change.before, "after": change.after}
        for change in list_kit_changes(old.kit, new.kit)
    ]
    data = {
        **describe_interface(),
        "role": slug,
        "before": _describe_edition(old),
        "after": _describe_edition(new),
        "changes": changes,
    }
    return open_to_all(request, Page.from_data(data))


def _past_and_live(slug: str) -> EditionQuerySet:
    """The editions of a live role that are live or were. Raises Http404 where the role is not live."""
    live = live_edition_or_404(slug)
    return Edition.objects.filter(role=live.role_id, live_from__lte=timezone.now())


def _find_edition(slug: str, number: int) -> Edition:
    edition = _past_and_live(slug).filter(number=number).first()
    if edition is None:
        raise Http404
    return edition


def describe_interface() -> ApiData:
    """What every answer says about the interface: the addresses of its license, schema and documentation."""
    return {
        "licence": LICENCE,
        "kit_schema": absolute_url(reverse("kit-schema")),
        "documentation": absolute_url(reverse("api")),
    }


def _describe_role(role: Edition) -> ApiData:
    return {
        "slug": role.slug,
        "language": role.language,
        "title": role.title,
        "family": role.family,
        "summary": role.summary,
        "pay": role.pay.headlines,
        "edition": role.number,
        "live_from": role.live_from,
        "page": absolute_url(role.get_absolute_url()),
        "json": absolute_url(reverse("kit-json", args=[role.slug])),
        "yaml": absolute_url(reverse("kit-yaml", args=[role.slug])),
        "editions": absolute_url(reverse("api-editions", args=[role.slug])),
    }


def _describe_edition(edition: Edition) -> ApiData:
    return {
        "number": edition.number,
        "title": edition.title,
        "note": edition.note,
        "live_from": edition.live_from,
        "live_until": edition.live_until,
    }
