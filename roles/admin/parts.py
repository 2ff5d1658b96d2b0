"""The inlines of a role's own parts on its desk."""

from typing import Any

from django import forms
from django.db import models
from django.http import HttpRequest

from roles.admin import texts
from roles.admin.inlines import RolePartInline, RolePartTable
from roles.models.working_copy import (
    Comparison,
    DayItem,
    Faq,
    Level,
    Outcome,
    Responsibility,
    RoleOccupation,
    Skill,
    TemplateLine,
)
from roles.skills.desk import build_skill_field


class TemplateLineInline(RolePartTable):
    """The lines of the job description."""

    model = TemplateLine
    help_texts = texts.TEMPLATE_LINE
    initials = {"section": "responsibilities"}


class ResponsibilityInline(RolePartTable):
    """What the person is responsible for."""

    model = Responsibility
    help_texts = texts.RESPONSIBILITY


class SkillInline(RolePartTable):
    """The skills with their importance."""

    model = Skill
    help_texts = texts.SKILL
    initials = {"importance": "high"}

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest | None, **kwargs: Any
    ) -> forms.Field | None:
        """The field of the form; a shared skill is chosen by its name, under the name of its group."""
        if db_field.name == "shared":
            label, help_text = db_field.verbose_name, texts.SKILL["shared"]
            return build_skill_field(label=str(label).capitalize(), help_text=help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class LevelInline(RolePartTable):
    """The levels of a role, in the role's form."""

    model = Level
    help_texts = texts.LEVEL


class OccupationInline(RolePartTable):
    """The occupations that the role is counted in."""

    model = RoleOccupation
    help_texts = texts.OCCUPATION


class FaqInline(RolePartInline):
    """The questions and their answers."""

    model = Faq
    help_texts = texts.FAQ
    fields = ["question", "answer", "topic", "slug", "position"]


class DayItemInline(RolePartTable):
    """The items of a typical day, in the role's form."""

    model = DayItem
    help_texts = texts.DAY_ITEM


class OutcomeInline(RolePartTable):
    """The outcomes of the first 90 days, in the role's form."""

    model = Outcome
    help_texts = texts.OUTCOME
    initials = {"day": 30}


class ComparisonInline(RolePartInline):
    """How it differs from other roles."""

    model = Comparison
    help_texts = texts.COMPARISON


ROLE_INLINES = (
    TemplateLineInline,
    ResponsibilityInline,
    SkillInline,
    LevelInline,
    OccupationInline,
    FaqInline,
    DayItemInline,
    OutcomeInline,
    ComparisonInline,
)
