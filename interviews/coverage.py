"""Whether the interviews test what the job asks for: from each requirement to the anchors of the questions on it."""

from collections.abc import Iterable
from functools import reduce

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan, map_questions
from roles.kit.lists import join_with_or
from roles.kit.value import Kit, KitCompetency, KitQuestion


class Requirement(msgspec.Struct, frozen=True):
    """A line that a job description asks for, and the skills of the kit that it names."""

    text: str
    skills: tuple[str, ...] = ()


class QuestionCheck(msgspec.Struct, frozen=True):
    """A question that tests a requirement, and the skill that both name; "" where the question quotes the requirement,
    as a work sample does.
    """

    skill: str
    competency: KitCompetency
    question: KitQuestion

    @property
    def anchor(self) -> str:
        """The first behavior that earns the question's highest score, "" without one."""
        return self.question.anchor_5[0] if self.question.anchor_5 else ""


class CoverageRow(msgspec.Struct, frozen=True):
    """A requirement with the questions that test it. `reason` says why there are none, "" where there are some."""

    requirement: Requirement
    checks: tuple[QuestionCheck, ...]
    reason: str = ""


class Coverage(msgspec.Struct, frozen=True):
    """A row for each requirement, and the planned questions that no requirement asks for."""

    rows: tuple[CoverageRow, ...]
    unasked: tuple[KitQuestion, ...]

    @property
    def untested(self) -> list[CoverageRow]:
        """The requirements that no question tests."""
        return [row for row in self.rows if not row.checks]

    @property
    def tested(self) -> list[CoverageRow]:
        """The requirements that at least one question tests."""
        return [row for row in self.rows if row.checks]


def compute_coverage(requirements: Iterable[Requirement], plan: InterviewPlan, kit: Kit) -> Coverage:
    """Which requirements the plan's questions test, through a skill that both name or by quoting them."""
    questions = map_questions(kit)
    asked = [questions[slug] for slug in dict.fromkeys(q.slug for q in plan.questions) if slug in questions]
    rows = tuple(_make_row(requirement, asked, kit) for requirement in requirements)
    used = {check.question.slug for row in rows for check in row.checks}
    return Coverage(rows=rows, unasked=tuple(question for _, question in asked if question.slug not in used))


def _make_row(requirement: Requirement, asked: list[tuple[KitCompetency, KitQuestion]], kit: Kit) -> CoverageRow:
    checks = tuple(
        QuestionCheck(skill, competency, question)
        for skill in requirement.skills
        for competency, question in asked
        if skill in competency.skills
    )
    checks += tuple(
        QuestionCheck("", competency, question) for competency, question in asked if _is_quoted(requirement, question)
    )
    return CoverageRow(requirement, checks, "" if checks else _find_reason(requirement, kit))


def _is_quoted(requirement: Requirement, question: KitQuestion) -> bool:
    return f"“{requirement.text}”" in question.text


def _find_reason(requirement: Requirement, kit: Kit) -> str:
    if any(_is_quoted(requirement, question) for _, question in kit.list_questions()):
        return _("No planned question tests this line. Add its work sample.")
    if not requirement.skills:
        return _("This line doesn’t name a skill. Check for it in the application or a work sample.")
    names = [competency.name for competency in kit.competencies if {*competency.skills} & {*requirement.skills}]
    if not names:
        return _("None of this role’s competencies draws on %(skills)s.") % {"skills": _any_of(requirement.skills)}
    return _("No planned question asks about %(competencies)s.") % {"competencies": _any_of(names)}


def _any_of(names: Iterable[str]) -> str:
    """A or B or C."""
    return reduce(lambda one, other: join_with_or([one, other]), names)
