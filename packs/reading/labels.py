"""Labels on a line of their own, with their fact on the next one, as pages of jobs set them."""

import re
from collections.abc import Iterable, Sequence

import msgspec

from packs.reading.blocks import BlockRole, TextBlock
from packs.reading.facts import read_label
from packs.review.money import named_pay

_FEWEST_PAIRS = 3  # that make a block of facts; a line under a heading is one pair
_LONGEST_VALUE = 90
_WHAT = r"(?:job|position|post|work|vacancy|contract|employment|opening|closing|application|posting)"
_LABEL = re.compile(
    rf"(?:{_WHAT} )?(?:locations?|types?|number|no\.?|id|ref(?:erence)?\.?|requisition id|title|department|division"
    r"|date|grade|band|hours|site|town|city|contract|closing|closes|deadline|schedule|status|category|main area"
    r"|remote type|time type|posted on|employer|organi[sz]ation|company|salary|pay|wage)(?: (?:range|date))?:?",
    re.IGNORECASE,
)


def join_labels(blocks: Sequence[TextBlock]) -> list[TextBlock]:
    """The blocks, where a text sets at least three labels above their facts, with each label before its fact."""
    firsts = {index for index in range(len(blocks) - 1) if _is_pair(blocks[index], blocks[index + 1])}
    if len(firsts) < _FEWEST_PAIRS:
        return list(blocks)
    return [*_join_pairs(blocks, firsts)]


def _join_pairs(blocks: Sequence[TextBlock], firsts: set[int]) -> Iterable[TextBlock]:
    for index, block in enumerate(blocks):
        if index - 1 in firsts:
            label = blocks[index - 1]
            yield msgspec.structs.replace(block, text=f"{label.text.rstrip(': ')}: {block.text}", gap=label.gap)
        elif index not in firsts:
            yield block


def _is_pair(label: TextBlock, value: TextBlock) -> bool:
    """Whether a line is a label alone and the next one its fact."""
    is_plain = label.role is value.role is BlockRole.PARAGRAPH and not value.gap
    if not is_plain or not _LABEL.fullmatch(label.text) or _LABEL.fullmatch(value.text):
        return False
    is_pay = any(named_pay(value.text))
    return is_pay or (
        len(value.text) <= _LONGEST_VALUE and not value.text.endswith((".", ":")) and not read_label(value.text)
    )
