"""Where a posting states its pay."""

import re
from collections.abc import Iterator

import msgspec

from packs.posting.gazetteer import find_dollar
from packs.posting.value import Kind, Passage, Posting
from packs.review.money import Ends, Named, named_pay

_SPEAKS_OF_PAY = re.compile(
    r"\b(?:pay|paid|salary|wages?|compensation|base|earn|earnings|rate|remuneration|ote|grade|band)\b"
    r"|(?:a|per|/)\s?(?:year|hour|month|annum)\b|annual|hourly",
    re.IGNORECASE,
)
_LONGEST_TOP_LINE = 160  # of a line of facts under the title, such as London · hybrid · £50,000-£55,000
_PAY_KINDS = (Kind.ABOUT, Kind.OTHER, Kind.BENEFITS, Kind.HOW_TO_APPLY, Kind.RESPONSIBILITIES)


class Stated(msgspec.Struct, frozen=True):
    """Pay where the posting states it."""

    passage: Passage
    named: Named


def stated_pay(posting: Posting) -> tuple[Stated, ...]:
    """Every pay that the compensation section names, and others whose line speaks of pay."""
    return posting.find_once(Stated, lambda: tuple(_stated_pay(posting)))


def _stated_pay(posting: Posting) -> Iterator[Stated]:
    dollar = find_dollar(place.country for place in posting.places)
    for passage in posting.passages:
        relevant = passage.kind is Kind.COMPENSATION or (
            passage.kind in _PAY_KINDS and _SPEAKS_OF_PAY.search(passage.text)
        )
        is_top_line = passage.section == 0 and passage.kind is Kind.ABOUT and len(passage.text) <= _LONGEST_TOP_LINE
        if (relevant or is_top_line) and not passage.is_boilerplate:
            for named in named_pay(passage.text, dollar):
                if relevant or named.ends is Ends.CLOSED:
                    yield Stated(passage, named)
