"""The shared question bank as it ships: one YAML file for each competency in `interviews/bank/`.

They use the kit's own field names, and name the O*NET elements that a competency stands for. How important these are
says which competencies a job needs.
"""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
import yaml

from roles.kit.value import KitCompetency

BANK = Path(__file__).parent.parent / "bank"


class SharedCompetency(KitCompetency, frozen=True, kw_only=True):
    """A competency of the bank, with the ids of the O*NET skills and work styles that it stands for."""

    elements: list[str]

    def as_kit_part(self, skills: Iterable[str] = ()) -> KitCompetency:
        """The competency as a part of a kit, drawing on these skills of the kit."""
        own = {name: getattr(self, name) for name in KitCompetency.__struct_fields__}
        return KitCompetency(**own | {"skills": [*skills]})


@cache
def read_shipped_bank() -> tuple[SharedCompetency, ...]:
    """The competencies that ship, by slug. Read from their files once, then kept."""
    files = sorted(BANK.glob("*.yaml"))
    return tuple(
        msgspec.convert(yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader), SharedCompetency) for path in files
    )
