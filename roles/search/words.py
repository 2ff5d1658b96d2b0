"""Words as search sees them: folded, stemmed as PostgreSQL's english configuration does, and marked where found."""

import re
from collections.abc import Iterator
from functools import lru_cache
from html import escape
from threading import Lock

import snowballstemmer
from django.utils.safestring import SafeString, mark_safe

WORD_RUN = re.compile(r"[^\W_]+")
# Words of a search that say nothing of what it is about.
FILLER = frozenset(
    WORD_RUN.findall("""
    a about an and are as at be between by can compare compared comparison difference different differ do does for from
    get how i in into is it many me much my of on or should someone than that the to versus vs we what when which who
    why with you your
    """)
)
SNIPPET = 220  # characters
LEAD = 60  # characters shown before the first word found

_stemmer = snowballstemmer.stemmer("english")
_one_at_a_time = Lock()  # a stemmer works on itself


def split_words(text: str) -> list[str]:
    """The words of a text, case folded and without a possessive 's: "PM-T" gives pm and t."""
    return WORD_RUN.findall(text.casefold().replace("’", "'").replace("'s", ""))


@lru_cache(maxsize=50_000)
def stem_word(word: str) -> str:
    """The stem that a case-folded word shares with its forms: manager and management give "manag". The last 50,000 are
    kept.
    """
    with _one_at_a_time:
        return _stemmer.stemWord(word)


def highlight_words(text: str, wanted: frozenset[str]) -> SafeString:
    """The text as escaped HTML, with each word whose stem is wanted in a mark element."""
    parts: list[str] = []
    end = 0
    for found in _find_wanted(text, wanted):
        parts += [escape(text[end : found.start()]), f"<mark>{found[0]}</mark>"]
        end = found.end()
    return mark_safe("".join([*parts, escape(text[end:])]))  # noqa: S308 a word holds letters and digits alone


def list_found_words(text: str, wanted: frozenset[str]) -> list[str]:
    """The words of a text whose stem is wanted, case folded, one for each stem."""
    return [*{stem_word(word): word for found in _find_wanted(text, wanted) for word in [found[0].casefold()]}.values()]


def cut_snippet(text: str, wanted: frozenset[str]) -> SafeString:
    """About SNIPPET characters of a text around the first wanted word, as escaped HTML with wanted words marked."""
    first = next((found.start() for found in _find_wanted(text, wanted)), 0)
    start = 0 if first <= LEAD else text.find(" ", first - LEAD) + 1
    end = len(text) if len(text) <= start + SNIPPET else text.rfind(" ", start, start + SNIPPET)
    end = end if end > start else start + SNIPPET  # a word as long as that is cut
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return highlight_words(f"{before}{text[start:end]}{after}", wanted)


def _find_wanted(text: str, wanted: frozenset[str]) -> Iterator[re.Match[str]]:
    """The words of a text whose stem is wanted."""
    for found in _words_like(frozenset(word[0] for word in wanted)).finditer(text):
        if stem_word(found[0].casefold()) in wanted:
            yield found


@lru_cache(maxsize=1000)
def _words_like(letters: frozenset[str]) -> re.Pattern[str]:
    """Words with such a first letter, which a stem has in common with all of its words."""
    return re.compile(rf"(?<![^\W_])[{''.join(letters)}][^\W_]*" if letters else r"(?!)", re.IGNORECASE)
