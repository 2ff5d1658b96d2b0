"""The library's interview questions: those of a role, with a candidate's view, and those of every role."""

from collections.abc import Sequence
from functools import partial

from django.core.paginator import Page as PageOfList
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from company.site import read_site_name
from interviews.candidates import list_preparation, questions_back
from interviews.forms import QuestionFilter, list_facets
from interviews.models import QuestionEntry
from roles.kit.choices import Counted
from roles.kit.value import Kit, KitCompetency, KitSkill
from roles.models.count import QUESTIONS_PART
from roles.models.edition import Edition
from roles.pages.counting import count_use
from roles.pages.structured_data import describe_breadcrumbs, role_path
from web.page import Page, cached_by_arguments, query_without_page
from web.response_cache import respond_and_cache
from web.view import View, absolute_url

QUESTIONS_PER_PAGE = 15  # about five screens of a phone


class RoleQuestionsView(View, frozen=True, kw_only=True):
    """The page of a role's interview questions by competency, each with its skills; how to prepare, what to ask back,
    and how many questions there are.
    """

    template = "interviews/role_questions.html"

    kit: Kit
    competencies: Sequence[tuple[KitCompetency, Sequence[KitSkill]]]
    preparation: Sequence[str]
    questions_back: Sequence[str]
    count: int


class QuestionListView(View, frozen=True, kw_only=True):
    """The page of every role's questions. `query` is the start of a query string that keeps the filters."""

    template = "interviews/question_list.html"

    form: QuestionFilter
    questions: Sequence[QuestionEntry]
    page: PageOfList[QuestionEntry]
    query: str


@require_safe
def role_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """The page of a role's interview questions, with how to prepare and what to ask back. Each visit is counted.
    Cached; raises Http404 for a role that isn't live.
    """
    page = show_role_interviews(get_object_or_404(Edition.objects.shown(), slug=slug))
    read = partial(count_use, Counted.READ, slug, QUESTIONS_PART)
    read()
    return respond_and_cache(request, page, each_time=read)


@cached_by_arguments
def show_role_interviews(edition: Edition) -> Page:
    """The page of an edition's interview questions. Kept for SECONDS_CACHED."""
    return Page.render(build_questions_view(edition.kit))


def build_questions_view(kit: Kit) -> RoleQuestionsView:
    """The values of the page of a role's interview questions. Runs no query."""
    address = reverse("role-questions", args=[kit.slug])
    trail = [
        (read_site_name(), reverse("home")),
        ("Roles", reverse("role-list")),
        (kit.title, role_path(kit)),
        ("Interview questions", address),
    ]
    return RoleQuestionsView(
        kit=kit,
        competencies=[
            (part, [skill for skill in kit.skills if skill.name in part.skills]) for part in kit.competencies
        ],
        preparation=list_preparation(kit),
        questions_back=questions_back(kit),
        count=sum(1 for _ in kit.list_questions()),
        canonical=absolute_url(address),
        structured_data=[describe_breadcrumbs(trail)],
    )


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """The page of the questions of every live role, filtered and searched by the query string. Three queries or more;
    caches may keep it.
    """
    form = QuestionFilter(request.GET or None, facets=list_facets())
    found = form.filter_questions(QuestionEntry.objects.live().defer("vector"))
    page = Paginator(found, QUESTIONS_PER_PAGE).get_page(request.GET.get("page"))
    view = QuestionListView(
        form=form,
        questions=[*page],
        page=page,
        query=query_without_page(request.GET),
        canonical=absolute_url(request.path),
    )
    return respond_and_cache(request, Page.render(view))
