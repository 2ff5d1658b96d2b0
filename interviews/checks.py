"""What the question bank of a kit is checked for before it is published."""

from collections.abc import Iterator

from roles.kit.value import Kit
from roles.publishing.checks import KitProblem, KitSeverity

FEWEST_BEHAVIORS = 2
ANCHORS = {"anchor_1": 1, "anchor_3": 3, "anchor_5": 5}


def questions_without_anchors(kit: Kit) -> Iterator[KitProblem]:
    """Competencies without a question, and questions that an interviewer could not score."""
    for competency in kit.competencies:
        if not competency.questions:
            yield KitProblem(KitSeverity.ERROR, competency.name, "The competency has no question yet.")
    for competency, question in kit.list_questions():
        missing = [score for name, score in ANCHORS.items() if len(getattr(question, name)) < FEWEST_BEHAVIORS]
        if missing:
            scores = ", ".join(map(str, missing))
            message = f"“{question.text}” needs at least {FEWEST_BEHAVIORS} behaviors at score {scores}."
            yield KitProblem(KitSeverity.ERROR, competency.name, message)
        if not question.probes:
            yield KitProblem(KitSeverity.WARNING, competency.name, f"“{question.text}” has no follow-up question.")
