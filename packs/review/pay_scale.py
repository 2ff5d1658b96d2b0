"""Scales of pay, as public offices write them: each point of the grade, from the first to the last."""

import re
from collections.abc import Sequence
from itertools import pairwise

import msgspec

from packs.review.money import Ends, Named

_FEWEST_POINTS = 4
_STEP = re.compile(r"\s?[,;–-]?\s{1,3}(?:and )?")  # between the points


def join_scale(text: str, named: Sequence[Named]) -> Sequence[Named]:
    """The pay named in a text, where its figures are the rising points of one scale as one range, else as it is."""
    if len(named) < _FEWEST_POINTS or any(one.ends is not Ends.FIXED for one in named):
        return named
    pairs = [*pairwise(named)]
    is_rising = all((one.pay.low or 0) < (other.pay.low or 0) for one, other in pairs)
    if not is_rising or not all(_STEP.fullmatch(text[one.span[1] : other.span[0]]) for one, other in pairs):
        return named
    pay = msgspec.structs.replace(named[0].pay, high=named[-1].pay.high)
    return [Named(pay, Ends.CLOSED, (named[0].span[0], named[-1].span[1]))]
