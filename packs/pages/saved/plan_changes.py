"""What differs between two interview plans, and taking over some of it, as `changes` beside it has it for the text."""

from collections.abc import Collection, Iterator, Mapping

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from interviews.plan import OWN, InterviewPlan, Stage, map_questions
from packs.pages.saved.changes import Change, word_value
from roles.kit.value import Kit

PLAN = "plan"
PLAN_FIELDS = {
    "competencies": gettext_lazy("Competencies measured"),
    "panel": gettext_lazy("Interview panel"),
    "stages": gettext_lazy("Interviews"),
    "paper": gettext_lazy("Paper size"),
}
BLANK = f"{PLAN}:values:"


def plan_changes(old: InterviewPlan | None, new: InterviewPlan | None, kit: Kit | None) -> list[Change]:
    """The changes that make `new` out of `old`, in the order of the page. The kit has the words for competencies and
    questions.
    """
    before, after = old or InterviewPlan(), new or InterviewPlan()
    return [*_list_field_changes(before, after, kit), *_list_blank_changes(before, after)]


def take_plan(plan: InterviewPlan | None, source: InterviewPlan | None, keys: Collection[str]) -> InterviewPlan | None:
    """The plan with the changes that `keys` name, as `source` has them. Unknown keys change nothing."""
    differing = {change.key for change in plan_changes(plan, source, None)}
    chosen = differing & set(keys)
    if not chosen:
        return plan
    if chosen == differing:
        return source
    mine, theirs = plan or InterviewPlan(), source or InterviewPlan()
    fields = {name: getattr(theirs, name) for name in PLAN_FIELDS if f"{PLAN}:{name}" in chosen}
    names = {key.removeprefix(BLANK) for key in chosen if key.startswith(BLANK)}
    values = {name: text for name, text in mine.values.items() if name not in names}
    values |= {name: text for name, text in theirs.values.items() if name in names}
    return msgspec.structs.replace(mine, **fields, values=values)


def question_changes(plan: InterviewPlan | None, old: Kit, new: Kit) -> list[Change]:
    """The changes between two editions in the questions that a plan asks."""
    before, after = map_questions(old), map_questions(new)
    return [
        Change(
            key=f"{PLAN}:question:{planned.slug}",
            label=_("Interview question"),
            before=before[planned.slug][1].text,
            after=after[planned.slug][1].text if planned.slug in after else "",
        )
        for planned in (plan.questions if plan else [])
        if planned.slug in before and (planned.slug not in after or before[planned.slug][1] != after[planned.slug][1])
    ]


def _list_field_changes(old: InterviewPlan, new: InterviewPlan, kit: Kit | None) -> Iterator[Change]:
    competencies = {part.slug: part.name for part in kit.competencies} if kit else {}
    questions = {slug: question.text for slug, (__, question) in map_questions(kit).items()} if kit else {}

    def word_field(plan: InterviewPlan, name: str) -> str:
        if name == "stages":
            return "\n".join(line for stage in plan.stages for line in _word_stage(stage, questions))
        if name == "paper":
            return word_value(plan.paper)
        return "\n".join(competencies.get(part, part.removeprefix(OWN)) for part in getattr(plan, name))

    for name, label in PLAN_FIELDS.items():
        if getattr(old, name) != getattr(new, name):
            yield Change(
                key=f"{PLAN}:{name}", label=str(label), before=word_field(old, name), after=word_field(new, name)
            )


def _word_stage(stage: Stage, questions: Mapping[str, str]) -> Iterator[str]:
    yield f"{stage.name}, {stage.minutes} minutes, {', '.join(stage.interviewers) or 'nobody yet'}"
    for planned in stage.questions:
        yield f"{planned.minutes} minutes: {planned.text or questions.get(planned.slug, planned.slug)}"


def _list_blank_changes(old: InterviewPlan, new: InterviewPlan) -> Iterator[Change]:
    for name in dict.fromkeys([*new.values, *old.values]):
        before, after = old.values.get(name, ""), new.values.get(name, "")
        if before != after:
            label = _("Interview blank: %(name)s") % {"name": name}
            yield Change(key=f"{BLANK}{name}", label=label, before=before, after=after)
