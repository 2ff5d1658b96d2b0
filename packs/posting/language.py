"""Which language a text is in, by the small words that every sentence has: English, unless it is surely Spanish."""

import re

from roles.kit.choices import Language

_WORD = re.compile(r"[^\W\d_]+")
_SPANISH = frozenset(
    [
        "de",
        "la",
        "el",
        "los",
        "las",
        "y",
        "en",
        "para",
        "con",
        "del",
        "que",
        "una",
        "un",
        "se",
        "por",
        "su",
        "tu",
        "más",
        "como",
        "o",
        "nuestro",
        "nuestra",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "and",
        "of",
        "to",
        "in",
        "for",
        "with",
        "you",
        "our",
        "a",
        "is",
        "are",
        "we",
        "will",
        "your",
        "on",
        "or",
        "as",
        "this",
        "that",
        "from",
    ]
)
LONGEST_READ = 20_000  # characters that are enough to tell


def guess_language(text: str) -> Language:
    """Spanish where its small words are more than twice as many as the English ones, five at least."""
    words = [word.casefold() for word in _WORD.findall(text[:LONGEST_READ])]
    spanish, english = (sum(word in known for word in words) for known in (_SPANISH, _ENGLISH))
    return Language.SPANISH if spanish >= 5 and spanish > 2 * english else Language.ENGLISH  # noqa: PLR2004
