"""What is wrong with an interview plan, in words for whoever makes it."""

from collections import Counter
from collections.abc import Iterator

from interviews.plan import (
    EYES,
    FEWEST_COMPETENCIES,
    LARGEST_PANEL,
    MOST_COMPETENCIES,
    SMALLEST_PANEL,
    InterviewPlan,
    Stage,
    bank,
    seen_by,
)
from roles.kit import Kit

SHORTEST, LONGEST = 45, 60
ROOM_FOR_A_QUESTION = 10


def problems(plan: InterviewPlan, kit: Kit) -> list[str]:
    """Every problem as a sentence that says what to do; an empty list where the plan is sound."""
    return [
        *_competencies(plan, kit),
        *_panel(plan),
        *_rooms(plan),
        *(problem for stage in plan.stages for problem in _time(stage)),
        *_questions(plan, kit),
        *_eyes(plan, kit),
    ]


def _competencies(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    known = {competency.slug for competency in kit.competencies}
    chosen = len(known & {*plan.competencies})
    fewest = min(FEWEST_COMPETENCIES, len(known))
    if chosen < fewest:
        yield f"{_count(chosen, 'competency', 'competencies')} chosen. Choose at least {fewest}."
    if chosen > MOST_COMPETENCIES:
        yield f"{chosen} competencies are more than a panel can judge. Choose at most {MOST_COMPETENCIES}."
    for slug in plan.competencies:
        if slug not in known:
            yield f"The kit no longer has the competency “{slug}”. Plan again from the ones it has."


def _panel(plan: InterviewPlan) -> Iterator[str]:
    people = len({*plan.panel})
    if not SMALLEST_PANEL <= people <= LARGEST_PANEL:
        yield f"{_count(people, 'person', 'people')} on the panel. Name {SMALLEST_PANEL} to {LARGEST_PANEL}."
    for name, times in Counter(plan.panel).items():
        if times > 1:
            yield f"{times} people on the panel are called “{name}”. Give each a name of their own."
    for name in dict.fromkeys(plan.panel):
        if plan.stages and not plan.sits_in(name):
            yield f"{name} holds no interview. Add them to one, or take them off the panel."


def _rooms(plan: InterviewPlan) -> Iterator[str]:
    for stage in plan.stages:
        if not stage.interviewers:
            yield f"Nobody holds “{stage.name}”. Choose who does."
        for name in stage.interviewers:
            if name not in plan.panel:
                yield f"{name} holds “{stage.name}” and is not on the panel. Choose someone who is."
    sizes = {len(stage.interviewers) for stage in plan.stages if stage.interviewers}
    if len(sizes) > 1:
        yield "Some interviews have more interviewers than others. Put the same number in each, so that scores compare."


def _time(stage: Stage) -> Iterator[str]:
    if not stage.questions:
        yield f"“{stage.name}” has no questions. Add one, or remove the interview."
    elif stage.spare < 0:
        yield (
            f"“{stage.name}” runs {_count(-stage.spare, 'minute', 'minutes')} over its {stage.minutes}. "
            "Shorten or drop a question."
        )
    elif stage.spare >= ROOM_FOR_A_QUESTION:
        yield f"“{stage.name}” has {stage.spare} minutes to spare. Add a question, or make it shorter."
    if not SHORTEST <= stage.minutes <= LONGEST:
        yield f"“{stage.name}” is planned for {stage.minutes} minutes. {SHORTEST} to {LONGEST} work best."


def _questions(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    questions = bank(kit)
    for slug, times in Counter(planned.slug for planned in plan.questions).items():
        if slug not in questions:
            yield f"The kit no longer has the question “{slug}”. Leave it out."
            continue
        competency, question = questions[slug]
        if times > 1:
            yield f"“{question.text}” is asked {times} times. Swap all but one."
        if competency.slug not in plan.competencies:
            yield f"“{question.text}” measures {competency.name}, which is not chosen. Choose that too, or drop this."


def _eyes(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    names = {competency.slug: competency.name for competency in kit.competencies}
    asked = {bank(kit)[planned.slug][0].slug for planned in plan.questions if planned.slug in bank(kit)}
    for slug, people in seen_by(plan, kit).items():
        if slug not in names:
            continue
        if slug not in asked:
            yield f"No question asks about {names[slug]}. Add one, or leave the competency out."
        elif len(people) < EYES:
            who = f"only {next(iter(people))}" if people else "nobody"
            yield f"{names[slug]} is seen by {who}. Have two people in an interview that asks about it."


def _count(number: int, one: str, many: str) -> str:
    return f"{number or 'No'} {one if number == 1 else many}"
