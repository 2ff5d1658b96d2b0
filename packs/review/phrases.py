"""Phrases that a check looks for: the file data/phrases.yaml, one compiled expression for each check."""

import re
from collections.abc import Iterator

import msgspec

from packs.review.sources import read_data


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to look for, what to write instead, and the text that can take its place, if there is one.

    `source` is named where it is not the check's own.
    """

    check: str
    find: str
    instead: str
    replacement: str | None = None
    source: str = ""


_NEAR = 8  # characters before the words, where the end of another sentence would stand
PHRASES = tuple(read_data("phrases.yaml", Phrase))


def match_phrases(check: str, text: str) -> Iterator[tuple[re.Match[str], Phrase]]:
    """Each of a check's phrases in a text, in order."""
    expression, phrases = _COMPILED[check]
    for match in expression.finditer(text):
        yield match, phrases[match.lastgroup or ""]


def in_case_of(match: re.Match[str], replacement: str) -> str:
    """A replacement that starts with a capital where the words open a sentence with one."""
    before = match.string[max(0, match.start() - _NEAR) : match.start()].rstrip()
    opens = not before or before.endswith((".", "!", "?"))
    return replacement[:1].upper() + replacement[1:] if opens and match[0][:1].isupper() else replacement


def _compile_phrases(check: str) -> tuple[re.Pattern[str], dict[str, Phrase]]:
    """A check's phrases as one expression, and the phrase of each group."""
    phrases = {f"p{number}": phrase for number, phrase in enumerate(PHRASES) if phrase.check == check}
    any_phrase = "|".join(f"(?P<{name}>{phrase.find})" for name, phrase in phrases.items())
    return re.compile(rf"(?<![\w-])(?:{any_phrase})(?![\w-])", re.IGNORECASE), phrases


_COMPILED = {check: _compile_phrases(check) for check in {phrase.check for phrase in PHRASES}}
