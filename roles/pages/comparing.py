"""Two roles side by side: which of their parts stand in one row, and the words on which one to choose."""

import msgspec

from roles.kit.choices import Importance, Proficiency
from roles.kit.value import Kit, KitSkill
from roles.search.words import split_words, stem_word


class Advice(msgspec.Struct, frozen=True, kw_only=True):
    """The written advice on two roles: how they differ, and when to choose each."""

    difference: str
    first: str
    second: str


class SkillRow(msgspec.Struct, frozen=True, kw_only=True):
    """A skill, as the first role asks for it and as the second does. `shared` is its slug in the vocabulary, or ""."""

    name: str
    shared: str
    first: KitSkill | None
    second: KitSkill | None


class SkillStep(msgspec.Struct, frozen=True, kw_only=True):
    """The skills of a role for someone who comes from another one: kept are those known well enough, raised those known
    less well than the role wants, and new those that the other role doesn't ask for. Each as the role calls it.
    """

    kept: list[KitSkill]
    raised: list[KitSkill]
    new: list[KitSkill]


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
    """The skills of two roles: those of both first, then those of the first alone and of the second alone.

    Two skills are the same where the vocabulary says so or they have the same name.
    """
    left = {_key_skill(skill): skill for skill in first.skills}
    right = {_key_skill(skill): skill for skill in second.skills}
    rows = [
        SkillRow(name=skill.name, shared=skill.shared or "", first=left.get(key), second=right.get(key))
        for key, skill in ({**left, **right} | left).items()
    ]
    return sorted(rows, key=lambda row: (row.first is None or row.second is None, row.first is None))


def measure_step(start: Kit, goal: Kit) -> SkillStep:
    """What someone from one role brings to another, and what is left to learn, by the skills of the vocabulary.

    What the role wants at least is an optional skill's level too, but nobody has to learn that one first: it is left
    out where it would be new.
    """
    levels = [*Proficiency]
    known = {skill.shared: levels.index(skill.proficiency) for skill in start.skills if skill.proficiency}
    step = SkillStep(kept=[], raised=[], new=[])
    for skill in goal.skills:
        if skill.proficiency is None:
            continue
        if skill.shared not in known:
            step.new.extend([skill] if skill.importance is not Importance.OPTIONAL else [])
        elif known[skill.shared] < levels.index(skill.proficiency):
            step.raised.append(skill)
        else:
            step.kept.append(skill)
    return step


def _key_skill(skill: KitSkill) -> str | frozenset[str]:
    """What the same skill has in common: its slug in the vocabulary, or its words, as Roadmaps and Roadmap do."""
    return skill.shared or frozenset(
        stem_word(word) for word in split_words(skill.name) if word not in {"and", "of", "the", "for"}
    )
