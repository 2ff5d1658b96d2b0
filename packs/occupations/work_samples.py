"""Work samples from an occupation's duties: a competency of the interview kit that tries the work itself.

A question quotes its duty word for word, which is how the coverage knows what it tests.
"""

from collections.abc import Sequence
from typing import Any

from roles.kit.choices import QuestionKind
from roles.kit.value import KitCompetency, KitQuestion

NOT_IN_RESERVE = 4  # duties whose samples are dealt out; those of the others can be swapped in
SHOWN: dict[str, Any] = {  # what a candidate does before the panel
    "kind": QuestionKind.CASE,
    "minutes": 15,
    "why": "A piece of the real work shows more than a story about it.",
    "setup": "Give everyone the same task and materials.",
    "probes": [
        "What did you look at first, and why?",
        "Where were you least sure?",
        "How would you know that the result is good?",
    ],
    "anchor_1": [
        "Starts without finding out what the result has to be",
        "Leaves out a step that the result depends on",
        "Can’t say whether the result is good enough",
    ],
    "anchor_3": [
        "Asks what is needed, then takes the steps in an order that works",
        "Gets to a result that could be used, and checks it",
        "Says which step was the hardest and what they did about it",
    ],
    "anchor_5": [
        "Works safely and steadily, and can say why each step comes when it does",
        "Notices what could go wrong before it does",
        "Names the standard that the result has to meet, and checks the result against it",
    ],
    "red_flags": ["Skips a step that protects people", "Hides a mistake made during the task"],
}
TOLD: dict[str, Any] = {  # what a candidate describes
    "kind": QuestionKind.SITUATIONAL,
    "minutes": 10,
    "why": "Not every duty can be tried out in an interview. Someone who has done it knows where it goes wrong.",
    "probes": [
        "What do you need to know before you begin?",
        "Where does this usually go wrong?",
        "Who else has to be told, and when?",
    ],
    "anchor_1": [
        "Describes it in general words that would fit any job",
        "Can’t say what a good result looks like",
        "Would wait to be told each step",
    ],
    "anchor_3": [
        "Names the steps in an order that works",
        "Says what they would check before calling it done",
        "Says when they would ask, and who they would ask",
    ],
    "anchor_5": [
        "Draws on work of this kind, and says what came of it",
        "Names two ways it can go wrong, and how to spot each early",
        "Asks what is different at this workplace, and adjusts the plan to the answer",
    ],
    "red_flags": ["Claims work that they can’t describe", "Plans to leave out a rule that protects people"],
}


def make_work_samples(duties: Sequence[str], skills: Sequence[str]) -> list[KitCompetency]:
    """The competency of the work itself, with a sample for each duty; none without duties. It draws on `skills`: those
    that no story tells, such as programming, and only the work shows.
    """
    if not duties:
        return []
    return [
        KitCompetency(
            slug="work-samples",
            name="The work itself",
            definition="Does a piece of the actual work as it comes up on an ordinary day, safely and well enough "
            "for someone to rely on it.",
            skills=[*skills],
            questions=[_make_sample(number, duty) for number, duty in enumerate(duties, start=1)],
        )
    ]


def _make_sample(number: int, duty: str) -> KitQuestion:
    """One to be shown, the next to be told, in turns."""
    shown = bool(number % 2)
    task = (
        "Show us a small part of it now, and think aloud: [a safe task, with the materials or stand-ins that it needs]."
        if shown
        else "Talk us through how you would do it here, from start to finish: [a case from your workplace]."
    )
    return KitQuestion(
        slug=f"work-sample-{number}",
        text=f"Part of this job: “{duty}” {task}",
        alternate=number > NOT_IN_RESERVE,
        **(SHOWN if shown else TOLD),
    )
