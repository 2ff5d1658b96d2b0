"""What the buttons of the interview kit do to a plan."""

import msgspec
from django.utils.translation import gettext as _

from interviews.plan import InterviewPlan, Stage, StageKind, deal_plan, map_questions, swap_question
from roles.kit.language import of_kits
from roles.kit.value import Kit

MOST_STAGES = 8
USUAL_LENGTHS = {StageKind.SCREEN: 30, StageKind.WORK_SAMPLE: 60, StageKind.TAKE_HOME: 120}  # minutes


def apply_plan_action(plan: InterviewPlan, kit: Kit, action: str) -> InterviewPlan:
    """The plan after a button: deal, add, add:<kind of stage>, remove:<number> or swap:<question>. Any other changes
    nothing.
    """
    verb, _, what = action.partition(":")
    match verb:
        case "deal":
            dealt = deal_plan(kit, plan.competencies, plan.panel, plan.values)
            return msgspec.structs.replace(_keep_own(dealt, plan), paper=plan.paper)
        case "swap":
            return swap_question(plan, what, kit)
        case "add" if len(plan.stages) < MOST_STAGES:
            return msgspec.structs.replace(plan, stages=_add_stage(plan, what))
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
        "add": _word_added(what),
        "remove": _("Interview %(number)s removed.") % {"number": what},
    }
    return messages.get(verb, "")


def _word_added(kind: str) -> str:
    if kind not in USUAL_LENGTHS:
        return _("Interview added. Choose its questions.")
    return _("%(stage)s added. Set its length and choose who runs it.") % {"stage": StageKind(kind).label}


def _add_stage(plan: InterviewPlan, kind: str) -> tuple[Stage, ...]:
    """The interviews with one more: a recruiter's call before the others, anything else after them."""
    room = _usual_room(plan)
    if kind not in USUAL_LENGTHS:
        return (*plan.stages, Stage(name=f"Interview {len(plan.stages) + 1}", interviewers=room))
    added = StageKind(kind)
    with of_kits():
        stage = Stage(name=added.label, kind=added, minutes=USUAL_LENGTHS[added], interviewers=room)
    if added is StageKind.SCREEN:
        return (msgspec.structs.replace(stage, interviewers=room[:1]), *plan.stages)
    return (*plan.stages, stage)


def _keep_own(dealt: InterviewPlan, plan: InterviewPlan) -> InterviewPlan:
    """The new plan with what was added to the old one: calls before the interviews, pieces of work after them, and in
    the last interview the questions that were written for it.
    """
    held = [stage for stage in plan.stages if stage.kind is StageKind.INTERVIEW]
    own = tuple(planned for stage in held for planned in stage.questions if planned.text)
    stages = dealt.stages
    if own:
        *others, last = stages or (Stage(name="Interview 1", interviewers=plan.panel[:2]),)
        stages = (*others, msgspec.structs.replace(last, questions=(*last.questions, *own)))
    added = [_keep_written(stage) for stage in plan.stages if stage.kind is not StageKind.INTERVIEW]
    before = (stage for stage in added if stage.kind is StageKind.SCREEN)
    after = (stage for stage in added if stage.kind is not StageKind.SCREEN)
    kept = msgspec.structs.replace(dealt, stages=(*before, *stages, *after))
    is_written = any(planned.text for planned in plan.questions)
    return msgspec.structs.replace(kept, competencies=plan.competencies) if is_written else kept


def _keep_written(stage: Stage) -> Stage:
    """A stage without the kit's questions, which are dealt again."""
    return msgspec.structs.replace(stage, questions=tuple(planned for planned in stage.questions if planned.text))


def _usual_room(plan: InterviewPlan) -> tuple[str, ...]:
    held = [stage for stage in plan.stages if stage.kind is StageKind.INTERVIEW]
    return held[-1].interviewers if held else plan.panel[:2]
