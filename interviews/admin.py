"""The question bank in admin."""

from django.contrib import admin

from interviews.models import Competency, Question
from roles.admin_parts import RolePartInline, role_inline


@role_inline
class CompetencyInline(RolePartInline):
    """A role's competencies; each one's questions stand on its own page, behind the change link."""

    model = Competency


class QuestionInline(admin.StackedInline):
    model = Question
    extra = 0
    ordering = ["position", "pk"]


@admin.register(Competency)
class CompetencyAdmin(admin.ModelAdmin):
    list_display = ["name", "role"]
    list_filter = ["role__family"]
    list_select_related = ["role"]
    search_fields = ["name", "role__title"]
    autocomplete_fields = ["role"]
    inlines = [QuestionInline]
