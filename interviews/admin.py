"""The question bank in admin."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse

import interviews.shared.desk  # noqa: F401 # registers the shared bank
from interviews.admin_texts import COMPETENCY, QUESTION
from interviews.models import Competency, Question
from roles.admin.forms import VersionedForm
from roles.admin.inlines import PartForm, RolePartInline
from roles.admin.texts import Helped
from roles.models.working_copy import Role


class CompetencyInline(RolePartInline):
    """A role's competencies; each one's questions stand on its own page, behind the change link."""

    model = Competency
    help_texts = COMPETENCY
    prepopulated_fields = {"slug": ["name"]}
    template = "admin/interviews/competency/stacked.html"


class QuestionInline(Helped, admin.StackedInline):
    """The questions of a competency, sorted like every list of the desk."""

    model = Question
    help_texts = QUESTION
    form = PartForm
    extra = 0
    ordering = ["position", "pk"]
    prepopulated_fields = {"slug": ["text"]}


@admin.register(Competency)
class CompetencyAdmin(Helped, admin.ModelAdmin):
    """A competency with its questions: a page of its role's desk, to which saving leads back."""

    form = VersionedForm
    help_texts = COMPETENCY
    fields = ["role", "name", "slug", "definition", "skills", "seen_version"]
    list_display = ["name", "role"]
    list_filter = ["role__family"]
    list_select_related = ["role"]
    search_fields = ["name", "role__title"]
    autocomplete_fields = ["role"]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [QuestionInline]
    change_form_template = "admin/interviews/competency/change_form.html"

    class Media:
        js = ["js/drag.js", "js/desk.js"]

    def get_readonly_fields(self, request: HttpRequest, obj: Competency | None = None) -> list[str]:
        """A competency stays with its role."""
        return ["role"] if obj else []

    def save_model(self, request: HttpRequest, obj: Competency, form: Any, change: bool) -> None:
        """Save, and count the change of the role."""
        super().save_model(request, obj, form, change)
        obj.role.count_save()

    def delete_model(self, request: HttpRequest, obj: Competency) -> None:
        """Delete, and count the change of the role."""
        super().delete_model(request, obj)
        obj.role.count_save()

    def response_post_save_change(self, request: HttpRequest, obj: Competency) -> HttpResponseRedirect:
        """Go back to the role whose competency was changed."""
        return _to_role(obj.role)

    def response_post_save_add(self, request: HttpRequest, obj: Competency) -> HttpResponseRedirect:
        """Go back to the role whose competency was added."""
        return _to_role(obj.role)


def _to_role(role: Role) -> HttpResponseRedirect:
    return redirect(f"{reverse('admin:roles_role_change', args=[role.pk])}#competencies-group")
