"""The words that labels of facts are made of."""

import re
from pathlib import Path

import msgspec

_MOST_WORDS = 6
_LONGEST = 120  # characters
_DIGIT = re.compile(r"\d")
_JOB = frozenset(("job", "role", "position", "post", "work", "of", "the"))
_NO_LABELS = (["on", "site"], ["onsite"])
_WORD = re.compile(r"[^\W\d_]+")


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    facts: frozenset[str]
    never_alone: frozenset[str]
    others: frozenset[str]


_WORDS = msgspec.yaml.decode(Path(__file__).with_name("labels.yaml").read_bytes(), type=_Words)
_KNOWN = _WORDS.facts | _WORDS.others


def is_label(text: str) -> bool:
    """Whether a line is only a label, such as Job type, Closing date, Pay scale & grade."""
    if len(text) > _LONGEST or text.endswith((".", "?", "!")) or _DIGIT.search(text):
        return False
    words = _WORD.findall(text.casefold())
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    if words in _NO_LABELS or (len(words) > 1 and words[0] == "the" and _JOB.issuperset(words[1:])):
        return False  # On site, a fact; The job: what is below it
    is_alone = len(words) == 1 and words[0] in _WORDS.never_alone
    return not is_alone and not _WORDS.facts.isdisjoint(words) and _KNOWN.issuperset(words)
