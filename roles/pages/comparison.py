"""Roles side by side: any two of them, the pairs that people confuse, and the ladder of product management."""

from collections.abc import Sequence

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Q
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from company.site import read_site_name
from roles.kit.figures import KitPay
from roles.kit.value import Kit, KitSource
from roles.models.edition import Edition
from roles.models.search import SearchEntry, SearchEntryQuerySet
from roles.pages import structured_data
from roles.pages.charts import RangeChart, range_charts
from roles.pages.comparing import Advice, SkillRow, SkillStep, find_advice, measure_step, skill_rows
from roles.pages.forms import ComparisonForm
from roles.publishing.live import live_edition_or_404
from web.page import Page, cached_by_arguments
from web.response_cache import respond_and_cache
from web.view import View

PAIRS_PER_PAGE = 100
MOST_COMPARED = 4  # roles side by side
# The rungs of product management, from the first job to the head of product and beyond.
LADDER = [
    "associate-product-manager",
    "product-manager",
    "senior-product-manager",
    "group-product-manager",
    "director-of-product",
    "vp-product",
    "chief-product-officer",
]


class CompareView(View, frozen=True, kw_only=True):
    """The page to choose two roles, with the pairs that people confuse: (path, one title, the
    other, the difference).
    """

    template = "roles/compare.html"

    form: ComparisonForm
    pairs: Sequence[tuple[str, str, str, str]]
    page: PageOfList[SearchEntry]


class ComparisonView(View, frozen=True, kw_only=True):
    """Two kits side by side: each with the charts of its pay and who publishes it, the advice on them, and their skills
    in rows.

    `steps` are the two ways between them: (from, to, what is to be learned).
    """

    template = "roles/comparison.html"

    first: Kit
    second: Kit
    kits: Sequence[Kit]
    pays: Sequence[KitPay]
    charts: Sequence[tuple[Kit, Sequence[RangeChart], Sequence[KitSource]]]
    choice: Advice | None
    skills: Sequence[SkillRow]
    steps: Sequence[tuple[Kit, Kit, SkillStep]]


class SeveralView(View, frozen=True, kw_only=True):
    """The page of three or more roles in a table, as their live editions."""

    template = "roles/compare_several.html"

    editions: Sequence[Edition]


class LadderView(View, frozen=True, kw_only=True):
    """The rungs, lowest first: (kit, path of its comparison with the rung above, the kit of that one, and what is to be
    learned for it).
    """

    template = "roles/ladder.html"

    steps: Sequence[tuple[Kit, str, Kit | None, SkillStep | None]]


def comparison_path(one: str, other: str) -> str:
    """The one path for the comparison of two roles, whichever is named first."""
    return reverse("comparison", args=sorted([one, other]))


@require_safe
def show_compare(request: HttpRequest) -> HttpResponse:
    """The page to choose two roles or a pair that people confuse. With two roles in `?role=` redirects to their
    comparison; with more it shows them in a table, MOST_COMPARED at most.
    """
    ticked = [*dict.fromkeys(name for name in request.GET.getlist("role") if "\0" not in name)][:MOST_COMPARED]
    editions = [*Edition.objects.shown().filter(slug__in=ticked).order_by("title")] if ticked else []
    if len(editions) == 2:  # noqa: PLR2004 # a pair has its own page
        return HttpResponseRedirect(comparison_path(*(edition.slug for edition in editions)))
    if editions[2:]:
        canonical = structured_data.absolute_url(request.path)
        return respond_and_cache(request, Page.render(SeveralView(editions=editions, canonical=canonical)))
    form = ComparisonForm(request.GET if "a" in request.GET or "b" in request.GET else None)
    if form.is_bound and form.is_valid():
        return HttpResponseRedirect(comparison_path(form.cleaned_data["a"], form.cleaned_data["b"]))
    page = Paginator(confused_pairs(), PAIRS_PER_PAGE).get_page(request.GET.get("page"))
    titles = dict(Edition.objects.shown().filter(slug__in=[p.group for p in page]).values_list("slug", "title"))
    view = CompareView(
        form=form,
        pairs=[
            (comparison_path(pair.edition.slug, pair.group), pair.edition.title, titles[pair.group], pair.text)
            for pair in page
        ],
        page=page,
        canonical=structured_data.absolute_url(request.path),
    )
    return respond_and_cache(request, Page.render(view))


