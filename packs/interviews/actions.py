"""What the buttons of the interview kit do to a plan."""

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan, Stage, deal_plan, map_questions, swap_question
from roles.kit.value import Kit

MOST_STAGES = 8


def apply_plan_action(plan: InterviewPlan, kit: Kit, action: str) -> InterviewPlan:
    """The plan after a button: deal, add, remove:<number> or swap:<question>. Any other changes nothing."""
    verb, _, what = action.partition(":")
    match verb:
        case "deal":
            dealt = deal_plan(kit, plan.competencies, plan.panel, plan.values)
            return msgspec.structs.replace(_keep_own(dealt, plan), paper=plan.paper)
        case "swap":
            return swap_question(plan, what, kit)
        case "add" if len(plan.stages) < MOST_STAGES:
            added = Stage(name=f"Interview {len(plan.stages) + 1}", interviewers=_usual_room(plan))
            return msgspec.structs.replace(plan, stages=(*plan.stages, added))
        case "remove":
            stages = tuple(stage for number, stage in enumerate(plan.stages, start=1) if str(number) != what)
            return msgspec.structs.replace(plan, stages=stages)
    return plan


def describe_action(before: InterviewPlan, after: InterviewPlan, kit: Kit, action: str) -> str:
    """A sentence on what a button did, in the current language; "" where none was pressed."""
    verb, __, what = action.partition(":")
    if verb == "swap":
        new = [planned.slug for planned in after.questions if planned not in before.questions]
        if not new:
            return _("This competency has no other question. Keep this one, or remove it.")
        return _("Swapped for “%(question)s”") % {"question": map_questions(kit)[new[0]][1].text}
    messages = {
        "deal": _("Planned again from your competencies and panel."),
        "add": _("Interview added. Choose its questions."),
        "remove": _("Interview %(number)s removed.") % {"number": what},
    }
    return messages.get(verb, "")


def _keep_own(dealt: InterviewPlan, plan: InterviewPlan) -> InterviewPlan:
    """The new plan with the questions that were written for the old one, in its last interview."""
    own = tuple(planned for planned in plan.questions if planned.text)
    if not own:
        return dealt
    *others, last = dealt.stages or (Stage(name="Interview 1", interviewers=plan.panel[:2]),)
    last = msgspec.structs.replace(last, questions=(*last.questions, *own))
    return msgspec.structs.replace(dealt, competencies=plan.competencies, stages=(*others, last))


def _usual_room(plan: InterviewPlan) -> tuple[str, ...]:
    return plan.stages[-1].interviewers if plan.stages else plan.panel[:2]
