"""Two roles side by side: which of their parts stand in one row, and the words on which one to choose."""

import msgspec

from roles.kit.value import Kit, KitSkill
from roles.search.words import split_words, stem_word


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """The written advice on two roles: how they differ, and when to choose each."""

    difference: str
    first: str
    second: str


class SkillRow(msgspec.Struct, frozen=True, kw_only=True):
    """A skill, as the first role asks for it and as the second does."""

    name: str
    first: KitSkill | None
    second: KitSkill | None


def find_advice(first: Kit, second: Kit) -> Advice | None:
    """How to choose between two roles, as either kit says it; None where neither does.

    What the second kit says is turned around, so that `first` of the advice is always about the first role.
    """
    for own in first.comparisons:
        if own.other == second.slug:
            return Advice(difference=own.difference, first=own.choose_this, second=own.choose_other)
    for other in second.comparisons:
        if other.other == first.slug:
            return Advice(difference=other.difference, first=other.choose_other, second=other.choose_this)
    return None


def skill_rows(first: Kit, second: Kit) -> list[SkillRow]:
    """The skills of both roles: shared ones first, then those of the first alone and those of the second alone."""
    left = {_name_key(skill): skill for skill in first.skills}
    right = {_name_key(skill): skill for skill in second.skills}
    rows = [
        SkillRow(name=(left.get(key) or right[key]).name, first=left.get(key), second=right.get(key))
        for key in {**left, **right}
    ]
    return sorted(rows, key=lambda row: (row.first is None or row.second is None, row.first is None))


def _name_key(skill: KitSkill) -> frozenset[str]:
    """What two names of the same skill have in common: Road-mapping and Roadmapping do not, Roadmaps and Roadmap do."""
    return frozenset(stem_word(word) for word in split_words(skill.name) if word not in {"and", "of", "the", "for"})
