"""Gender-coded words: those of Gender Decoder's stems that ask a trait of the candidate, over the whole text.

A word counts by its sense. "Support" in customer support, "lead" as a role and "analytics" ask no trait and never
count; "competitive" counts of people, not of pay. Titles, headings, benefits, pay, equal-opportunity text, how to apply
and the role's own terms are left out. Words are marked only where the text is lopsided.
"""

import csv
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import msgspec

from packs.posting.facts import TextSpans
from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.job_cues import ASKS
from packs.review.measures import find_sentences
from packs.review.sources import DATA, read_limit

type Coded = Literal["feminine", "masculine"]

_ASKING = frozenset({Kind.REQUIRED, Kind.NICE_TO_HAVE})
_READ = _ASKING | {Kind.ABOUT, Kind.COMPANY, Kind.RESPONSIBILITIES, Kind.OTHER}
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
ROLES_KEPT = 100  # with the words of their own terms, which are a kit's
_AFTER, _BEFORE = 60, 60  # characters around a word that tell its sense
_TWICE = 2
# Adjectives and "and" may stand between a trait and what it is a trait of.
_MORE_WORDS = r"(?:(?:,? (?:and|but|or|yet) |, | |/)[\w-]+){0,2}? "

# Skills that ordinary postings ask for on either side: two of them alone set no tone.
_EVERYDAY = frozenset(
    {"analytical", "independent", "independently", "committed", "enthusiastic"}
    | {"interpersonal", "inter-personal", "cooperative", "collaborative"}
)

# Plainer words for the masculine-coded ones that can be swapped without changing the rest of the sentence.
_SWAPS = {
    "aggressive": "demanding",
    "aggressively": "quickly",
    "assertive": "clear",
    "dominate": "do well in",
    "driven": "motivated",
    "independently": "on your own",
    "outspoken": "open",
    "superior": "very good",
}
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)  # before another word it may have to change too
_NEGATION = re.compile(
    r"\b(?:not|no|never|without|neither|nor|rather than|isn['’]t|don['’]t)(?: \w+){0,3} $", re.IGNORECASE
)
_NEAR = 5  # characters that an article takes, with the one before it


