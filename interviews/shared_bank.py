"""The shared question bank: competencies that many jobs need, each with its questions, for jobs without a kit.

One YAML file for each competency in `interviews/bank/`, in the kit's own field names, with the O*NET elements that it
stands for. Which of them a job needs, the importance of these elements says.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import msgspec
import yaml

from occupations.facts import ElementRating
from roles.kit.value import KitCompetency

BANK = Path(__file__).parent / "bank"


class SharedCompetency(KitCompetency, frozen=True, kw_only=True):
    """A competency of the bank, with the ids of the O*NET skills and work styles that it stands for."""

    elements: list[str]


@cache
def read_bank() -> tuple[SharedCompetency, ...]:
    """The competencies that ship, by slug. Read once from their files."""
    files = sorted(BANK.glob("*.yaml"))
    return tuple(
        msgspec.convert(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), SharedCompetency) for path in files
    )


def choose_competencies(ratings: Iterable[ElementRating], most: int) -> list[KitCompetency]:
    """The competencies whose elements matter most for a job, so many at most, the most important first."""
    importance = {rating.element: rating.importance or 0 for rating in ratings if not rating.uncertain}
    weights = {shared.slug: _weigh_competency(shared, importance) for shared in read_bank()}
    wanted = sorted(
        (shared for shared in read_bank() if weights[shared.slug]), key=lambda shared: -weights[shared.slug]
    )
    return [_as_kit_part(shared) for shared in wanted[:most]]


def _weigh_competency(shared: SharedCompetency, importance: Mapping[str, float]) -> float:
    """The mean importance of its elements that are rated; 0 where none is."""
    known = [importance[element] for element in shared.elements if element in importance]
    return sum(known) / len(known) if known else 0


def _as_kit_part(shared: SharedCompetency) -> KitCompetency:
    return KitCompetency(**{name: getattr(shared, name) for name in KitCompetency.__struct_fields__})
