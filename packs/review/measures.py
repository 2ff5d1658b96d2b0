"""Counts of a posting's text: its parts are shown, never one score of them all."""

import re
import threading
from collections.abc import Iterable, Iterator

import cachetools
import msgspec
import pyphen  # type: ignore[import-untyped]

from packs.posting.value import Passage, Posting

WORD_PATTERN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d[\d,.]*\w*")
# It starts at the first of several marks alone: thousands in a row are read once, not once from each of them.
_SENTENCE_END = re.compile(r"(?<![.!?])[.!?]+[\"'”’)]*\s+(?=[\"“'(]?[A-Z0-9])")
_ABBREVIATION = re.compile(
    r"\b(?:e\.g|i\.e|etc|vs|approx|incl|no|mr|mrs|ms|dr|prof|rev|st|inc|ltd|co|u\.s|u\.k|[A-Z])$", re.IGNORECASE
)
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$", re.IGNORECASE)  # Jan. 15
_LONGEST_ABBREVIATION = 8  # characters, with the one before it
_YOU = re.compile(r"\b(?:you(?:['’](?:ll|re|ve|d))?|yours?|yourself)\b", re.IGNORECASE)
_WE = re.compile(r"\b(?:we(?:['’](?:ll|re|ve|d))?|ours?|ourselves)\b", re.IGNORECASE)
_US = re.compile(r"\b[Uu]s\b")  # US is a country
_SUFFIXES = ("es", "ed", "ing")  # a syllable that Gunning does not count
_COMPLEX = 3
WORDS_REMEMBERED = 20_000
_SHORTEST_PARTED = 4  # letters: the shortest word that has two on each side of a hyphen

_hyphens = pyphen.Pyphen(lang="en_US")


class Measures(msgspec.Struct, frozen=True, kw_only=True):
    """The counts of words, sentences and syllables in a posting's lines or in one line. Equal-opportunity text counts
    for length but not for style.
    """

    words: int
    characters: int
    bullet_words: int
    style_words: int
    sentences: int
    syllables: int
    complex_words: int
    you: int
    we: int

    @property
    def bullets_share(self) -> float:
        """The share of words in bullets, from 0 to 1; 0 without words."""
        return self.bullet_words / self.words if self.words else 0.0

    @property
    def words_per_sentence(self) -> float:
        """The average number of words in a sentence; a bullet without a full stop counts as one. 0
        without sentences.
        """
        return self.style_words / self.sentences if self.sentences else 0.0

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade level in years of school (Kincaid and others, 1975); 0 without words."""
        if not self.style_words:
            return 0.0
        return 0.39 * self.words_per_sentence + 11.8 * self.syllables / self.style_words - 15.59

    @property
    def fog(self) -> float:
        """The fog index in years of school (Gunning, 1952); 0 without words."""
        if not self.style_words:
            return 0.0
        return 0.4 * (self.words_per_sentence + 100 * self.complex_words / self.style_words)


def measure_posting(posting: Posting) -> Measures:
    """The counts of words, sentences and syllables in a posting's lines. Counted on first use, then kept with the
    posting.
    """
    return posting.find_once(Measures, lambda: measure_passages(posting.passages))


def measure_passages(passages: Iterable[Passage]) -> Measures:
    """The counts of some lines together. Equal-opportunity text doesn't count for style."""
    lines = [(passage, passage.find_once(_measure_line)) for passage in passages]
    style = [counts for passage, counts in lines if not passage.is_boilerplate]
    return Measures(
        words=sum(counts.words for _, counts in lines),
        characters=sum(counts.characters for _, counts in lines),
        bullet_words=sum(counts.words for passage, counts in lines if passage.bullet),
        style_words=sum(counts.style_words for counts in style),
        sentences=sum(counts.sentences for counts in style),
        syllables=sum(counts.syllables for counts in style),
        complex_words=sum(counts.complex_words for counts in style),
        you=sum(counts.you for counts in style),
        we=sum(counts.we for counts in style),
    )


def _measure_line(text: str) -> Measures:
    words = len(WORD_PATTERN.findall(text))
    parts = [WORD_PATTERN.findall(text[slice(*span)]) for span in find_sentences(text)]
    syllables = [[syllable_count(word) for word in words] for words in parts]
    return Measures(
        words=words,
        characters=len(text),
        bullet_words=words,
        style_words=sum(map(len, parts)),
        sentences=sum(1 for words in parts if words),
        syllables=sum(map(sum, syllables)),
        complex_words=sum(_count_complex_words(words, counts) for words, counts in zip(parts, syllables, strict=True)),
        you=len(_YOU.findall(text)),
        we=len(_WE.findall(text)) + len(_US.findall(text)),
    )


def find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each sentence in a line, in characters."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        before = text[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start()]
        is_dated = text[match.end()].isdigit() and _MONTH.search(before)
        if text[match.start()] == "." and (is_dated or _ABBREVIATION.search(before)):
            continue
        yield start, match.start() + len(match[0].rstrip())
        start = match.end()
    if text[start:].strip():
        yield start, start + len(text[start:].rstrip())


def syllable_count(word: str) -> int:
    """The number of syllables in a word by its hyphenation, which misses about 4%. Kept under a hash of the word, never
    the word itself.
    """
    return _count_syllables(word.lower()) if len(word) >= _SHORTEST_PARTED else 1


@cachetools.cached(cachetools.LRUCache(WORDS_REMEMBERED), key=hash, lock=threading.Lock())
def _count_syllables(word: str) -> int:
    positions = len(_hyphens.positions(word))
    _hyphens.hd.cache.clear()  # it would keep the words of people's texts
    return positions + 1


def _count_complex_words(words: list[str], syllables: Iterable[int]) -> int:
    """The words of a sentence with three syllables or more, without names and without -es, -ed and -ing."""
    return sum(
        count - word.endswith(_SUFFIXES) >= _COMPLEX and not (place and word[0].isupper())
        for place, (word, count) in enumerate(zip(words, syllables, strict=True))
    )