class Trait(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that ask for a trait, unless the next words say otherwise; some count only among certain words."""

    words: tuple[str, ...]
    unless: str = ""
    only: str = ""
    before: str = ""
    unless_before: str = ""
    anywhere: bool = False  # it counts in duties too, where no sentence says "you are"
    of_anything: bool = False  # it counts whatever it is of: who dominates a market is dominant


class _Traits(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    unless_always: str
    traits: tuple[Trait, ...]


class _Sense(msgspec.Struct, frozen=True):
    """How a word is coded, and the expressions that tell its sense."""

    coded: str
    unless: re.Pattern[str]
    only: re.Pattern[str] | None
    before: re.Pattern[str] | None
    unless_before: re.Pattern[str] | None
    anywhere: bool


class Word(msgspec.Struct, frozen=True):
    """A coded word and its place: its characters in the line, and "feminine" or "masculine"."""

    passage: Passage
    span: tuple[int, int]
    coded: str

    @property
    def text(self) -> str:
        """The word as the posting has it."""
        return self.passage.text[slice(*self.span)]


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """The coded words of a text, and how many different ones are masculine- and feminine-coded."""

    words: tuple[Word, ...]
    masculine: int
    feminine: int

    @property
    def leaning(self) -> str:
        """The side with more words, "masculine" or "feminine"; "" where both have as many."""
        difference = self.masculine - self.feminine
        return "masculine" if difference > 0 else "feminine" if difference else ""

    @property
    def is_lopsided(self) -> bool:
        """Whether one side has at least two words more than the other, at least twice as many, and more than two
        everyday skills.
        """
        more, fewer = max(self.masculine, self.feminine), min(self.masculine, self.feminine)
        leads = more - fewer > read_limit("gender-balance") and more >= _TWICE * fewer
        return leads and (more > _TWICE or any(self._sets_tone(word) for word in self.words))

    def _sets_tone(self, word: Word) -> bool:
        return word.coded == self.leaning and word.text.casefold() not in _EVERYDAY


def load_stems() -> dict[str, str]:
    """ "feminine" or "masculine" for each of Gender Decoder's stems. Read from its file."""
    with (DATA / "gender_coded_stems.csv").open(encoding="utf-8", newline="") as file:
        return {row["stem"]: row["coded"] for row in csv.DictReader(file) if row["coded"] != "exception"}


STEMS = load_stems()
STEM = re.compile("|".join(sorted(map(re.escape, STEMS), key=len, reverse=True)), re.IGNORECASE)


def code_word(word: str) -> str:
    """ "feminine" or "masculine" as Gender Decoder codes a word or the last part of it; "" for other words."""
    matches = (STEM.match(part) for part in (word, *reversed(word.split("-"))))
    return next((STEMS[match[0].lower()] for match in matches if match), "")


def _compile_traits() -> dict[str, _Sense]:
    file = msgspec.yaml.decode((DATA / "gender_traits.yaml").read_bytes(), type=_Traits)
    return {
        word: _Sense(
            coded=code_word(word),
            unless=_compile_following(trait.unless, "" if trait.of_anything else file.unless_always),
            only=re.compile(rf" ?(?:{trait.only})", re.IGNORECASE) if trait.only else None,
            before=_compile_preceding(trait.before),
            unless_before=_compile_preceding(trait.unless_before),
            anywhere=trait.anywhere,
        )
        for trait in file.traits
        for word in trait.words
    }


def _compile_preceding(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"\b{words}$", re.IGNORECASE) if words else None


def _compile_following(unless: str, always: str) -> re.Pattern[str]:
    at_once = rf" (?:{unless})" if unless else r"(?!)"
    of_a_thing = rf"{_MORE_WORDS}(?:{always})\b" if always else r"(?!)"
    return re.compile(rf"{at_once}|{of_a_thing}", re.IGNORECASE)


_SENSES = _compile_traits()


def find_balance(posting: Posting) -> Balance:
    """The gender-coded words of a posting, and how many different ones each side has."""
    own = _list_own_words(posting.role_terms)
    lines = (line for line in posting.passages if line.kind in _READ and not line.is_boilerplate)
    words = tuple(word for line in lines for word in list_coded_words(line, own))
    sides = Counter({word.text.casefold(): word.coded for word in words}.values())  # a trait said twice is one
    return Balance(words=words, masculine=sides["masculine"], feminine=sides["feminine"])


@lru_cache(ROLES_KEPT)
def _list_own_words(role_terms: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for term in role_terms for word in _WORD.findall(term))


def list_coded_words(passage: Passage, own: frozenset[str] = frozenset()) -> Iterator[Word]:
    """The words of a line that ask for a coded trait. Words in `own`, in lower case, don't count."""
    found = passage.find_once(_find_traits)
    if not found:
        return
    asking = None if passage.kind in _ASKING else passage.find_once(_find_asking)
    starts = [start for start, _ in asking or ()]
    for span in found:
        word = passage.text[slice(*span)].lower()
        sense = _SENSES[word]
        if word not in own and (sense.anywhere or asking is None or _is_within(span[0], starts, asking)):
            yield Word(passage, span, sense.coded)


def _find_traits(text: str) -> TextSpans:
    """Where the words stand that are coded in their sense, whoever they are asked of."""
    senses = ((match, _SENSES.get(match[0].lower())) for match in _WORD.finditer(text))
    return tuple(match.span() for match, sense in senses if sense and _is_trait(text, match, sense))


def _is_within(at: int, starts: list[int], spans: TextSpans) -> bool:
    """Whether a place lies in one of the spans, which stand in order."""
    number = bisect_right(starts, at) - 1
    return number >= 0 and at < spans[number][1]


def _find_asking(text: str) -> TextSpans:
    return tuple((start, end) for start, end in find_sentences(text) if ASKS.search(text, start, end))


def _is_trait(text: str, match: re.Match[str], sense: _Sense) -> bool:
    before = text[max(0, match.start() - _BEFORE) : match.start()]
    after = text[match.end() : match.end() + _AFTER]
    if before[-1:] in ("-", "/", "@", ".", "_") or after[:1] in ("-", "@", "_", "/") or _NEGATION.search(before):
        return False
    if sense.only and not sense.only.match(after):
        return False
    if sense.before and not sense.before.search(before):
        return False
    if sense.unless_before and sense.unless_before.search(before):
        return False
    return not sense.unless.match(after)


def find_coded_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each word of the stronger side, where the text leans clearly to one side."""
    balance = find_balance(posting)
    if not balance.is_lopsided:
        return
    leaning = balance.leaning
    counts = f"The text has {balance.masculine} masculine-coded and {balance.feminine} feminine-coded traits."
    for word in balance.words:
        if word.coded == leaning:
            yield _make_finding(check, counts, word)


def _make_finding(check: ReviewCheck, counts: str, word: Word) -> Finding:
    swap = _SWAPS.get(word.text)
    swaps_alone = swap and not _ARTICLE.search(word.passage.text[max(0, word.span[0] - _NEAR) : word.span[0]])
    advice = f"Try “{swap}.”" if swap else "Say what the person does instead, or balance it with other traits."
    return check.mark_words(
        word.passage,
        word.span,
        f"“{word.text}” is {word.coded}-coded. {counts}",
        suggestion=advice,
        replacement=swap if swaps_alone else None,
    )


GENDER_CHECKS = (
    ReviewCheck(
        id="gender-coded",
        name="Gender-coded words",
        looks_for="Texts whose traits lean to one side: at least two more masculine- than feminine-coded ones and at "
        "least twice as many, or the other way around. Only traits asked of the candidate count, and two "
        "everyday skills, such as analytical or interpersonal, aren't enough.",
        why=(
            "In experiments, ads full of masculine-coded words appealed less to women, who felt less sure that they'd "
            "belong. They didn't show that the words change who applies: in real postings, swapping them hardly did. "
            "One word says little by itself, so only the balance of the text counts."
        ),
        severity=FindingSeverity.NOTICE,
        source="gaucher-2011",
        find=find_coded_words,
        raises=build_example_posting(required=["You are ambitious, fearless and competitive."]),
        passes=build_example_posting(
            required=["You are ambitious and considerate."],
            responsibilities=["Lead customer support and analytics.", "Share decisions with the stores."],
        ),
    ),
)
