"""What the question bank of a kit is checked for before it is published."""

from collections.abc import Iterator

from roles.kit.errors import ErrorPlace
from roles.kit.value import Kit
from roles.publishing.checks import KitProblem, KitSeverity

FEWEST_BEHAVIORS = 2
ANCHORS = {"anchor_1": 1, "anchor_3": 3, "anchor_5": 5}


def questions_without_anchors(kit: Kit) -> Iterator[KitProblem]:
    """A problem for each competency without a question, and for each question that can't be scored."""
    for place, competency in enumerate(kit.competencies):
        if not competency.questions:
            message = "The competency has no question yet."
            yield KitProblem(KitSeverity.ERROR, competency.name, message, ("competencies", place))
        for number, question in enumerate(competency.questions):
            where: ErrorPlace = ("competencies", place, "questions", number)
            missing = [name for name in ANCHORS if len(getattr(question, name)) < FEWEST_BEHAVIORS]
            if missing:
                scores = ", ".join(str(ANCHORS[name]) for name in missing)
                message = f"“{question.text}” needs at least {FEWEST_BEHAVIORS} behaviors at score {scores}."
                yield KitProblem(KitSeverity.ERROR, competency.name, message, (*where, missing[0]))
            if not question.probes:
                message = f"“{question.text}” has no follow-up question."
                yield KitProblem(KitSeverity.WARNING, competency.name, message, (*where, "probes"))
