"""The question bank in admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import reverse

import interviews.shared.desk  # noqa: F401 # registers the shared bank
from interviews.admin_texts import COMPETENCY, QUESTION
from interviews.models import Competency, Question
from roles.admin.inlines import RolePartTable
from roles.admin.part_pages.pages import PartPage
from roles.models.working_copy import Role


class CompetencyInline(RolePartTable):
    """The rows of a role's competencies. Each has its own page for its skills and questions."""

    model = Competency
    help_texts = COMPETENCY
    fields = ["name", "definition", "position"]
    template = "admin/interviews/competency/rows.html"
    show_change_link = True
    lists = ["questions"]


class QuestionInline(RolePartTable):
    """The rows of a competency's questions. Each has its own page for what an interviewer needs."""

    model = Question
    help_texts = QUESTION
    fields = ["text", "kind", "minutes", "alternate", "position"]
    initials = {"kind": "behavioural"}
    show_change_link = True


@admin.register(Competency)
class CompetencyAdmin(PartPage):
    """The desk page of one competency of a role, with its questions."""

    help_texts = COMPETENCY
    fields = ["role", "name", "slug", "definition", "skills", "seen_version"]
    list_display = ["name", "role"]
    list_filter = ["role__family"]
    list_select_related = ["role"]
    search_fields = ["name", "role__title"]
    autocomplete_fields = ["role"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [QuestionInline]

    def get_readonly_fields(self, request: HttpRequest, obj: Competency | None = None) -> list[str]:
        """The role, which can't be changed once the competency is stored."""
        return ["role"] if obj else []

    def find_onward(self, row: Competency) -> tuple[str, str] | None:
        """The title and path of the page of the competency's first question, None without one. One query."""
        return _find_page(row.questions.first())


@admin.register(Question)
class QuestionAdmin(PartPage):
    """The desk page of one question, with what an interviewer needs."""

    help_texts = QUESTION
    fields = [
        "text",
        ("kind", "level", "minutes"),
        ("slug", "alternate"),
        ("why", "setup"),
        "probes",
        ("anchor_1", "anchor_3", "anchor_5"),
        "red_flags",
        "seen_version",
    ]
    list_display = ["text", "kind", "competency"]
    list_filter = ["kind", "competency__role__family"]
    list_select_related = ["competency"]
    search_fields = ["text", "competency__name", "competency__role__title"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Always False: a question is added on its competency's page."""
        return False

    def find_role(self, row: Question) -> Role:
        """The role of the question's competency."""
        return row.competency.role

    def find_back(self, row: Question) -> str:
        """The path of the page of the question's competency."""
        return _find_page(row.competency)[1]

    def find_onward(self, row: Question) -> tuple[str, str] | None:
        """The title and path of the page of the role's next question, None after the last one. A query for each
        competency.
        """
        role = self.find_role(row)
        questions = [one for competency in role.competencies.all() for one in competency.questions.all()]
        following = questions[questions.index(row) + 1 :]
        return _find_page(following[0]) if following else None


def _find_page(row: Any) -> Any:
    """The title and the address of a row's own page; None for no row."""
    name = row and f"admin:interviews_{row._meta.model_name}_change"
    return row and (str(row), reverse(name, args=[row.pk]))