def confused_pairs() -> SearchEntryQuerySet:
    """A query for the pairs of live roles on which a kit says something, each pair once, by title. The entries come
    with their editions, without the kits.
    """
    entries = SearchEntry.objects.live().filter(kind="comparison")
    mirrored = entries.filter(edition__slug=OuterRef("group"), group=OuterRef("edition__slug"))
    once = Q(edition__slug__lt=F("group")) | ~Exists(mirrored)
    pairs = entries.filter(once, group__in=Edition.objects.shown().values("slug"))
    return pairs.select_related("edition").defer("edition__kit_json", "vector").order_by("edition__title", "title")


@require_safe
def show_comparison(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """The page of two live roles side by side; the other order redirects to it. Raises Http404 where one isn't live."""
    one, other = live_edition_or_404(first), live_edition_or_404(second)
    if first == second:
        return HttpResponseRedirect(one.get_absolute_url())
    if first > second:
        return HttpResponsePermanentRedirect(comparison_path(first, second))
    return respond_and_cache(request, comparison_page(one, other))


@cached_by_arguments
def comparison_page(one: Edition, other: Edition) -> Page:
    """The page of the comparison of two editions. Two queries, then kept for SECONDS_CACHED."""
    first, second = one.kit, other.kit
    path = comparison_path(first.slug, second.slug)
    trail = [(read_site_name(), "/"), ("Compare", reverse("compare")), (f"{first.title} or {second.title}", path)]
    view = ComparisonView(
        first=first,
        second=second,
        kits=[first, second],
        pays=[one.pay, other.pay],
        charts=[(kit, range_charts(kit.benchmarks), _list_sources(kit)) for kit in (first, second)],
        choice=find_advice(first, second),
        skills=skill_rows(first, second),
        steps=[(start, goal, measure_step(start, goal)) for start, goal in ((first, second), (second, first))],
        canonical=structured_data.absolute_url(path),
        structured_data=[structured_data.describe_breadcrumbs(trail)],
        card=reverse("comparison-card", args=[first.slug, second.slug]),
    )
    return Page.render(view)


def _list_sources(kit: Kit) -> list[KitSource]:
    """Who publishes the ranges of a kit, each source once."""
    return [kit.find_source(slug) for slug in dict.fromkeys(row.source for row in kit.benchmarks)]


@require_safe
def show_ladder(request: HttpRequest) -> HttpResponse:
    """The page of what each level of product management can do, from associate to head of product.
    Caches may keep it.
    """
    rungs = Edition.objects.shown().cards().filter(slug__in=LADDER).order_by("slug")
    return respond_and_cache(request, ladder_page(*rungs))


@cached_by_arguments
def ladder_page(*rungs: Edition) -> Page:
    """The page of the levels that are live, with the step from each to the next. One query for the kits, then kept for
    SECONDS_CACHED.
    """
    whole = Edition.objects.filter(pk__in=[rung.pk for rung in rungs])
    kits = sorted((edition.kit for edition in whole), key=lambda kit: LADDER.index(kit.slug))
    steps = [
        (
            kit,
            comparison_path(kit.slug, above.slug) if above else "",
            above,
            measure_step(kit, above) if above else None,
        )
        for kit, above in zip(kits, [*kits[1:], None], strict=False)
    ]
    path = reverse("ladder")
    view = LadderView(
        steps=steps,
        canonical=structured_data.absolute_url(path),
        structured_data=[structured_data.describe_breadcrumbs([(read_site_name(), "/"), ("Levels", path)])],
    )
    return Page.render(view)
