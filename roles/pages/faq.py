"""The answers: across roles, of one role, and each on a page of its own."""

from collections.abc import Mapping, Sequence
from functools import partial
from threading import Lock

import cachetools
from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseForbidden, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from company.site import read_site_name
from roles.kit.choices import Counted
from roles.kit.prose import plain_text
from roles.kit.value import Kit, KitFaq
from roles.models.answer_votes import AnswerVotes
from roles.models.count import ANSWER_PARTS
from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.pages import structured_data
from roles.pages.counting import count_use
from roles.pages.forms import FaqFilter
from roles.publishing.live import live_edition_or_404
from web.page import Page, cached_by_arguments, query_without_page
from web.response_cache import respond_and_cache
from web.view import View

ANSWERS_PER_PAGE = 100
MOST_RELATED = 6
READ_NEXT = 2  # answers
MOST_VOTES_A_MINUTE = 6  # on one answer, in one process: a reader needs one

_votes: cachetools.TTLCache[tuple[int, str], int] = cachetools.TTLCache(10_000, 60)
_one_at_a_time = Lock()


class FaqView(View, frozen=True, kw_only=True):
    """A page of the answers of all roles. `query` is the start of a query string that keeps the filters."""

    template = "roles/faq.html"

    form: FaqFilter
    answers: Sequence[SearchEntry]
    page: PageOfList[SearchEntry]
    query: str


class RoleFaqView(View, frozen=True, kw_only=True):
    """The page of a role's answers by topic, each with its first paragraph as plain text."""

    template = "roles/role_faq.html"

    kit: Kit
    topics: Mapping[str, Sequence[tuple[KitFaq, str]]]


class AnswerView(View, frozen=True, kw_only=True):
    """An answer, its first paragraph as text, the answers `following` it in the kit as (path, question), and related
    ones as (path, question, role).
    """

    template = "roles/answer.html"

    kit: Kit
    edition: Edition
    faq: KitFaq
    opening: str
    following: Sequence[tuple[str, str]]
    related: Sequence[tuple[str, str, str]]


@require_safe
def show_faq(request: HttpRequest) -> HttpResponse:
    """The page of the answers of all live roles by topic, filtered by the query string. A few queries; caches may keep
    it.
    """
    form = FaqFilter(request.GET or None)
    answers = form.filter_answers(SearchEntry.objects.live().filter(kind="faq"))
    answers = answers.select_related("edition").defer("edition__kit_json", "vector", "text")
    page = Paginator(answers.order_by("group", "edition__title", "pk"), ANSWERS_PER_PAGE).get_page(
        request.GET.get("page")
    )
    view = FaqView(
        form=form,
        answers=[*page],
        page=page,
        query=query_without_page(request.GET),
        canonical=structured_data.absolute_url(request.path),
        structured_data=[structured_data.describe_breadcrumbs([(read_site_name(), "/"), ("Answers", request.path)])],
    )
    return respond_and_cache(request, Page.render(view))


