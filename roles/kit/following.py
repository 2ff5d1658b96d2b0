"""What a translation takes from the kit that it translates, so that its text and that kit's figures can't disagree."""

from collections.abc import Iterator
from typing import Any

import msgspec

from roles.kit.errors import ErrorPlace, InvalidField
from roles.kit.value import (
    Kit,
    KitBenchmark,
    KitCompetency,
    KitFaq,
    KitLevel,
    KitOccupation,
    KitOutcome,
    KitPart,
    KitQuestion,
    KitSkill,
    KitTemplateLine,
)

YEARS = ("experience_min", "experience_max")
# Figures, codes and keys. All else is words.
TAKEN: dict[type[KitPart], tuple[str, ...]] = {
    Kit: (
        *("base_low", "base_high", "base_kind", "total_low", "total_high", "currency", "demand", "figures_year"),
        *YEARS,
    ),
    KitTemplateLine: ("section",),
    KitSkill: ("importance", "shared", "proficiency"),
    KitLevel: YEARS,
    KitOccupation: ("soc", "weight"),
    KitBenchmark: ("low", "high", "kind", "currency", "year", *YEARS),
    KitCompetency: ("slug",),
    KitQuestion: ("slug", "kind", "alternate", "minutes"),
    KitFaq: ("slug",),
    KitOutcome: ("day",),
}


def follow_original[Part: KitPart](part: Part, original: Part, **changes: Any) -> Part:
    """A translation's part with the figures, codes and keys of the original's. A list whose length differs stays as it
    is.
    """
    taken: dict[str, Any] = changes | {name: getattr(original, name) for name in TAKEN.get(type(part), ())}
    for name, mine, theirs in _list_lists(part, original):
        if len(mine) == len(theirs):
            taken[name] = [follow_original(one, other) for one, other in zip(mine, theirs, strict=True)]
    return msgspec.structs.replace(part, **taken)


def list_gaps(part: KitPart, original: KitPart, place: ErrorPlace = ()) -> Iterator[InvalidField]:
    """An error for each list of a translation that is longer or shorter than the original's."""
    for name, mine, theirs in _list_lists(part, original):
        if len(mine) != len(theirs):
            message = f"expected {len(theirs)}, as many as the kit that it translates has, got {len(mine)}"
            yield InvalidField((*place, name), message)
            continue
        for number, (one, other) in enumerate(zip(mine, theirs, strict=True)):
            yield from list_gaps(one, other, (*place, name, number))


def _list_lists(part: KitPart, original: KitPart) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """The lists whose parts have something to take, by name, here and in the original."""
    for name in part.__struct_fields__:
        mine, theirs = getattr(part, name), getattr(original, name)
        if isinstance(mine, list) and any(type(each) in TAKEN for each in [*mine, *theirs]):
            yield name, mine, theirs
