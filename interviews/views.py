"""The library's interview questions: those of a role, with a candidate's view, and those of every role."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from interviews.candidates import list_preparation, questions_back
from interviews.forms import QuestionFilter, list_facets
from interviews.models import QuestionEntry
from roles.kit.value import Kit
from roles.models import Edition
from roles.pages.structured_data import absolute_url, describe_breadcrumbs, role_path
from web.page import Page, cached_by_arguments
from web.response_cache import respond_and_cache

QUESTIONS_PER_PAGE = 50


@require_safe
def role_questions(request: HttpRequest, slug: str) -> HttpResponse:
    """The interview questions of a role: how to prepare, what a good answer shows, what to ask back."""
    return respond_and_cache(request, show_role_interviews(get_object_or_404(Edition.objects.live(), slug=slug)))


@cached_by_arguments
def show_role_interviews(edition: Edition) -> Page:
    """The page of an edition's questions."""
    return Page.render("interviews/role_questions.html", interviews_context(edition.kit))


def interviews_context(kit: Kit) -> dict[str, object]:
    """What the template of a role's questions needs."""
    address = reverse("role-questions", args=[kit.slug])
    trail = [
        ("Rolebook", reverse("home")),
        ("Roles", reverse("role-list")),
        (kit.title, role_path(kit)),
        ("Interview questions", address),
    ]
    return {
        "kit": kit,
        "preparation": list_preparation(kit),
        "questions_back": questions_back(kit),
        "count": sum(1 for _ in kit.list_questions()),
        "canonical": absolute_url(address),
        "structured_data": [describe_breadcrumbs(trail)],
    }


@require_safe
def question_list(request: HttpRequest) -> HttpResponse:
    """The questions of every live role, filtered and searched by the query string."""
    form = QuestionFilter(request.GET or None, facets=list_facets())
    found = form.filter_questions(QuestionEntry.objects.live().defer("vector"))
    page = Paginator(found, QUESTIONS_PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "questions": page.object_list,
        "page": page,
        "query": _query_without_page(request.GET),
        "canonical": absolute_url(request.path),
    }
    return respond_and_cache(request, Page.render("interviews/question_list.html", context))


def _query_without_page(query: QueryDict) -> str:
    """The start of a query string that keeps the filters and can take another page."""
    kept_filters = query.copy()
    kept_filters.pop("page", None)
    return f"{kept_filters.urlencode()}&" if kept_filters else ""