@require_safe
def role_faq(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a role's questions by topic. Cached. Raises Http404 for a role that isn't live."""
    return respond_and_cache(request, role_faq_page(live_edition_or_404(slug)))


@cached_by_arguments
def role_faq_page(edition: Edition) -> Page:
    """The page of a role's questions. One query, then kept for SECONDS_CACHED."""
    kit = edition.shown_kit
    topics: dict[str, list[tuple[KitFaq, str]]] = {}
    for faq in kit.faqs:
        topics.setdefault(faq.topic, []).append((faq, extract_opening(faq)))
    path = reverse("role-faq", args=[kit.slug])
    view = RoleFaqView(
        kit=kit,
        topics=topics,
        canonical=structured_data.absolute_url(path),
        structured_data=[structured_data.describe_breadcrumbs([*_build_trail(kit), ("Answers", path)])],
        card=reverse("role-card", args=[kit.slug]),
    )
    return Page.render(view)


@csrf_exempt  # a vote is anonymous, and a token would need a cookie
@require_http_methods(["GET", "HEAD", "POST"])
def show_answer(request: HttpRequest, slug: str, faq: str) -> HttpResponse:
    """The page of one question with its answer; each visit is counted. A POST counts whether the answer helped and
    redirects, or answers 403 where another site sent it. Raises Http404 where the role or the answer isn't live.
    """
    edition = live_edition_or_404(slug)
    page, part = render_answer(edition, faq), f"{ANSWER_PARTS}{faq}"
    if request.method != "POST":
        read = partial(count_use, Counted.READ, edition.slug, part)
        read()
        return respond_and_cache(request, page, each_time=read)
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
        return HttpResponseForbidden(_("Vote on the answer’s page."), content_type="text/plain")
    helped = request.POST.get("helped")
    if helped in {"yes", "no"} and _may_count(edition.role_id, faq):
        AnswerVotes.objects.count_one(role=edition.role_id, faq=faq, helped=helped == "yes")
        count_use(Counted.HELPED if helped == "yes" else Counted.NOT_HELPED, edition.slug, part)
    return HttpResponseRedirect(f"{request.path}#thanks")


def _may_count(role: int, faq: str) -> bool:
    """Whether a vote counts. Votes on one answer are few, so many in a minute are a script's."""
    with _one_at_a_time:
        count = _votes.get((role, faq), 0)
        if count < MOST_VOTES_A_MINUTE:
            _votes[role, faq] = count + 1
        return count < MOST_VOTES_A_MINUTE


@cached_by_arguments
def render_answer(edition: Edition, slug: str) -> Page:
    """The page of the answer with this slug. Two queries, then kept for SECONDS_CACHED. Raises Http404 where the
    edition has no such answer.
    """
    kit = edition.shown_kit
    shown = next((faq for faq in kit.faqs if faq.slug == slug), None)
    if shown is None:
        raise Http404
    path = answer_path(kit, shown)
    trail = [*_build_trail(kit), ("Answers", reverse("role-faq", args=[kit.slug])), (shown.question, path)]
    view = AnswerView(
        kit=kit,
        edition=edition,
        faq=shown,
        title_of_kit=True,
        opening=extract_opening(shown),
        following=list_following(kit, shown),
        related=related_answers(edition, kit, shown),
        canonical=structured_data.absolute_url(path),
        structured_data=[
            structured_data.describe_answer_page(kit, shown),
            structured_data.describe_breadcrumbs(trail),
        ],
        card=reverse("role-card", args=[kit.slug]),
    )
    return Page.render(view)


def list_following(kit: Kit, shown: KitFaq) -> list[tuple[str, str]]:
    """The (path, question) of the READ_NEXT answers after this one in the kit; after the last come the first."""
    place = kit.faqs.index(shown)
    others = [*kit.faqs[place + 1 :], *kit.faqs[:place]]
    return [(answer_path(kit, faq), faq.question) for faq in others[:READ_NEXT]]


def related_answers(edition: Edition, kit: Kit, shown: KitFaq) -> list[tuple[str, str, str]]:
    """The (path, question, role) of other answers on the same topic: the role's own first, then those of roles that its
    kit names, MOST_RELATED at most. Without the answers to read next. One query.
    """
    same = [faq for faq in kit.faqs if faq.topic == shown.topic and faq.slug != shown.slug]
    own = [(answer_path(kit, faq), faq.question, kit.title) for faq in same]
    entries = SearchEntry.objects.live().filter(kind="faq", group=shown.topic, edition__slug__in=edition.mentions)
    entries = entries.select_related("edition").defer("edition__kit_json").order_by("edition__title", "pk")
    others: dict[int, tuple[str, str, str]] = {}
    for entry in entries:
        others.setdefault(entry.edition_id, (entry.address, entry.title, entry.edition.title))
    following = {path for path, _question in list_following(kit, shown)}
    return [each for each in (*own, *others.values()) if each[0] not in following][:MOST_RELATED]


def answer_path(kit: Kit, faq: KitFaq) -> str:
    """The path of an answer's own page."""
    return reverse("answer", args=[kit.slug, faq.slug])


def extract_opening(faq: KitFaq) -> str:
    """The first paragraph of an answer, as plain text."""
    return plain_text(faq.answer.split("\n\n")[0])


def _build_trail(kit: Kit) -> list[tuple[str, str]]:
    return [(read_site_name(), "/"), ("Roles", reverse("role-list")), (kit.title, structured_data.role_path(kit))]
