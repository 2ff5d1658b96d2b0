"""What the buttons of the interview kit do to a plan."""

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan, Stage, bank, deal, swap
from roles.kit.value import Kit

MOST_STAGES = 8


def acted(plan: InterviewPlan, kit: Kit, wish: str) -> InterviewPlan:
    """The plan after a button: deal, add, remove:<number> or swap:<question>; any other changes nothing."""
    verb, _, what = wish.partition(":")
    match verb:
        case "deal":
            return deal(kit, plan.competencies, plan.panel, plan.values)
        case "swap":
            return swap(plan, what, kit)
        case "add" if len(plan.stages) < MOST_STAGES:
            added = Stage(name=f"Interview {len(plan.stages) + 1}", interviewers=_usual_room(plan))
            return msgspec.structs.replace(plan, stages=(*plan.stages, added))
        case "remove":
            stages = tuple(stage for number, stage in enumerate(plan.stages, start=1) if str(number) != what)
            return msgspec.structs.replace(plan, stages=stages)
    return plan


def said(before: InterviewPlan, after: InterviewPlan, kit: Kit, wish: str) -> str:
    """What a button did, in a sentence; nothing where none was pressed."""
    verb, __, what = wish.partition(":")
    if verb == "swap":
        new = [planned.slug for planned in after.questions if planned not in before.questions]
        if not new:
            return _("This competency has no other question.")
        return _("Swapped for “%(question)s”") % {"question": bank(kit)[new[0]][1].text}
    messages = {
        "deal": _("Planned again from your competencies and your panel."),
        "add": _("Interview added. Choose its questions."),
        "remove": _("Interview %(number)s removed.") % {"number": what},
    }
    return messages.get(verb, "")


def _usual_room(plan: InterviewPlan) -> tuple[str, ...]:
    return plan.stages[-1].interviewers if plan.stages else plan.panel[:2]
