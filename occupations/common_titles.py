"""What people type for a job and what we take it for, where O*NET has no such title or a rare reading of it."""

from collections.abc import Sequence
from functools import cache

from occupations.codes import complete_code
from occupations.title_file import read_common_titles
from occupations.words import split_title, stem_words

# How senior, or on which terms: words that say nothing of the occupation, unless a title has nothing else.
RANKS = frozenset(
    split_title("""
    senior sr junior jr lead principal staff entry level mid trainee experienced i ii iii iv 1 2 3 4 remote hybrid
    onsite full part time temporary temp seasonal contract freelance night day evening weekend shift bilingual hiring
    needed wanted urgent
    """)
)


def drop_ranks(words: Sequence[str]) -> list[str]:
    """The words without ranks such as senior, or all of them where nothing else is left."""
    return [word for word in words if word not in RANKS] or [*words]


def choose_code(words: Sequence[str]) -> str | None:
    """The O*NET-SOC code that Rolebook has chosen for a title, or None where O*NET's titles decide."""
    return _list_choices().get(frozenset(stem_words(words)))


@cache
def _list_choices() -> dict[frozenset[str], str]:
    titles = read_common_titles().titles.items()
    return {frozenset(stem_words(split_title(title))): complete_code(code) or "" for title, code in titles}
