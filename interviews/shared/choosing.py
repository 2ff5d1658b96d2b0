"""Which competencies of the shared bank a job needs, by the O*NET elements that they stand for."""

from collections.abc import Iterable, Mapping

from interviews.shared.shipped import SharedCompetency
from roles.kit.value import KitCompetency


def choose_competencies(
    bank: Iterable[SharedCompetency], elements: Iterable[str], named: Mapping[str, str], most: int
) -> list[KitCompetency]:
    """At most `most` competencies that stand for a job's elements, in the elements' order. `named` are the kit's skills
    by element; each competency draws on those that it stands for.
    """
    by_element = {element: shared for shared in bank for element in shared.elements}
    found = {by_element[element].slug: by_element[element] for element in elements if element in by_element}
    return [
        shared.as_kit_part(named[element] for element in shared.elements if element in named)
        for shared in [*found.values()][:most]
    ]
