"""Coverage: from requirements to the questions that test them, both ways."""

from hypothesis import given
from hypothesis import strategies as st

from interviews.coverage import Requirement, compute_coverage
from interviews.plan import InterviewPlan, PlannedQuestion, Stage, default_plan
from tests.factories import a_kit

KIT = a_kit()
SKILLS = [skill.name for skill in KIT.skills]
SLUGS = [question.slug for _, question in KIT.list_questions()]
requirements = st.lists(
    st.builds(
        Requirement,
        st.text("abc", min_size=1),
        st.lists(st.sampled_from([*SKILLS, "Juggling"]), unique=True, max_size=3).map(tuple),
    ),
    max_size=6,
)
plans = st.lists(st.sampled_from(SLUGS), max_size=6).map(
    lambda slugs: InterviewPlan(
        stages=(Stage(name="One", questions=tuple(PlannedQuestion(slug=slug, minutes=5) for slug in slugs)),)
    )
)


@given(requirements, plans)
def test_every_requirement_is_tested_or_pointed_out_with_a_reason(lines, plan):
    found = compute_coverage(lines, plan, KIT)
    assert [row.requirement for row in found.rows] == lines
    for row in found.rows:
        assert bool(row.reason) == (not row.checks)
    assert len(found.tested) + len(found.untested) == len(lines)


@given(requirements, plans)
def test_every_question_is_asked_for_or_pointed_out(lines, plan):
    found = compute_coverage(lines, plan, KIT)
    used = {check.question.slug for row in found.rows for check in row.checks}
    unasked = {question.slug for question in found.unasked}
    assert used | unasked == {planned.slug for planned in plan.questions}
    assert not used & unasked


@given(requirements, plans)
def test_a_check_runs_through_a_skill_that_both_sides_name(lines, plan):
    for row in compute_coverage(lines, plan, KIT).rows:
        for check in row.checks:
            assert check.skill in row.requirement.skills
            assert check.skill in check.competency.skills
            assert check.question in check.competency.questions
            assert check.anchor == check.question.anchor_5[0]


def test_the_reason_says_what_is_missing():
    skill = KIT.competencies[0].skills[0]
    lines = [Requirement("Be kind."), Requirement("Juggle.", ("Juggling",)), Requirement("Design.", (skill,))]
    reasons = [row.reason for row in compute_coverage(lines, InterviewPlan(), KIT).rows]
    assert reasons[0].startswith("This line doesn’t name a skill.")
    assert reasons[1] == "None of this role’s competencies draws on Juggling."
    assert reasons[2].startswith("No planned question asks about Technical case study")


def test_the_default_plan_tests_most_of_what_the_template_asks_for():
    lines = [Requirement(line.text, tuple(line.skills)) for line in KIT.job_description if line.skills]
    found = compute_coverage(lines, default_plan(KIT), KIT)
    assert len(found.tested) >= len(lines) * 0.8
    assert found.unasked == ()
