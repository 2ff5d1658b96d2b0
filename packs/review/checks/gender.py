"""Gender-coded words, counted by section as Gender Decoder counts them: masculine less feminine.

Headings, titles, equal-opportunity and benefits text, the role's own terms and everyday senses are left out.
"""

import csv
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import groupby
from typing import Literal

import msgspec

from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from packs.review.sources import DATA, read_data, read_limit

type Coded = Literal["feminine", "masculine"]

_LEFT_OUT = frozenset({Kind.EQUAL_OPPORTUNITY, Kind.BENEFITS, Kind.HOW_TO_APPLY})
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)

# Plainer words for the masculine-coded ones that can be swapped without changing the rest of the sentence.
_SWAPS = {
    "aggressive": "demanding",
    "aggressively": "quickly",
    "assertive": "clear",
    "challenging": "difficult",
    "dominate": "do well in",
    "driven": "motivated",
    "independently": "on your own",
    "outspoken": "open",
    "superior": "very good",
}
_ARTICLE = re.compile(r"\ban?\s$", re.IGNORECASE)  # before another word it may have to change too
_NEAR = 5  # characters that an article takes, with the one before it


class Stem(msgspec.Struct, frozen=True):
    """The start of coded words, and how they are coded; an exception is a whole word that is not counted."""

    stem: str
    coded: str


class Word(msgspec.Struct, frozen=True):
    """A coded word where it stands."""

    passage: Passage
    span: tuple[int, int]
    coded: str

    @property
    def text(self) -> str:
        """The word as it stands there."""
        return self.passage.text[slice(*self.span)]


class Balance(msgspec.Struct, frozen=True, kw_only=True):
    """The coded words of one section, and how many are masculine- and feminine-coded."""

    section: int
    words: tuple[Word, ...]
    masculine: int
    feminine: int

    @property
    def leaning(self) -> str:
        """The side with more words, or nothing."""
        difference = self.masculine - self.feminine
        return "masculine" if difference > 0 else "feminine" if difference else ""

    @property
    def verdict(self) -> str:
        """Neutral at a difference of 0, strongly coded above the profile's limit, coded between."""
        difference = abs(self.masculine - self.feminine)
        strongly = "strongly " if difference > read_limit("gaucher-balance") else ""
        return f"{strongly}{self.leaning}-coded" if difference else "neutral"


def _load_stems() -> list[Stem]:
    with (DATA / "gender_coded_stems.csv").open(encoding="utf-8", newline="") as file:
        return [Stem(**row) for row in csv.DictReader(file)]


STEMS = _load_stems()
_EXCEPTIONS = frozenset(stem.stem for stem in STEMS if stem.coded == "exception")
_CODED = {stem.stem: stem.coded for stem in STEMS if stem.coded != "exception"}
_STEM = re.compile("|".join(sorted(map(re.escape, _CODED), key=len, reverse=True)), re.IGNORECASE)
_EVERYDAY = re.compile(rf"(?<![\w-])(?:{'|'.join(read_data('everyday_senses.yaml', str))})(?![\w-])", re.IGNORECASE)


def list_balances(posting: Posting) -> Iterator[Balance]:
    """The balance of each section that has coded words."""
    own = _EXCEPTIONS.union(word.lower() for term in posting.role_terms for word in _WORD.findall(term))
    read_lines = (line for line in posting.passages if line.kind not in _LEFT_OUT and not line.is_boilerplate)
    for section, passages in groupby(read_lines, key=lambda passage: passage.section):
        words = tuple(word for passage in passages for word in coded_words(passage, own))
        if words:
            sides = Counter(word.coded for word in words)
            yield Balance(section=section, words=words, masculine=sides["masculine"], feminine=sides["feminine"])


def coded_words(passage: Passage, own: frozenset[str] = _EXCEPTIONS) -> Iterator[Word]:
    """The coded words of a line, without everyday senses and `own`: lower-case words that do not count."""
    found = [(match, stem) for match in _WORD.finditer(passage.text) if (stem := _STEM.match(match[0]))]
    counted = [(match, stem) for match, stem in found if match[0].lower() not in own]
    everyday = [match.span() for match in _EVERYDAY.finditer(passage.text)] if counted else []
    for match, stem in counted:
        before = bisect_right(everyday, (match.start(), len(passage.text)))  # of senses that start there or earlier
        if not before or everyday[before - 1][1] < match.end():
            yield Word(passage, match.span(), _CODED[stem[0].lower()])


def find_coded_words(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """The words that tip a section to one side."""
    for balance in list_balances(posting):
        for word in balance.words:
            if word.coded == balance.leaning:
                yield _make_finding(check, balance, word)


def _make_finding(check: ReviewCheck, balance: Balance, word: Word) -> Finding:
    swap = _SWAPS.get(word.text)
    swaps_alone = swap and not _ARTICLE.search(word.passage.text[max(0, word.span[0] - _NEAR) : word.span[0]])
    advice = f"Try “{swap}”." if swap else "Say the same with a plainer word, or balance it in this section."
    return check.mark_words(
        word.passage,
        word.span,
        f"“{word.text}” is {word.coded}-coded. This section: {balance.masculine} masculine, "
        f"{balance.feminine} feminine, so {balance.verdict}.",
        suggestion=advice,
        replacement=swap if swaps_alone else None,
    )


GENDER_CHECKS = (
    ReviewCheck(
        id="gender-coded",
        name="Gender-coded words",
        looks_for="Sections with more masculine- than feminine-coded words, or the other way round. Headings, titles, "
        "benefits and equal-opportunity text, the role's own terms and everyday senses do not count.",
        why="Readers sensed from such words who a job is for. Each word is harmless; what counts is the balance.",
        severity=FindingSeverity.NOTICE,
        source="gaucher-2011",
        find=find_coded_words,
        raises=build_example_posting(required=["You are ambitious, fearless and competitive."]),
        passes=build_example_posting(
            required=["You plan the week and tell the shops."], benefits=["Dependents are insured too."]
        ),
    ),
)
