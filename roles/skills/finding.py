"""Skills of the vocabulary by the words of a search."""

from roles.search.names import content_words
from roles.search.words import split_words, stem_word
from roles.skills.pages import read_vocabulary
from roles.skills.value import SharedSkill

MOST_SKILLS = 3


def find_skills(asked: str) -> list[SharedSkill]:
    """The skills with every word asked for in their name or slug, the shortest name first."""
    stems = {stem_word(word) for word in content_words(asked)}
    found = [skill for skill in read_vocabulary().skills.values() if stems and stems <= _stem_names(skill)]
    return sorted(found, key=lambda skill: (len(skill.name), skill.name))[:MOST_SKILLS]


def _stem_names(skill: SharedSkill) -> set[str]:
    return {stem_word(word) for word in split_words(f"{skill.name} {skill.slug.replace('-', ' ')}")}
