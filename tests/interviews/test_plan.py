"""Interview plans: their time, who asks what, swaps, and the problems that are pointed out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from interviews import plan as plans
from interviews.plan import (
    InterviewPlan,
    PlannedQuestion,
    Stage,
    deal_plan,
    default_plan,
    list_slots,
    seen_by,
    swap_question,
)
from interviews.problems import list_problems
from roles.kit.value import Kit
from tests.factories import a_kit

NAMES = st.sampled_from(["Ada", "Grace", "Alan", "Edsger", "Barbara"])
PANELS = st.lists(NAMES, min_size=2, max_size=4, unique=True).map(tuple)
SLUGS = [question.slug for _, question in a_kit().list_questions()]


@st.composite
def kits(draw: st.DrawFn, longest: int = 60) -> Kit:
    """Kits with one to nine competencies and questions of up to `longest` minutes."""
    source = a_kit().competencies
    competencies = []
    for place in range(draw(st.integers(1, 9))):
        model = source[place % len(source)]
        lengths = draw(st.lists(st.integers(1, longest), max_size=6))
        questions = [
            msgspec.structs.replace(model.questions[at], slug=f"q-{place}-{at}", minutes=minutes)
            for at, minutes in enumerate(lengths)
        ]
        competencies.append(msgspec.structs.replace(model, slug=f"c-{place}", name=f"C {place}", questions=questions))
    return a_kit(competencies=competencies)


stages = st.builds(
    Stage,
    name=st.text("abc ", min_size=1, max_size=8),
    minutes=st.integers(1, 240),
    interviewers=st.lists(NAMES, unique=True, max_size=4).map(tuple),
    questions=st.lists(
        st.builds(PlannedQuestion, slug=st.sampled_from([*SLUGS, "gone"]), minutes=st.integers(1, 60)), max_size=6
    ).map(tuple),
)
any_plans = st.builds(
    InterviewPlan,
    competencies=st.lists(st.sampled_from([*(c.slug for c in a_kit().competencies), "gone"]), unique=True).map(tuple),
    panel=st.lists(NAMES, max_size=5).map(tuple),
    stages=st.lists(stages, max_size=4).map(tuple),
    values=st.dictionaries(st.text(max_size=5), st.text(max_size=5), max_size=3),
)


def test_a_sound_plan_stands_there_before_anything_is_chosen():
    plan = default_plan(a_kit())
    assert list_problems(plan, a_kit()) == []
    assert [stage.minutes for stage in plan.stages] == [60, 60]
    assert [len(stage.questions) in (3, 4) for stage in plan.stages] == [True, True]


@given(stages)
def test_a_timetable_has_no_gap_and_adds_up(stage):
    slots = [*list_slots(stage)]
    assert [slot.start for slot in slots[1:]] == [slot.start + slot.minutes for slot in slots[:-1]]
    assert sum(slot.minutes for slot in slots) == max(stage.minutes, stage.needed_minutes)
    assert [slot.question for slot in slots if slot.question] == [question.slug for question in stage.questions]


@given(stages)
def test_each_question_is_asked_by_one_person_in_the_room_and_the_turns_are_even(stage):
    askers = [slot.interviewer for slot in list_slots(stage) if slot.question]
    if stage.interviewers:
        counts = [askers.count(name) for name in stage.interviewers]
        assert sum(counts) == len(askers)
        assert max(counts) - min(counts) <= 1


@given(kits(), PANELS)
def test_dealing_repeats_no_question_and_runs_over_nowhere(kit, panel):
    plan = deal_plan(kit, [competency.slug for competency in kit.competencies], panel)
    asked = [planned.slug for planned in plan.questions]
    assert len(asked) == len(set(asked))
    for stage in plan.stages:
        assert stage.needed_minutes <= stage.minutes
        assert len(stage.questions) <= plans.QUESTIONS_PER_STAGE
        assert len(set(stage.interviewers)) == plans.EYES


@given(kits(longest=25), PANELS)
def test_two_people_see_every_competency_that_has_a_question(kit, panel):
    plan = deal_plan(kit, [competency.slug for competency in kit.competencies], panel)
    for competency in kit.competencies:
        assert len(seen_by(plan, kit)[competency.slug]) == (plans.EYES if competency.questions else 0)


@given(any_plans)
def test_a_plan_survives_json(plan):
    assert msgspec.json.decode(msgspec.json.encode(plan), type=InterviewPlan) == plan


@given(any_plans)
def test_every_fault_of_a_plan_is_pointed_out(plan):
    found = list_problems(plan, a_kit())
    asked = [planned.slug for planned in plan.questions]
    faulty = (
        any(stage.needed_minutes > stage.minutes or not stage.interviewers for stage in plan.stages)
        or len(asked) != len(set(asked))
        or "gone" in (*asked, *plan.competencies)
        or any(len(people) < 2 for people in seen_by(plan, a_kit()).values())
        or not 2 <= len(plan.panel) <= 4
        or len(plan.competencies) < 4
    )
    if faulty:
        assert found
    assert all(problem.endswith(".") for problem in found)


@given(st.integers(0, 7), st.integers(1, 12))
def test_swaps_stay_in_the_competency_and_never_repeat_a_question(place, times):
    plan, kit = default_plan(a_kit()), a_kit()
    bank = plans.map_questions(kit)
    slug = plan.questions[place].slug
    seen = {slug}
    for _ in range(times):
        plan = swap_question(plan, plan.questions[place].slug, kit)
        seen.add(plan.questions[place].slug)
        asked = [planned.slug for planned in plan.questions]
        assert len(asked) == len(set(asked))
        assert bank[plan.questions[place].slug][0] == bank[slug][0]
        assert plan.questions[place].minutes == bank[plan.questions[place].slug][1].minutes
    assert len(seen) == min(times + 1, 5)  # six in the competency, one asked beside it


def test_a_swap_of_a_question_that_is_not_asked_changes_nothing():
    plan = default_plan(a_kit())
    assert swap_question(plan, "nobody-asks-this", a_kit()) == plan


def test_an_overlong_interview_is_named_with_its_minutes():
    stage = Stage(name="Case", minutes=45, interviewers=("A", "B"), questions=(PlannedQuestion(slug="x", minutes=40),))
    plan = InterviewPlan(panel=("A", "B"), stages=(stage,))
    assert "“Case” runs 5 minutes over its 45. Shorten or drop a question." in list_problems(plan, a_kit())
