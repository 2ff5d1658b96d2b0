"""Pay as postings state it: each amount or range that is pay, with its currency, its period and its ends."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

import msgspec

from packs.posting.facts import PayPeriod, StatedPay
from packs.review.amounts import (
    AMOUNT_WORDS,
    CROWNS,
    LOOK,
    SCALE_WORD,
    SMALL_FIGURE,
    UNIT,
    WrittenAmount,
    find_range_currency,
    read_written_amount,
)
from packs.review.other_sums import RETIREMENT_PLAN, is_no_pay, is_other_sum
from packs.review.pay_periods import THREE_DECIMALS, find_stated_period, guess_period
from roles.kit.choices import PayKind

_GAP = r"\s{0,3}"
_PER = (
    r"(?:(?:/|p\.?/|\bper\b|\ban?\b){0,1}\s?(?:hour|hr|h|day|week|wk|month|mo|year|yr|annum)\b"
    r"|p\.?/?[ah]\b\.?|pcm\b)"
)
# Of pay that grows: 2,872 a month in the first year, up to 3,670.
_FIRST_YEAR = r"(?:\s(?:in|for) (?:the|your) (?:first|1st) year,?(?: and)?)?"
_LATER = r"(?:,(?=\s(?:(?:rising|increasing|growing|going) )?up to\b|\s(?:rising|increasing|growing) to\b))?"
_AND = r"and(?! (?:up|above))"
# "From … to …" in other languages; the shortest words stand only before another sum.
_TO = (
    r"bis|till|til|tot|hasta|até|à|až|iki|līdz"
    rf"|(?:a|e|y|et|und|do)(?=\s{{1,3}}(?:{UNIT}|\d[\d., \u00a0\u202f]{{0,12}}(?:{SCALE_WORD}\.?)?\s?{UNIT}))"
)
_UP_TO = (
    r"(?:capped|topped out|tops out) at|(?:no|not) more than|not to exceed|max(?:imum)?|(?<=pay )to|(?<=salary )to"
    r"|(?<=wages )to|(?<=earnings )to|bis zu|max\.|maximal|hasta|até|jusqu['’]à|fino a"
)
_STARTING = (
    r"upwards? of|(?:no|not) less than|minimum|min|ab|mindestens|min\.|desde"
    r"|à partir de|a partir de|a partire da|vanaf|från|fra|od|nuo"
)
_PLUS = r"plus\b(?! (?:an? |the |your )?(?:\d|\w*bonus|equity|benefits|commission|tips|super|\w+))"
# The word that a sign of a step or an end adds to a figure: 7,104 (Step A), $40,000 (min).
_END_NAMED = r"(?:\s?\((?:min\.?|minimum|max\.?|maximum|low|high|entry|start|step \w{1,3}|grade \w{1,3})\)){0,1}"
_ALONE = r"(?!:?\s?(?:of |is )?[$£€\d])"  # no figure of its own after it
_UNIT_OF_TIME = r"(?:hour|hr|h|day|shift|week|wk|month|mo|year|yr|annum)"
_PER_TIME = rf"(?:(?:(?:an|a|per)\s|/\s?){_UNIT_OF_TIME}\s){{0,1}}"
_OPEN = r"(?:(?:and|&|or) (?:up(?:wards?)?|above|over|more|higher)|up(?:wards?)?(?=\s?(?:[.,;:)]|\Z|doe\b|depending)))"
_RANGE = re.compile(
    rf"(?:(?<![\w.,#/-])|(?<=[a-z])(?=[$£€]))"
    rf"(?P<before>(?:up to|as much as|a maximum of|maximum of|to a maximum of|from"
    rf"|starting(?: (?:at|from))?|starts (?:at|from)|at least|a minimum of|minimum of|between|{_UP_TO}"
    rf"|{_STARTING})\s{{1,3}})?"
    rf"(?P<low>{AMOUNT_WORDS})(?:[.,][-–—]{{1,2}}|\.|/-)?(?:{_END_NAMED}{_GAP}(?:gross\b)?{_GAP}{_PER}?{_FIRST_YEAR}{_LATER}{_GAP}"
    rf"(?:to\s?-|-|–|—|−|~|to|{_AND}|up to|{_TO}|\(?(?:rising|increasing|growing|going)(?: up)? to){_GAP}"  # noqa: RUF001
    rf"(?P<high>{AMOUNT_WORDS})(?!\s?(?:hours|hrs|days|shifts)\b))?"
    rf"(?P<after>{_GAP}(?:\+(?=\s?(?:an?\b|per\b|doe\b|ote\b|yearly\b|annually\b|hourly\b|monthly\b|p\.?a\b)"
    rf"|\s?[^\w\s$£€¥]|\s?\Z)|(?:(?:an|a|per)\s|/\s?){_UNIT_OF_TIME}\s{_OPEN}|{_OPEN}|{_PER_TIME}(?:minimum|min)\b{_ALONE}"
    rf"|(?P<most>{_PER_TIME}(?:maximum|max|tops)\b{_ALONE})|{_PLUS}))?",
    re.IGNORECASE,
)
# A range whose ends are each said twice: $41,600.00 ($20.00 hr) - $46,800.00 ($22.50 hr).
_TWICE = re.compile(
    rf"(?P<low>{AMOUNT_WORDS})(?P<open>\s?\()(?P<low_rate>{AMOUNT_WORDS}\s?{_PER}\.?)(?P<close>\))"
    rf"(?P<dash>\s?(?:-|–|—|to)\s?)(?P<high>{AMOUNT_WORDS})\s?\((?P<high_rate>{AMOUNT_WORDS}\s?{_PER}\.?)\)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_MOST_SUMS = 200  # of one text
_LONGEST_LEAD = 80  # characters of a sum before its first figure: the words and signs that _RANGE takes in there
# Words for pay just before a figure that has no sign of a currency, and what may stand right after it.
_BARE_BEFORE = re.compile(
    r"\b(?:pay|comp|base|band|salary|salaries|wages?|rates?|compensation|remuneration|stipend|hourly|earn(?:s|ing)?|ctc)\b"
    r"[^.;\d$£€]{0,30}\Z",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(
    r"\s?(?:/|(?:hour|year)\b|per\b|an?\b|each\b|p\.?/?[ahm]\b|(?:hour|year|month|week|annual|dai)ly\b|annual"
    r"|doe\b|dep|based\b|gross\b"
    r"|plus\b|pro\b|\+|[,;.()–-]|\Z)",
    re.IGNORECASE,
)
# The pay of an hour to the cent needs no word before it: 26.40/hour.
_BARE_RATE = re.compile(r"\s?(?:/\s?|per |an )(?:hour|hr)\b", re.IGNORECASE)
_CENTS = re.compile(r"\d[.,]\d\d\Z")
_RISES = re.compile(r"\A[^.;]{0,120}\b(?:increas|ris|go(?:es|ing)? up|grow)\w* to\s\Z", re.IGNORECASE)
# What a figure counts that a word for pay stands before: pay grade 12.
_GRADED = re.compile(
    r"\b(?:grades?|bands?|levels?|steps?|points?|scp|class|tier|group|schedule|code|no|number|increments?)\W{0,3}\w?\Z",
    re.IGNORECASE,
)
# The least and the most that a figure without a sign is of each period.
_BARE_PAY = {
    PayPeriod.HOUR: (5, 250),
    PayPeriod.DAY: (40, 5_000),
    PayPeriod.WEEK: (100, 20_000),
    PayPeriod.MONTH: (500, 1_000_000),
    PayPeriod.YEAR: (5_000, 50_000_000),
}
_BARE_YEAR = (10_000, 50_000_000)  # where no word says what it is for
_NEXT_SUM = re.compile(r"[$£€]\s?\d")
_TOTAL = re.compile(
    r"\bote\b|on[- ]target|total (?:compensation|earnings|pay|cash|package)|with commission", re.IGNORECASE
)


class Ends(StrEnum):
    """Which ends of a pay range are named, or that it is one fixed amount."""

    CLOSED = "closed"
    TOP_ONLY = "up to"
    BOTTOM_ONLY = "and up"
    FIXED = "fixed"


class Named(msgspec.Struct, frozen=True):
    """Pay as a text states it: the range, which of its ends are named, and (start, end) of its words."""

    pay: StatedPay
    ends: Ends
    span: tuple[int, int]


def named_pay(text: str, dollar: str = "USD", told: PayPeriod | None = None, home: str = "") -> Iterator[Named]:
    """Each amount or range of pay in a text, without sums that are called something else, and only among the first
    sums.

    The period is in the words after or before it; without such words it is `told`, or else a year, or an hour for a
    small sum. `dollar` is the currency of a bare dollar sign, and `home` that of figures without any sign after a word
    for pay, "" where these are no pay.
    """
    figure = _DIGIT.search(text)
    if not figure:  # most lines, and much quicker to tell
        return
    text = _TWICE.sub(_join_ends, text) if text.count("(") > 1 else text
    first = max(0, figure.start() - _LONGEST_LEAD)  # no sum starts earlier
    before: tuple[int, tuple[PayPeriod, float] | None] = (0, None)  # the end of the last sum, and what it is for
    for found in islice(_RANGE.finditer(text, first), _MOST_SUMS):
        match = _end_at_sum(text, found)
        low, high = read_written_amount(match["low"]), read_written_amount(match["high"] or "")
        currency = find_range_currency(low, high)
        if low and not currency and home and _is_bare_pay(text, match, low, high, home):
            currency = home
        if low is None or not currency or _is_weight(match, low):
            continue
        if is_no_pay(text, match, low.value * (low.scale or 1), is_range=high is not None):
            continue
        if currency == "USD" and "USD" not in match[0].upper() and "US$" not in match[0].upper():
            currency = dollar
        elif currency == "kr":
            currency = home if home in CROWNS else CROWNS[0]
        ends = _parse_ends(match)
        read = find_stated_period(text, match, low, currency) or _read_rise(text, match, before)
        period, times = read or guess_period(told, low, high, currency)
        before = (match.end(), read)
        if period is PayPeriod.HOUR and low.value >= SMALL_FIGURE and THREE_DECIMALS.search(match["low"]):
            times /= SMALL_FIGURE
        kind = PayKind.TOTAL if _TOTAL.search(_find_around(text, match)) else None
        pay = _make_pay(low, high, ends, times)
        yield Named(
            msgspec.structs.replace(pay, currency=currency, period=period, kind=kind),
            ends,
            (match.start(), match.start() + len(match[0].rstrip())),
        )


def _join_ends(match: re.Match[str]) -> str:
    """Both ends of a range beside each other, and then those of its rate, in as many characters."""
    dash = match["dash"]
    joined = f"{match['low']}{dash}{match['high']}{match['open']}{match['low_rate']}{dash}{match['high_rate']}"
    return f"{joined})".ljust(len(match[0]))[: len(match[0])]


def _find_around(text: str, match: re.Match[str]) -> str:
    """The words around a sum, without those after the next sum, which are that one's: £30k basic, £45k OTE."""
    before = text[max(0, match.start() - LOOK) : match.start()]
    return before + _NEXT_SUM.split(text[match.end() : match.end() + LOOK], maxsplit=1)[0]


