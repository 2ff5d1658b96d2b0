"""Which competencies of the shared bank a job needs, by the importance that O*NET gives their elements."""

from collections.abc import Iterable, Mapping

from interviews.shared.shipped import SharedCompetency
from occupations.facts import ElementRating
from roles.kit.value import KitCompetency


def choose_competencies(
    bank: Iterable[SharedCompetency], ratings: Iterable[ElementRating], named: Mapping[str, str], most: int
) -> list[KitCompetency]:
    """The competencies whose elements matter most for a job, so many at most, the most important first.

    `named` are the kit's skills, by their elements: a competency draws on those that it stands for.
    """
    importance = {rating.element: rating.importance or 0 for rating in ratings if not rating.uncertain}
    weighed = [(_weigh_competency(shared, importance), shared) for shared in bank]
    wanted = sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])
    return [
        shared.as_kit_part(named[element] for element in shared.elements if element in named)
        for _, shared in wanted[:most]
    ]


def _weigh_competency(shared: SharedCompetency, importance: Mapping[str, float]) -> float:
    """The mean importance of its elements that are rated; 0 where none is."""
    known = [importance[element] for element in shared.elements if element in importance]
    return sum(known) / len(known) if known else 0
