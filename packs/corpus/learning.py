"""What single words say about the lines that they stand in, learned from labeled postings."""

import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec

from packs.corpus.labelled import LabelledPosting
from packs.posting.value import Kind
from packs.reading.cues import LearnedWords, list_words

_FEWEST = 3  # postings that have a word
_DOUBT = 20  # lines of each kind that are taken to have a word as often as any line, so that few lines say little
_TIMES = 3  # over all lines
_STEP = 0.05
_DECAY = 0.03  # of a weight with each line that has its word, so that rare words say little
_POINTS = 5  # tenths for a weight of 1: more of them read the postings that were learned from better, and others worse
_START = 1e-6  # of the sum of squares that a step is divided by


class _Weights(msgspec.Struct):
    """The weights of one word for each kind, and the sums of squares of what they were moved by."""

    values: list[float]
    squares: list[float]


def learn_words(postings: Iterable[LabelledPosting]) -> LearnedWords:
    """The weight of each word for each kind of section, by the lines of labeled postings.

    It is the logarithm of how much more often the word stands in lines of that kind than in all, as a naive Bayes
    classifier has it, and to that is added what a multinomial logistic regression says of it: words that stand in the
    same lines share what these say there, where naive Bayes counts it for each of them. Words of fewer than three
    postings are left out.
    """
    lines = [
        (Kind(line.label), sorted(list_words(line.plain.lower())), posting.id)
        for posting in postings
        for line in posting.lines
        if line.label in Kind
    ]
    counts: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    seen_in: defaultdict[str, set[str]] = defaultdict(set)
    for kind, words, posting_id in lines:
        for word in words:
            counts[word][kind] += 1
            seen_in[word].add(posting_id)
    of_kind = Counter(kind for kind, _, _ in lines)
    usual = {word: counts[word].total() / len(lines) for word in sorted(counts) if len(seen_in[word]) >= _FEWEST}
    weights = _fit_weights(usual, [(kind, words) for kind, words, _ in lines])
    return LearnedWords(
        kinds=tuple(Kind),
        words={word: _list_tenths(counts[word], of_kind, usual[word], weights[word]) for word in usual},
    )


def _list_tenths(count: Counter[Kind], lines: Counter[Kind], usual: float, weights: _Weights) -> tuple[int, ...]:
    shares = ((count[kind] + _DOUBT * usual) / (lines[kind] + _DOUBT) for kind in Kind)
    points = zip(shares, weights.values, strict=True)
    return tuple(round(10 * math.log(share / usual)) + round(_POINTS * weight) for share, weight in points)


def _fit_weights(usual: Iterable[str], lines: Sequence[tuple[Kind, list[str]]]) -> dict[str, _Weights]:
    """The weights of a logistic regression for each word, moved with one line after the other, in an order that is the
    same each time. Steps get smaller with those that a word has made (AdaGrad: Duchi, Hazan and Singer 2011, JMLR 12).
    """
    kinds = tuple(Kind)
    weights = {word: _Weights([0.0] * len(kinds), [_START] * len(kinds)) for word in usual}
    known = [(kinds.index(kind), [weights[word] for word in words if word in weights]) for kind, words in lines]
    order = random.Random(1)  # noqa: S311 # no secret
    for _ in range(_TIMES):
        order.shuffle(known)
        for kind, some in known:
            if some:
                _learn_line(kind, some)
    return weights


def _learn_line(kind: int, some: Sequence[_Weights]) -> None:
    """Move the weights of a line's words toward its kind, given by its index, and away from the others."""
    share = 1 / math.sqrt(len(some))
    scores = [share * sum(values) for values in zip(*(one.values for one in some), strict=True)]
    highest = max(scores)
    odds = [math.exp(score - highest) for score in scores]
    total = sum(odds)
    errors = [share * (odd / total - (index == kind)) for index, odd in enumerate(odds)]
    for one in some:
        for index, error in enumerate(errors):
            slope = error + _DECAY * one.values[index]
            one.squares[index] += slope * slope
            one.values[index] -= _STEP * slope / math.sqrt(one.squares[index])
