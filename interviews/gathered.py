"""An interview kit of questions gathered on any page: its address names them, and nothing is stored."""

from collections.abc import Iterable, Sequence

import msgspec
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from roles.kit.value import KitQuestion
from roles.models.edition import Edition
from web.page import Page, respond_with_page
from web.view import View, absolute_url

MOST_GATHERED = 40


class GatheredQuestion(msgspec.Struct, frozen=True):
    """A question with its competency's name and its role's slug and title."""

    role: str
    title: str
    competency: str
    question: KitQuestion


class GatheredView(View, frozen=True, kw_only=True):
    """The page of gathered questions in the address's order, with their minutes and how many are missing. `roles` are
    (slug, title) of their roles, each once.
    """

    template = "interviews/gathered.html"

    questions: Sequence[GatheredQuestion]
    minutes: int
    missing: int
    roles: Sequence[tuple[str, str]]


@require_safe
def show_gathered(request: HttpRequest) -> HttpResponse:
    """The page of the questions that the address names, each as q=role.question, MOST_GATHERED at most; those that
    aren't live are only counted. Caches may keep it.
    """
    wanted = [*dict.fromkeys(request.GET.getlist("q"))][:MOST_GATHERED]
    questions = find_questions(wanted)
    view = GatheredView(
        questions=questions,
        minutes=sum(each.question.minutes for each in questions),
        missing=len(wanted) - len(questions),
        roles=[*dict.fromkeys((each.role, each.title) for each in questions)],
        canonical=absolute_url(reverse("gathered")),
    )
    return respond_with_page(request, Page.render(view))


def find_questions(wanted: Iterable[str]) -> list[GatheredQuestion]:
    """The live questions named as role.question, in the order named; others are left out. One query."""
    names = [name.partition(".") for name in wanted if "\0" not in name]
    kits = {
        edition.slug: edition.kit for edition in Edition.objects.shown().filter(slug__in={role for role, *_ in names})
    }
    known = {
        (kit.slug, question.slug): GatheredQuestion(kit.slug, kit.title, competency.name, question)
        for kit in kits.values()
        for competency, question in kit.list_questions()
    }
    return [known[role, slug] for role, _dot, slug in names if (role, slug) in known]
