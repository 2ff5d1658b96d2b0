"""Whether the interviews test what the job asks for: from each requirement to the anchors of the questions on it."""

from collections.abc import Iterable
from functools import reduce

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan, bank
from roles.kit.lists import either
from roles.kit.value import Competency, Kit, Question


class Requirement(msgspec.Struct, frozen=True):
    """A line that a job description asks for, and the skills of the kit that it names."""

    text: str
    skills: tuple[str, ...] = ()


class Check(msgspec.Struct, frozen=True):
    """What tests a requirement: a question of the plan, through a skill of its competency."""

    skill: str
    competency: Competency
    question: Question

    @property
    def anchor(self) -> str:
        """The first behavior that earns the highest score."""
        return self.question.anchor_5[0] if self.question.anchor_5 else ""


class Row(msgspec.Struct, frozen=True):
    """A requirement and what tests it. `reason` says why nothing does, empty where something does."""

    requirement: Requirement
    checks: tuple[Check, ...]
    reason: str = ""


class Coverage(msgspec.Struct, frozen=True):
    """The matrix, a row for each requirement, and the planned questions that no requirement asks for."""

    rows: tuple[Row, ...]
    unasked: tuple[Question, ...]

    @property
    def untested(self) -> list[Row]:
        """The requirements that nothing tests."""
        return [row for row in self.rows if not row.checks]

    @property
    def tested(self) -> list[Row]:
        """The requirements that a question tests."""
        return [row for row in self.rows if row.checks]


def coverage(requirements: Iterable[Requirement], plan: InterviewPlan, kit: Kit) -> Coverage:
    """Which requirements the plan's questions test, through the skills that both name."""
    questions = bank(kit)
    asked = [questions[slug] for slug in dict.fromkeys(q.slug for q in plan.questions) if slug in questions]
    rows = tuple(_row(requirement, asked, kit) for requirement in requirements)
    used = {check.question.slug for row in rows for check in row.checks}
    return Coverage(rows=rows, unasked=tuple(question for _, question in asked if question.slug not in used))


def _row(requirement: Requirement, asked: list[tuple[Competency, Question]], kit: Kit) -> Row:
    checks = tuple(
        Check(skill, competency, question)
        for skill in requirement.skills
        for competency, question in asked
        if skill in competency.skills
    )
    return Row(requirement, checks, "" if checks else _reason(requirement, kit))


def _reason(requirement: Requirement, kit: Kit) -> str:
    if not requirement.skills:
        return _("It names no skill. Check it from the application or a work sample.")
    names = [competency.name for competency in kit.competencies if {*competency.skills} & {*requirement.skills}]
    if not names:
        return _("No competency of this role draws on %(skills)s.") % {"skills": _any_of(requirement.skills)}
    return _("No planned question asks about %(competencies)s.") % {"competencies": _any_of(names)}


def _any_of(names: Iterable[str]) -> str:
    """A or B or C."""
    return reduce(lambda one, other: either([one, other]), names)
