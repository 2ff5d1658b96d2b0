"""Amounts of money and pay ranges as postings write them, and where a posting states its pay."""

import re
from collections.abc import Iterator
from enum import StrEnum

import msgspec

from packs.posting.facts import PayPeriod, StatedPay
from packs.posting.value import Kind, Passage, Posting

_SYMBOLS = {
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "US$": "USD",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "₹": "INR",
}
_CODES = ("USD", "CAD", "AUD", "NZD", "GBP", "EUR", "CHF", "SEK", "NOK", "DKK", "PLN", "INR", "SGD", "JPY")
_SIGN = "|".join(sorted(map(re.escape, _SYMBOLS), key=len, reverse=True))
_CODE = "|".join(_CODES)
_FIGURE = r"\d{1,3}(?:[,  .]\d{3})+(?:\.\d\d)?|\d+(?:\.\d{1,2})?"
_AMOUNT = rf"(?:(?:{_CODE})\s?)?(?:(?:{_SIGN})\s?)?(?:{_FIGURE})(?:\s?k\b|\b)"
_GAP = r"\s{0,3}"
_AND = r"and(?! (?:up|above))"
_PLUS = r"plus\b(?! (?:bonus|equity|benefits|commission|tips|super))"
_RANGE = re.compile(
    rf"(?P<before>(?:up to|as much as|a maximum of|from|starting (?:at|from)|at least|a minimum of|between)\s{{1,3}})?"
    rf"(?P<low>{_AMOUNT})(?:{_GAP}(?:USD|CAD|EUR|GBP)?{_GAP}(?:-|–|—|to|{_AND}){_GAP}(?P<high>{_AMOUNT}))?"
    rf"(?P<after>{_GAP}(?:\+|and (?:up|above|more)|or more|{_PLUS}))?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<code>{_CODE})?\s?(?P<sign>{_SIGN})?\s?(?P<figure>{_FIGURE})\s?(?P<thousand>k)?", re.IGNORECASE
)
_CODE_AFTER = re.compile(rf"\s?({_CODE})\b")


def _compile_period_words(words: str) -> re.Pattern[str]:
    """The words for a period, matched behind a figure: few signs stand between the two."""
    return re.compile(rf"\W{{0,5}}(?:{words})", re.IGNORECASE)


_PERIODS = (
    (PayPeriod.HOUR, _compile_period_words(r"(?:(?:per|an|each)\s{0,3})?(?:hour|hr)\b|hourly")),
    (PayPeriod.DAY, _compile_period_words(r"(?:(?:per|a|each)\s{0,3})?day\b|daily")),
    (PayPeriod.WEEK, _compile_period_words(r"(?:(?:per|a|each)\s{0,3})?week\b|weekly")),
    (PayPeriod.MONTH, _compile_period_words(r"(?:(?:per|a|each)\s{0,3})?month\b|monthly")),
)
_THOUSAND = 1000
_SPEAKS_OF_PAY = re.compile(
    r"\b(?:pay|paid|salary|wages?|compensation|base|earn|earnings|rate|remuneration|ote)\b"
    r"|(?:a|per|/)\s?(?:year|hour|month|annum)\b|annual|hourly",
    re.IGNORECASE,
)
_PAY_KINDS = (Kind.ABOUT, Kind.OTHER, Kind.BENEFITS, Kind.HOW_TO_APPLY, Kind.RESPONSIBILITIES)


class Ends(StrEnum):
    """Which ends of the pay are named."""

    CLOSED = "closed"
    TOP_ONLY = "up to"
    BOTTOM_ONLY = "and up"
    FIXED = "fixed"


class Named(msgspec.Struct, frozen=True):
    """Pay as a text names it, and where it stands."""

    pay: StatedPay
    ends: Ends
    span: tuple[int, int]


def named_pay(text: str) -> Iterator[Named]:
    """Each amount or range of money in a text. Hourly, daily, weekly or monthly where the words after it say so."""
    for match in _RANGE.finditer(text):
        low, high = _PARTS.fullmatch(match["low"]), _PARTS.fullmatch(match["high"] or "")
        currency = _parse_currency(low) or _parse_currency(high) or _code_after(text, match.end())
        if low is None or not currency:
            continue
        ends = _parse_ends(match)
        yield Named(_make_pay(low, high, ends, currency, _parse_period(text, match.end())), ends, match.span())


def _make_pay(
    low: re.Match[str], high: re.Match[str] | None, ends: Ends, currency: str, period: PayPeriod
) -> StatedPay:
    first = _parse_amount(low, thousand=bool(high and high["thousand"]))
    if high is not None:
        return StatedPay(low=first, high=_parse_amount(high), currency=currency, period=period)
    bottom = None if ends is Ends.TOP_ONLY else first
    top = None if ends is Ends.BOTTOM_ONLY else first
    return StatedPay(low=bottom, high=top, currency=currency, period=period)


def _parse_ends(match: re.Match[str]) -> Ends:
    before = (match["before"] or "").strip().lower()
    if match["after"]:
        return Ends.BOTTOM_ONLY
    if match["high"]:
        return Ends.CLOSED
    if before in ("up to", "as much as", "a maximum of"):
        return Ends.TOP_ONLY
    return Ends.BOTTOM_ONLY if before and before != "between" else Ends.FIXED


def _parse_currency(parts: re.Match[str] | None) -> str:
    if parts is None:
        return ""
    return (parts["code"] or "").upper() or _SYMBOLS.get((parts["sign"] or "").upper(), "")


def _code_after(text: str, end: int) -> str:
    match = _CODE_AFTER.match(text, end)
    return match[1] if match else ""


def _parse_amount(parts: re.Match[str], *, thousand: bool = False) -> float:
    """The figure; `thousand` where only the other end of the range has a k, as in 60-70k."""
    figure = re.sub(r"[,  ](?=\d{3})|\.(?=\d{3}\b)", "", parts["figure"])
    value = float(figure)
    return value * _THOUSAND if parts["thousand"] or (thousand and value < _THOUSAND) else value


def _parse_period(text: str, end: int) -> PayPeriod:
    return next((period for period, words in _PERIODS if words.match(text, end)), PayPeriod.YEAR)


class Stated(msgspec.Struct, frozen=True):
    """Pay where the posting states it."""

    passage: Passage
    named: Named


def stated_pay(posting: Posting) -> tuple[Stated, ...]:
    """Every pay that the compensation section names, and others whose line speaks of pay."""
    return posting.find_once(Stated, lambda: tuple(_stated_pay(posting)))


def _stated_pay(posting: Posting) -> Iterator[Stated]:
    for passage in posting.passages:
        relevant = passage.kind is Kind.COMPENSATION or (
            passage.kind in _PAY_KINDS and _SPEAKS_OF_PAY.search(passage.text)
        )
        if relevant and not passage.is_boilerplate:
            yield from (Stated(passage, named) for named in named_pay(passage.text))
