"""What is wrong with an interview plan, in words for whoever makes it."""

from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from interviews.plan import (
    EYES,
    FEWEST_COMPETENCIES,
    LARGEST_PANEL,
    MOST_COMPETENCIES,
    SMALLEST_PANEL,
    InterviewPlan,
    Stage,
    StageKind,
    map_questions,
    seen_by,
)
from roles.kit.value import Kit

SHORTEST, LONGEST_INTERVIEW = 45, 60
ROOM_FOR_A_QUESTION = 10


def list_problems(plan: InterviewPlan, kit: Kit) -> list[str]:
    """A sentence on each problem of the plan that says what to do; [] for a sound plan."""
    return [
        *_check_competencies(plan, kit),
        *_check_panel(plan),
        *_check_rooms(plan),
        *(problem for stage in plan.stages for problem in _check_time(stage)),
        *_check_questions(plan, kit),
        *_check_eyes(plan, kit),
    ]


def _check_competencies(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    known = {competency.slug for competency in kit.competencies}
    chosen = len(known & {*plan.competencies})
    fewest = min(FEWEST_COMPETENCIES, len(known))
    if chosen < fewest:
        yield _none_or(
            _("No competencies chosen. Choose at least %(fewest)s."),
            ngettext(
                "%(count)s competency chosen. Choose at least %(fewest)s.",
                "%(count)s competencies chosen. Choose at least %(fewest)s.",
                chosen,
            ),
            chosen,
        ) % {"count": chosen, "fewest": fewest}
    if chosen > MOST_COMPETENCIES:
        message = ngettext(
            "%(count)s competency is more than a panel can judge. Choose at most %(most)s.",
            "%(count)s competencies are more than a panel can judge. Choose at most %(most)s.",
            chosen,
        )
        yield message % {"count": chosen, "most": MOST_COMPETENCIES}
    for slug in plan.competencies:
        if slug not in known:
            yield _(
                "The competency “%(slug)s” is no longer in the kit. "
                "Plan the interviews again with the kit’s current competencies."
            ) % {"slug": slug}


def _check_panel(plan: InterviewPlan) -> Iterator[str]:
    people = len({*plan.panel})
    if not SMALLEST_PANEL <= people <= LARGEST_PANEL:
        yield _none_or(
            _("There’s no one on the panel. Name %(fewest)s to %(most)s people."),
            ngettext(
                "There is %(count)s person on the panel. Name %(fewest)s to %(most)s people.",
                "There are %(count)s people on the panel. Name %(fewest)s to %(most)s people.",
                people,
            ),
            people,
        ) % {"count": people, "fewest": SMALLEST_PANEL, "most": LARGEST_PANEL}
    for name, times in Counter(plan.panel).items():
        if times > 1:
            message = ngettext(
                "%(count)s person on the panel is called “%(name)s.” Give each one a different name.",
                "%(count)s people on the panel are called “%(name)s.” Give each one a different name.",
                times,
            )
            yield message % {"count": times, "name": name}
    for name in dict.fromkeys(plan.panel):
        if plan.stages and not plan.sits_in(name):
            yield _("%(name)s isn’t in any interview. Add them to one, or take them off the panel.") % {"name": name}


def _check_rooms(plan: InterviewPlan) -> Iterator[str]:
    for stage in plan.stages:
        if not stage.interviewers:
            yield _("“%(interview)s” has no interviewer. Choose one.") % {"interview": stage.name}
        for name in stage.interviewers:
            if name not in plan.panel:
                message = _("%(name)s runs “%(interview)s” but isn’t on the panel. Choose someone who is.")
                yield message % {"name": name, "interview": stage.name}
    held = (stage for stage in plan.stages if stage.kind is StageKind.INTERVIEW)
    sizes = {len(stage.interviewers) for stage in held if stage.interviewers}
    if len(sizes) > 1:
        yield _(
            "Some interviews have more interviewers than others. Assign the same number to each so that "
            "scores are comparable."
        )


def _check_time(stage: Stage) -> Iterator[str]:
    if stage.asks_nothing:
        return
    if not stage.questions:
        yield _("“%(interview)s” has no questions. Add one, or remove the interview.") % {"interview": stage.name}
    elif stage.spare_minutes < 0:
        message = ngettext(
            "“%(interview)s” runs %(over)s minute over its %(minutes)s. Shorten or drop a question.",
            "“%(interview)s” runs %(over)s minutes over its %(minutes)s. Shorten or drop a question.",
            -stage.spare_minutes,
        )
        yield message % {"interview": stage.name, "over": -stage.spare_minutes, "minutes": stage.minutes}
    elif stage.spare_minutes >= ROOM_FOR_A_QUESTION:
        message = ngettext(
            "“%(interview)s” has %(spare)s minute to spare. Add a question, or shorten the interview.",
            "“%(interview)s” has %(spare)s minutes to spare. Add a question, or shorten the interview.",
            stage.spare_minutes,
        )
        yield message % {"interview": stage.name, "spare": stage.spare_minutes}
    if not SHORTEST <= stage.minutes <= LONGEST_INTERVIEW:
        message = ngettext(
            "“%(interview)s” is planned for %(minutes)s minute. %(shortest)s to %(longest)s work best.",
            "“%(interview)s” is planned for %(minutes)s minutes. %(shortest)s to %(longest)s work best.",
            stage.minutes,
        )
        yield message % {
            "interview": stage.name,
            "minutes": stage.minutes,
            "shortest": SHORTEST,
            "longest": LONGEST_INTERVIEW,
        }


def _check_questions(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    questions = map_questions(kit)
    for slug, times in Counter(planned.slug for planned in plan.questions).items():
        if slug not in questions:
            yield _("The question “%(slug)s” is no longer in the kit. Remove it.") % {"slug": slug}
            continue
        competency, question = questions[slug]
        if times > 1:
            message = ngettext(
                "“%(question)s” is asked %(times)s time. Keep one, and swap the rest.",
                "“%(question)s” is asked %(times)s times. Keep one, and swap the rest.",
                times,
            )
            yield message % {"question": question.text, "times": times}
        if competency.slug not in plan.competencies:
            message = _(
                "“%(question)s” measures %(competency)s, which isn’t chosen. Choose that competency too, "
                "or drop the question."
            )
            yield message % {"question": question.text, "competency": competency.name}


def _check_eyes(plan: InterviewPlan, kit: Kit) -> Iterator[str]:
    names = {competency.slug: competency.name for competency in kit.competencies}
    asked = {
        map_questions(kit)[planned.slug][0].slug for planned in plan.questions if planned.slug in map_questions(kit)
    }
    for slug, people in seen_by(plan, kit).items():
        if slug not in names:
            continue
        if slug not in asked:
            message = _("No question asks about %(competency)s. Add one, or leave the competency out.")
            yield message % {"competency": names[slug]}
        elif len(people) < EYES:
            message = _("Nobody assesses %(competency)s. Put two people in an interview that asks about it.")
            if people:
                message = _("Only %(name)s assesses %(competency)s. Put two people in an interview that asks about it.")
            yield message % {"competency": names[slug], "name": next(iter(people), "")}


def _none_or(none: str, some: str, number: int) -> str:
    return some if number else none
