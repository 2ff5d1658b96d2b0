"""A posting beside a role's kit: what the kit has that the posting lacks, and the other way round."""

import re
from collections import Counter
from collections.abc import Iterable

import msgspec

from packs.posting.value import Kind, Passage, Posting
from roles.kit.value import Kit, KitSkill
from roles.search.words import stem_word

_WORD = re.compile(r"[./]{0,2}[a-z0-9+#]+(?:[./]{1,2}[a-z0-9+#]+)*", re.IGNORECASE)
_PARTS = re.compile(r",|;|&|/|\band\b|\bor\b", re.IGNORECASE)
_PLAIN_WORDS = frozenset({"a", "an", "the", "of", "to", "for", "in", "on", "with", "that", "you", "your", "it", "is"})
_GENERAL = frozenset({"basics", "knowledge", "skills"})  # in a skill's name they say nothing about it


class PostingComparison(msgspec.Struct, frozen=True, kw_only=True):
    """What a posting and a kit both have, and what only one has. `own_lines` are the posting's requirements that name
    none of the kit's skills.
    """

    shared_skills: tuple[KitSkill, ...]
    missing_skills: tuple[KitSkill, ...]
    own_lines: tuple[Passage, ...]
    missing_sections: tuple[Kind, ...]
    own_sections: tuple[Kind, ...]


def compare_with_kit(posting: Posting, kit: Kit) -> PostingComparison:
    """What a posting and a kit have in common and what only one has, by the names and terms of the kit's skills and by
    the kinds of sections.
    """
    lines = [(passage, _stem_words(passage.text)) for passage in posting.passages if not passage.is_boilerplate]
    terms = _list_terms(kit.skills)
    shared = tuple(skill for skill in kit.skills if any(_has_terms(stems, terms[skill.name]) for _, stems in lines))
    every = [term for skill_terms in terms.values() for term in skill_terms]
    own = [
        passage
        for passage, stems in lines
        if passage.kind in (Kind.REQUIRED, Kind.NICE_TO_HAVE) and not _has_terms(stems, every)
    ]
    here = {passage.kind for passage in posting.passages}
    there = {Kind(line.section.value) for line in kit.job_description}
    return PostingComparison(
        shared_skills=shared,
        missing_skills=tuple(skill for skill in kit.skills if skill not in shared),
        own_lines=tuple(own),
        missing_sections=tuple(kind for kind in Kind if kind in there - here),
        own_sections=tuple(kind for kind in Kind if kind in here - there and kind is not Kind.OTHER),
    )


def _list_terms(skills: list[KitSkill]) -> dict[str, list[frozenset[str]]]:
    """The stems of each part of a skill's name and of what it covers, by its name: "REST and GraphQL" are two terms.

    A single word that other skills use too tells none of them apart, and is left out.
    """
    terms = {
        skill.name: {_stem_words(part) for text in (skill.name, skill.covers) for part in (text, *_PARTS.split(text))}
        for skill in skills
    }
    uses = Counter(stem for parts in terms.values() for stem in frozenset[str]().union(*parts))
    return {
        name: [part for part in parts if part and not (len(part) == 1 and uses[next(iter(part))] > 1)]
        for name, parts in terms.items()
    }


def _has_terms(stems: frozenset[str], terms: Iterable[frozenset[str]]) -> bool:
    """Whether a line has all the words of one of the terms."""
    return any(term <= stems for term in terms)


def _stem_words(text: str) -> frozenset[str]:
    words = {word.lower() for word in _WORD.findall(text)} - _PLAIN_WORDS - _GENERAL
    return frozenset(stem_word(word) if word.isalpha() else word for word in words)
