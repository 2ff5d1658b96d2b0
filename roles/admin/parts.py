"""The inlines of a role's own parts on its desk."""

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


class TemplateLineInline(RolePartTable):
    """The lines of the job description."""

    model = TemplateLine
    help_texts = texts.TEMPLATE_LINE


class ResponsibilityInline(RolePartTable):
    """What the person is responsible for."""

    model = Responsibility
    help_texts = texts.RESPONSIBILITY


class SkillInline(RolePartTable):
    """The skills with their importance."""

    model = Skill
    help_texts = texts.SKILL


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
    show_change_link = False
    prepopulated_fields = {"slug": ["question"]}


class DayItemInline(RolePartTable):
    """The items of a typical day, in the role's form."""

    model = DayItem
    help_texts = texts.DAY_ITEM


class OutcomeInline(RolePartTable):
    """The outcomes of the first 90 days, in the role's form."""

    model = Outcome
    help_texts = texts.OUTCOME


class ComparisonInline(RolePartInline):
    """How it differs from other roles."""

    model = Comparison
    help_texts = texts.COMPARISON
    show_change_link = False


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
