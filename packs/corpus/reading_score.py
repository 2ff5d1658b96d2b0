"""How well a posting is read: its sections and headings."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from packs.corpus.labelled import HEADING_PREFIX, LabelledPosting, split_words
from packs.corpus.tally import Tally
from packs.posting.value import Kind, Posting

_KINDS = {kind.value for kind in Kind}


def score_sections(labelled: LabelledPosting, posting: Posting, words: Tally) -> None:
    """Count in `words` each word in a section of the right kind, and each in a wrong section or in none. Title,
    headings and the facts of the job have no kind and aren't counted.
    """
    wanted = [(word, line.label) for line in labelled.lines for word in line.words]
    got = [*_list_read_words(posting)]
    right = [False] * len(wanted)
    matcher = SequenceMatcher(None, [word for word, _ in wanted], [word for word, _ in got], autojunk=False)
    for start, other, size in matcher.get_matching_blocks():
        for offset in range(size):
            right[start + offset] = wanted[start + offset][1] == got[other + offset][1].removeprefix(HEADING_PREFIX)
    counted = [is_right for (_, label), is_right in zip(wanted, right, strict=True) if label in _KINDS]
    words.found += sum(counted)
    words.missed += len(counted) - sum(counted)
    words.mistakes += _list_wrong_lines(labelled, right)


def score_headings(labelled: LabelledPosting, posting: Posting, headings: Tally) -> None:
    """Count in `headings` those that start a section of the right kind. A heading within a line, before a colon, isn't
    labeled; one of the right kind isn't counted.
    """
    wanted = [
        (" ".join(line.words), line.label.removeprefix(HEADING_PREFIX))
        for line in labelled.lines
        if line.label.startswith(HEADING_PREFIX)
    ]
    inline = {(" ".join(line.words), line.label) for line in labelled.lines if line.label in _KINDS}
    got = [(" ".join(split_words(section.heading)), section.kind.value) for section in posting.sections]
    known = set(wanted)
    headings.compare(
        labelled.id,
        wanted,
        (
            (heading, kind)
            for heading, kind in got
            if heading
            and ((heading, kind) in known or not any(kind == k and text.startswith(heading) for text, k in inline))
        ),
    )


def _list_read_words(posting: Posting) -> Iterator[tuple[str, str]]:
    yield from ((word, "title") for word in split_words(posting.title))
    for section in posting.sections:
        yield from ((word, HEADING_PREFIX + section.kind) for word in split_words(section.heading))
        yield from ((word, section.kind.value) for line in section.lines for word in split_words(line.text))


def _list_wrong_lines(labelled: LabelledPosting, right: list[bool]) -> Iterator[str]:
    at = 0
    for line in labelled.lines:
        size = len(line.words)
        if line.label in _KINDS and not all(right[at : at + size]):
            yield f"{labelled.id}: {line.label}: {line.text}"
        at += size
