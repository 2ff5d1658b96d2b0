"""The library's pages: the list of roles, a role, the authors."""

from collections.abc import Mapping, Sequence
from functools import partial
from math import inf

import msgspec
from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.kit.choices import Counted
from roles.kit.figures import KitPay
from roles.kit.value import Kit, KitAuthor
from roles.models.edition import Edition, is_shown
from roles.pages import structured_data
from roles.pages.charts import RangeChart, range_charts
from roles.pages.contents import list_contents
from roles.pages.counting import count_use
from roles.pages.forms import RoleFilter, list_families
from roles.pages.stored_pages import find_page, store_page
from roles.publishing.library_version import cached_per_library_version
from roles.publishing.live import live_edition_or_404
from web.page import Page, query_without_page
from web.response_cache import respond_and_cache
from web.view import View

ROLES_PER_PAGE = 100


class RoleListView(View, frozen=True, kw_only=True):
    """The page of the list of roles. `query` is the start of a query string that keeps the filters."""

    template = "roles/role_list.html"

    form: RoleFilter
    roles: Sequence[Edition]
    page: PageOfList[Edition]
    query: str


class RoleView(View, frozen=True, kw_only=True):
    """A role's page. `editions` is its log, newest first; `role_titles` holds the live roles that it names, by slug.

    `contents` are (anchor, label) pairs. There is no edition yet where the kit is that of a working copy.
    """

    template = "roles/role_detail.html"

    kit: Kit
    pay: KitPay
    edition: Edition | None
    editions: Sequence[Edition]
    related: Sequence[Edition]
    role_titles: Mapping[str, str]
    contents: Sequence[tuple[str, str]]
    charts: Sequence[RangeChart]


class CreditedAuthor(msgspec.Struct, frozen=True):
    """An author that a live kit credits, in short."""

    slug: str
    name: str


class AuthorListView(View, frozen=True, kw_only=True):
    """The page of all authors that live kits credit, by name."""

    template = "roles/author_list.html"

    authors: Sequence[CreditedAuthor]


class AuthorView(View, frozen=True, kw_only=True):
    """The page of an author with the live roles that credit them, by title."""

    template = "roles/author_detail.html"

    author: KitAuthor
    roles: Sequence[Edition]


@require_safe
def role_list(request: HttpRequest) -> HttpResponse:
    """The page of the live roles by family, filtered by the query string. A few queries; caches may keep it."""
    form = RoleFilter(request.GET or None, families=list_families())
    roles = Edition.objects.shown().cards().order_by("family", "title")
    page = Paginator(form.filter_roles(roles), ROLES_PER_PAGE).get_page(request.GET.get("page"))
    view = RoleListView(
        form=form,
        roles=[*page],
        page=page,
        query=query_without_page(request.GET),
        canonical=structured_data.absolute_url(request.path),
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def role_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a role's live kit, counted as read each time. Cached; raises Http404 for a role that isn't live."""
    page = show_role(slug)
    read = partial(count_use, Counted.READ, slug)
    read()
    return respond_and_cache(request, page, seconds=inf, each_time=read)


@cached_per_library_version
def show_role(slug: str) -> Page:
    """The page of a role's live edition. One query where some process has rendered it; otherwise it is rendered and
    stored for all. Raises Http404 where none is live.
    """
    stored = find_page(slug) if is_shown(slug) else None
    return stored or render_role(live_edition_or_404(slug))


def render_role(edition: Edition) -> Page:
    """Render the page of an edition with one query, and store it with another."""
    shown = Edition.objects.shown_with(edition)
    whole = next(other for other in shown if other.pk == edition.pk)
    neighbours = [other for other in shown if other.role_id != edition.role_id and is_shown(other.slug)]
    log = [other for other in shown if other.role_id == edition.role_id]
    page = Page.render(build_role_view(whole.shown_kit, whole, pay=whole.pay, log=log, neighbours=neighbours))
    store_page(page, edition, neighbours)
    return page


def build_role_view(
    kit: Kit, edition: Edition | None, *, pay: KitPay, log: Sequence[Edition], neighbours: Sequence[Edition]
) -> RoleView:
    """The values of a role's page. `log` has its editions, newest first, and `neighbours` the live roles that it names.
    Runs no query.
    """
    titles = {other.slug: other.title for other in neighbours}
    by_slug = {other.slug: other for other in neighbours}
    related = [by_slug[slug] for slug in kit.related if slug in by_slug]
    return RoleView(
        kit=kit,
        pay=pay,
        edition=edition,
        editions=log,
        related=related,
        role_titles=titles,
        contents=list_contents(kit, related=bool(related)),
        charts=range_charts(kit.benchmarks),
        canonical=structured_data.absolute_url(structured_data.role_path(kit)),
        structured_data=structured_data.describe_role_page(kit, pay),
        card=reverse("role-card", args=[kit.slug]),
    )


@require_safe
def author_list(request: HttpRequest) -> HttpResponse:
    """The page of everyone credited by a live kit, by name; the same for everyone. One query."""
    live = Edition.objects.shown().order_by("author_name")
    authors = [CreditedAuthor(*row) for row in live.values_list("author_slug", "author_name").distinct()]
    view = AuthorListView(authors=authors, canonical=structured_data.absolute_url(request.path))
    return respond_and_cache(request, Page.render(view))


@require_safe
def author_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of an author, described as in the newest live kit, with the roles that credit them. Raises Http404 where
    no live kit does.
    """
    live = Edition.objects.shown().filter(author_slug=slug)
    newest = live.order_by("-live_from", "-pk").first()
    if newest is None:
        raise Http404
    author = newest.kit.author
    view = AuthorView(
        author=author,
        title_of_kit=True,
        roles=[*live.cards().order_by("title")],
        canonical=structured_data.absolute_url(request.path),
        structured_data=[structured_data.describe_person(author)],
    )
    return respond_and_cache(request, Page.render(view))