def _end_at_sum(text: str, match: re.Match[str]) -> re.Match[str]:
    """The match of the first sum alone, where the number after it is no end of a range: $500 a week and 40 hours, or
    $20 an hour and 401(k).
    """
    low, high = read_written_amount(match["low"]), read_written_amount(match["high"] or "")
    if low is None or high is None:
        return match
    if is_other_sum(text, match):
        return _RANGE.match(text, match.start(), match.end("low")) or match
    if high.currency:
        return match
    is_lower = high.scale == low.scale and high.value < low.value
    if is_lower or RETIREMENT_PLAN.match(text, match.start("high")):
        return _RANGE.match(text, match.start(), match.end("low")) or match
    return match


def _is_weight(match: re.Match[str], low: WrittenAmount) -> bool:
    """Whether pounds are those of a load, as in 50 pounds."""
    return low.value < SMALL_FIGURE and not low.scale and "pounds" in match[0].lower()


def _read_rise(
    text: str, match: re.Match[str], before: tuple[int, tuple[PayPeriod, float] | None]
) -> tuple[PayPeriod, float] | None:
    """The period of the sum before, where pay rises to a second one in the same sentence: 2,300 a month, and 2,900 is
    named after it.
    """
    end, period = before
    near = text[max(end, match.start() - 2 * LOOK) : match.start()]
    return period if period and end and _RISES.search(near) else None


