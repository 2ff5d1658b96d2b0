"""Phrases that a check looks for: the file data/phrases.yaml, one compiled expression for each check."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from packs.review.sources import read_data


class Phrase(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to look for, what to write instead, and the replacement, if there is one.

    `unless` is what a line says where the words mean something else. After "no" or "not" a phrase counts only if
    `even_negated`. One that is `only_asked` speaks of others or of things where it stands among duties that
    ask for nobody. `source` is set where it isn't the check's own.
    """

    check: str
    find: str
    instead: str
    replacement: str | None = None
    unless: str = ""
    even_negated: bool = False
    only_asked: bool = False
    source: str = ""


class FoundPhrase(msgspec.Struct, frozen=True):
    """A phrase in a text, with the place of its words and what can replace them."""

    phrase: Phrase
    span: tuple[int, int]
    replacement: str | None


_ESCAPE_OR_TEXT = re.compile(r"\\.|[^\\]+", re.DOTALL)
_NEAR = 8  # characters before the words, where the end of another sentence would stand
_NEGATED = re.compile(
    r"\b(?:no|not|never|without|neither|nor|aren['’]t|isn['’]t|don['’]t|doesn['’]t|needn['’]t|rather than|instead of)"
    r"(?: (?:an?|the|any|be|being|need|want|want any|looking for|looking for an?|look for"
    r"|look for an?|your|such|require|ask for"
    r"|ask for an?))?\s$",
    re.IGNORECASE,
)
_LONGEST_NEGATION = 32  # characters
_AROUND = 120  # characters before and after the words that tell their sense
_SENTENCE_ENDS = (". ", "! ", "? ")
_ARTICLE = re.compile(r"(?<!\w)an? $", re.IGNORECASE)
_VOWEL = re.compile(r"[aeiou]", re.IGNORECASE)
_WORDING = ("slang", "jargon", "cliche", "vague")  # checks that say much the same: write it plainly
PHRASES = tuple(read_data("phrases.yaml", Phrase))


def find_all_phrases(text: str) -> Mapping[str, Sequence[FoundPhrase]]:
    """The phrases in a text by the id of their check; a check that has none there is left out."""
    found = {check: tuple(find_phrases(check, text)) for check in _COMPILED}
    if sum(bool(found[check]) for check in _WORDING) > 1:
        found |= _keep_widest({check: found[check] for check in _WORDING})
    return {check: phrases for check, phrases in found.items() if phrases}


def _keep_widest(found: Mapping[str, Sequence[FoundPhrase]]) -> dict[str, tuple[FoundPhrase, ...]]:
    """The phrases of several checks, without those within one of another check, which says the same of the words."""
    starts = sorted((one.span[0], -one.span[1]) for phrases in found.values() for one in phrases)
    wide, reach = set(), -1
    for start, end in starts:
        if -end > reach:
            wide.add((start, -end))
            reach = -end
    return {check: tuple(one for one in phrases if one.span in wide) for check, phrases in found.items()}


def find_phrases(check: str, text: str) -> Iterator[FoundPhrase]:
    """A check's phrases in a text, in order, without those that the text denies or means otherwise."""
    expression, phrases = _COMPILED[check]
    for match in expression.finditer(lower_signs(text)):
        phrase, unless = phrases[match.lastgroup or ""]
        if unless and unless.search(text, *_bound_sense(text, *match.span())):
            continue
        if not phrase.even_negated and is_negated(text, match.start()):
            continue
        yield _replace_in_place(text, match.span(), phrase)


def lower_signs(text: str) -> str:
    """A text in lower case with every character at its old place."""
    return text.replace("İ", "I").lower()


def is_negated(text: str, at: int) -> bool:
    """Whether words before a place in a text, such as "no" or "not", deny what is there."""
    return bool(_NEGATED.search(text, max(0, at - _LONGEST_NEGATION), at))


def _bound_sense(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the words that tell the sense of those from `start` to `end` stand: in reach, and in the same sentence."""
    first, last = max(0, start - _AROUND), min(len(text), end + _AROUND)
    opening = max((text.rfind(sign, first, start) for sign in _SENTENCE_ENDS), default=-1)
    closing = min((at for sign in _SENTENCE_ENDS if (at := text.find(sign, end, last)) >= 0), default=last)
    return max(first, opening + 1), closing


def capitalize_like(text: str, start: int, replacement: str) -> str:
    """A replacement with a capital where the words at `start` begin a sentence with one."""
    before = text[max(0, start - _NEAR) : start].rstrip()
    opens = not before or before.endswith((".", "!", "?"))
    return replacement[:1].upper() + replacement[1:] if opens and text[start : start + 1].isupper() else replacement


def _replace_in_place(text: str, span: tuple[int, int], phrase: Phrase) -> FoundPhrase:
    """The phrase with its replacement; an article before it is part of both where it has to change: an expert."""
    start, end = span
    if phrase.replacement is None:
        return FoundPhrase(phrase, (start, end), None)
    article = _ARTICLE.search(text, max(0, start - 4), start)
    if article is None:
        return FoundPhrase(phrase, (start, end), capitalize_like(text, start, phrase.replacement))
    right = "an" if _VOWEL.match(phrase.replacement) and phrase.replacement != "use" else "a"
    if article[0].strip().lower() == right:
        return FoundPhrase(phrase, (start, end), phrase.replacement)
    start = article.start()
    return FoundPhrase(phrase, (start, end), capitalize_like(text, start, f"{right} {phrase.replacement}"))


def _compile_phrases(check: str) -> tuple[re.Pattern[str], dict[str, tuple[Phrase, re.Pattern[str] | None]]]:
    """A check's phrases as one expression, and the phrase of each group with what denies its sense."""
    phrases = {f"p{number}": phrase for number, phrase in enumerate(PHRASES) if phrase.check == check}
    any_phrase = "|".join(f"(?P<{name}>{_lower_pattern(phrase.find)})" for name, phrase in phrases.items())
    senses = {
        name: (phrase, re.compile(phrase.unless, re.IGNORECASE) if phrase.unless else None)
        for name, phrase in phrases.items()
    }
    # Every phrase starts with a letter or digit; to say so makes long runs of other signs cheap.
    return re.compile(rf"(?<![\w-])(?=\w)(?:{any_phrase})(?![\w-])"), senses


def _lower_pattern(pattern: str) -> str:
    """A pattern for text in lower case, which is found in half the time that it takes to ignore case."""
    return _ESCAPE_OR_TEXT.sub(lambda match: match[0] if match[0].startswith("\\") else match[0].lower(), pattern)


_COMPILED = {check: _compile_phrases(check) for check in {phrase.check for phrase in PHRASES}}
