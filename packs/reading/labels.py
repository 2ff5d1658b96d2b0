"""Labels on a line of their own, with their fact on the next one, as pages of jobs set them."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.facts import read_label
from packs.review.money import named_pay

_FEWEST_PAIRS = 3  # that make a block of facts; a line under a heading is one pair
_LONGEST_VALUE = 90
_LONGEST_SENTENCE = 160  # characters of a fact that stands among others
_MOST_WORDS = 6
_WORD = re.compile(r"[^\W\d_]+")


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    facts: frozenset[str]
    never_alone: frozenset[str]
    others: frozenset[str]


_WORDS = msgspec.yaml.decode(Path(__file__).with_name("labels.yaml").read_bytes(), type=_Words)
_KNOWN = _WORDS.facts | _WORDS.others


def is_label(text: str) -> bool:
    """Whether a line is a label alone, by its words: Job type, Closing date, Pay scale & grade."""
    words = _WORD.findall(text.casefold())
    if not 0 < len(words) <= _MOST_WORDS or any(sign.isdigit() for sign in text) or text.endswith((".", "?", "!")):
        return False
    is_alone = len(words) == 1 and words[0] in _WORDS.never_alone
    return not is_alone and not _WORDS.facts.isdisjoint(words) and _KNOWN.issuperset(words)


def join_labels(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks, where a text sets at least three labels above their facts, with each label before its fact."""
    firsts = {index for index in range(len(blocks) - 1) if _is_pair(blocks[index], blocks[index + 1])}
    firsts -= {index + 1 for index in firsts}
    if len(firsts) < _FEWEST_PAIRS:
        return list(blocks)
    for index in range(2, len(blocks) - 1):
        if index - 2 in firsts and index - 1 not in firsts and _is_among_pairs(blocks[index], blocks[index + 1]):
            firsts.add(index)
    return [*_join_pairs(blocks, firsts)]


def _join_pairs(blocks: Sequence[TextBlock], firsts: set[int]) -> Iterable[TextBlock]:
    for index, block in enumerate(blocks):
        if index - 2 in firsts and _leads_on(blocks[index - 1]) and index not in firsts:
            continue
        if index - 1 in firsts:
            label = blocks[index - 1]
            more = blocks[index + 1].text if _leads_on(block) and index + 1 not in {*firsts, len(blocks)} else ""
            text = f"{label.text.rstrip(': ')}: {block.text} {more}".rstrip()
            yield msgspec.structs.replace(block, text=text, gap=label.gap, role=BlockRole.PARAGRAPH)
        elif index not in firsts:
            yield block


def _leads_on(value: TextBlock) -> bool:
    """Whether the fact of a label is on the line after, as in 1 vacancy in this place:."""
    return value.text.endswith(":")


def _is_among_pairs(label: TextBlock, value: TextBlock) -> bool:
    """Whether a label that stands right after a pair has its fact on the next line, whatever that is."""
    is_plain = label.role in (BlockRole.PARAGRAPH, value.role) and value.role in (BlockRole.PARAGRAPH, BlockRole.BULLET)
    return is_plain and is_label(label.text) and not is_label(value.text) and len(value.text) <= _LONGEST_SENTENCE


def _is_pair(label: TextBlock, value: TextBlock) -> bool:
    """Whether a line is a label alone and the next one its fact; both may stand apart, where every line does."""
    is_plain = label.role is value.role in (BlockRole.PARAGRAPH, BlockRole.BULLET) and (label.gap or not value.gap)
    if not is_plain or not is_label(label.text) or is_label(value.text):
        return False
    if any(named_pay(value.text)):
        return True
    is_short = len(value.text) <= _LONGEST_VALUE and not value.text.endswith(":")
    return is_short and not read_label(value.text) and (not value.text.endswith(".") or len(value.text.split()) <= 4)  # noqa: PLR2004