def _is_bare_pay(
    text: str, match: re.Match[str], low: WrittenAmount, high: WrittenAmount | None, currency: str
) -> bool:
    """Whether a figure without a sign is pay: a word for pay stands before it, nothing that it counts after it, and it
    is as large as pay.
    """
    before = text[max(0, match.start() - LOOK) : match.start()]
    if _CENTS.search(match[0].rstrip()) and _BARE_RATE.match(text, match.end()):
        return _BARE_PAY[PayPeriod.HOUR][0] <= low.value <= _BARE_PAY[PayPeriod.HOUR][1]
    if not _BARE_BEFORE.search(before) or _GRADED.search(before) or not _BARE_AFTER.match(text, match.end()):
        return False
    found = find_stated_period(text, match, low, currency)
    least, most = _BARE_PAY[found[0]] if found else _BARE_YEAR
    scale = low.scale or (high.scale if high else 0) or 1
    return least <= low.value * scale <= most


def _make_pay(low: WrittenAmount, high: WrittenAmount | None, ends: Ends, times: float) -> StatedPay:
    shared = high.scale if high and high.scale and not low.scale and low.value < SMALL_FIGURE else 0.0
    first = low.value * (low.scale or shared or 1) * times
    if high is not None:
        own = high.scale or (low.scale if high.value < SMALL_FIGURE else 1)
        return StatedPay(low=first, high=high.value * (own or 1) * times)
    bottom = None if ends is Ends.TOP_ONLY else first
    top = None if ends is Ends.BOTTOM_ONLY else first
    return StatedPay(low=bottom, high=top)


def _parse_ends(match: re.Match[str]) -> Ends:
    before = (match["before"] or "").strip().lower()
    if match["high"]:
        return (
            Ends.BOTTOM_ONLY
            if match["after"] and not match["after"].strip().lower().startswith("plus")
            else Ends.CLOSED
        )
    if match["most"]:
        return Ends.TOP_ONLY
    if match["after"]:
        return Ends.BOTTOM_ONLY
    if (
        before == "to"
        or before.startswith(("up to", "as much as"))
        or "maximum" in before
        or re.fullmatch(_UP_TO, before)
    ):
        return Ends.TOP_ONLY
    return Ends.BOTTOM_ONLY if before and before != "between" else Ends.FIXED
