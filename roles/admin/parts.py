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
    """The rows of the job description template."""

    model = TemplateLine
    help_texts = texts.TEMPLATE_LINE
    initials = {"section": "responsibilities"}


class ResponsibilityInline(RolePartTable):
    """The rows of the role's responsibilities."""

    model = Responsibility
    help_texts = texts.RESPONSIBILITY


class SkillInline(RolePartTable):
    """The rows of the role's skills, each with its importance and level."""

    model = Skill
    help_texts = texts.SKILL
    initials = {"importance": "high"}

    def formfield_for_dbfield(
        self, db_field: "models.Field[Any, Any]", request: HttpRequest | None, **kwargs: Any
    ) -> forms.Field | None:
        """The form field of a column; a shared skill is chosen by its name within its group, which takes a query."""
        if db_field.name == "shared":
            label, help_text = db_field.verbose_name, texts.SKILL["shared"]
            return build_skill_field(label=str(label).capitalize(), help_text=help_text)
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class LevelInline(RolePartTable):
    """The rows of the role's levels, such as junior and senior."""

    model = Level
    help_texts = texts.LEVEL


class OccupationInline(RolePartTable):
    """The rows of the occupations under which official statistics count the role."""

    model = RoleOccupation
    help_texts = texts.OCCUPATION


class FaqInline(RolePartInline):
    """The rows of the questions and answers about the role."""

    model = Faq
    help_texts = texts.FAQ
    fields = ["question", "answer", "topic", "slug", "position"]


class DayItemInline(RolePartTable):
    """The rows of a typical day: a time and an activity each."""

    model = DayItem
    help_texts = texts.DAY_ITEM


class OutcomeInline(RolePartTable):
    """The rows of what a new hire has done after 30, 60 and 90 days."""

    model = Outcome
    help_texts = texts.OUTCOME
    initials = {"day": 30}


class ComparisonInline(RolePartInline):
    """The rows on how this role differs from other roles."""

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
