"""Job titles as words that can be compared: folded, spelled one way and stemmed."""

import re
from collections.abc import Iterable
from functools import lru_cache
from threading import Lock

import snowballstemmer

from occupations.facts import TitleRecord
from occupations.title_file import read_common_titles

WORD = re.compile(r"[^\W_]+[+#]{0,2}")
ASIDE = re.compile(r"\([^()]*\)")  # "Registered Nurse (RN)": the short form stands by itself too
# Spellings of what O*NET writes in another way, after folding.
SPELLINGS = {
    "frontend": "front end",
    "backend": "back end",
    "fullstack": "full stack",
    "devops": "development operations",
    "cyber": "cybersecurity",
    "healthcare": "health care",
    "daycare": "day care",
    "preschool": "pre school",
    "prekindergarten": "pre kindergarten",
    "coworker": "worker",
    "barkeeper": "bartender",
}
FILLER = frozenset(
    {"a", "an", "and", "as", "at", "for", "in", "job", "jobs", "of", "or", "position", "role", "the", "to"}
)

_stemmer = snowballstemmer.stemmer("english")
_one_at_a_time = Lock()  # a stemmer works on itself


def split_title(title: str) -> list[str]:
    """The words of a title, folded, spelled one way and written out, without filler unless it has nothing else."""
    folded = title.casefold().replace("’", "'").replace("'s", "")
    words = [word for typed in WORD.findall(folded) for word in write_out(typed).split()]
    return [word for word in words if word not in FILLER] or words


def write_out(word: str) -> str:
    """What an abbreviation or another spelling stands for, also in the plural, such as registered nurse for rns; any
    other word as it is.
    """
    known = SPELLINGS | read_common_titles().abbreviations
    return known.get(word) or known.get(word.removesuffix("s")) or word


def stem_title(title: str) -> list[str]:
    """The stems of a title's words, each once, in order. Two titles are compared by them."""
    return stem_words(split_title(ASIDE.sub(" ", title)) or split_title(title))


def read_short_form(title: TitleRecord) -> str:
    """The other form of a title: its short form, or the words in brackets after it; "" without either."""
    aside = ASIDE.search(title.title)
    return title.short or (aside[0].strip("()") if aside else "")


def stem_words(words: Iterable[str]) -> list[str]:
    """The stems of words, each once, in the order of the words."""
    return [*dict.fromkeys(map(_stem_title_word, words))]


@lru_cache(maxsize=50_000)
def _stem_title_word(word: str) -> str:
    with _one_at_a_time:
        return _stemmer.stemWord(word)
