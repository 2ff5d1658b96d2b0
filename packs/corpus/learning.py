"""What single words say about the lines that they stand in, counted in labeled postings."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable

from packs.corpus.labelled import LabelledPosting
from packs.posting.value import Kind
from packs.reading.cues import LearnedWords, list_words

_FEWEST = 3  # postings that have a word
_DOUBT = 20  # lines of each kind that are taken to have a word as often as any line, so that few lines say little


def learn_words(postings: Iterable[LabelledPosting]) -> LearnedWords:
    """The weight of each word for each kind of section, by the lines of labeled postings.

    It is the logarithm of how much more often the word stands in lines of that kind than in all, as a naive Bayes
    classifier has it. Words of fewer than three postings are left out.
    """
    lines: Counter[Kind] = Counter()
    counts: defaultdict[str, Counter[Kind]] = defaultdict(Counter)
    seen_in: defaultdict[str, set[str]] = defaultdict(set)
    for posting in postings:
        for line in posting.lines:
            if line.label not in Kind:
                continue
            lines[Kind(line.label)] += 1
            for word in list_words(line.plain.lower()):
                counts[word][Kind(line.label)] += 1
                seen_in[word].add(posting.id)
    usual = {word: count.total() / lines.total() for word, count in counts.items() if len(seen_in[word]) >= _FEWEST}
    return LearnedWords(
        kinds=tuple(Kind),
        words={word: _list_tenths(counts[word], lines, usual[word]) for word in sorted(usual)},
    )


def _list_tenths(count: Counter[Kind], lines: Counter[Kind], usual: float) -> tuple[int, ...]:
    shares = ((count[kind] + _DOUBT * usual) / (lines[kind] + _DOUBT) for kind in Kind)
    return tuple(round(10 * math.log(share / usual)) for share in shares)
