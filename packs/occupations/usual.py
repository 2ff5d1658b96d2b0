"""What sets a job apart: how important each skill and work style is for it beside what is usual over all occupations.

Every job asks for listening and honesty. A posting that lists what is most important everywhere says nothing of the
job, so a rating counts twice as far as it stands above the usual. Below it only the rating itself counts: a job that
asks for less of everything does not ask most for what it asks least less of.
"""

from collections.abc import Iterable

from occupations.facts import ElementRating
from occupations.rules import list_important

EVERY = 1_000
APART = 2  # times that the distance above the usual counts beside the importance itself
# The mean importance over the occupations of O*NET 29.0, from 1 to 5.
USUAL = {
    "Achievement/Effort": 3.86,
    "Active Learning": 3.12,
    "Active Listening": 3.59,
    "Adaptability/Flexibility": 4.0,
    "Analytical Thinking": 3.86,
    "Attention to Detail": 4.43,
    "Complex Problem Solving": 3.21,
    "Concern for Others": 3.81,
    "Cooperation": 4.15,
    "Coordination": 3.12,
    "Critical Thinking": 3.51,
    "Dependability": 4.41,
    "Equipment Maintenance": 1.71,
    "Equipment Selection": 1.72,
    "Independence": 3.9,
    "Initiative": 4.03,
    "Innovation": 3.49,
    "Installation": 1.24,
    "Instructing": 2.84,
    "Integrity": 4.33,
    "Judgment and Decision Making": 3.25,
    "Leadership": 3.65,
    "Learning Strategies": 2.79,
    "Management of Financial Resources": 1.88,
    "Management of Material Resources": 1.97,
    "Management of Personnel Resources": 2.6,
    "Mathematics": 2.56,
    "Monitoring": 3.3,
    "Negotiation": 2.61,
    "Operation and Control": 2.19,
    "Operations Analysis": 2.02,
    "Operations Monitoring": 2.56,
    "Persistence": 3.92,
    "Persuasion": 2.75,
    "Programming": 1.6,
    "Quality Control Analysis": 2.41,
    "Reading Comprehension": 3.48,
    "Repairing": 1.68,
    "Science": 1.95,
    "Self-Control": 4.04,
    "Service Orientation": 2.95,
    "Social Orientation": 3.39,
    "Social Perceptiveness": 3.17,
    "Speaking": 3.54,
    "Stress Tolerance": 4.01,
    "Systems Analysis": 2.7,
    "Systems Evaluation": 2.65,
    "Technology Design": 1.72,
    "Time Management": 3.09,
    "Troubleshooting": 2.05,
    "Writing": 3.19,
}


def list_telling(ratings: Iterable[ElementRating], most: int) -> list[ElementRating]:
    """At most `most` ratings that matter and that say most about the job. Ratings without an importance keep their
    order.
    """
    return sorted(list_important(ratings, EVERY), key=_measure_telling, reverse=True)[:most]


def _measure_telling(rating: ElementRating) -> float:
    if rating.importance is None:
        return 0
    return rating.importance + APART * max(0, rating.importance - USUAL.get(rating.name, rating.importance))
