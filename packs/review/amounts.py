"""How an amount of money is written: the signs, words and codes of currencies, the figure, and its scale."""

import re

import msgspec
import pycountry

_SYMBOLS = {
    "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "CDN$": "CAD", "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "NZ$": "NZD",
    "US$": "USD", "USD$": "USD", "S$": "SGD", "SG$": "SGD", "HK$": "HKD", "HKD$": "HKD", "R$": "BRL", "MX$": "MXN",
    "NT$": "TWD", "R": "ZAR", "$": "USD", "£": "GBP", "€": "EUR", "₹": "INR", "¥": "JPY", "₩": "KRW", "₪": "ILS",
    "zł": "PLN", "Kč": "CZK", "₱": "PHP", "₺": "TRY", "₴": "UAH", "₦": "NGN", "฿": "THB", "₫": "VND",
    "円": "JPY", "元": "CNY", "S/": "PEN", "$ CA": "CAD",
}  # fmt: skip
_WORDS = {
    "euro": "EUR", "euros": "EUR", "pounds": "GBP", "dollars": "USD", "rupees": "INR", "rs": "INR", "yen": "JPY",
    "ksh": "KES", "kes": "KES", "kshs": "KES", "tsh": "TZS", "tshs": "TZS", "ush": "UGX", "ushs": "UGX",
    "bucks": "USD", "canadian dollars": "CAD", "australian dollars": "AUD", "new zealand dollars": "NZD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD", "us dollars": "USD", "u.s. dollars": "USD", "swiss francs": "CHF",
    "dh": "AED", "dhs": "AED", "tk": "BDT", "php": "PHP", "rm": "MYR", "n": "NGN",
    "fr": "CHF", "tl": "TRY", "kr": "kr",
}  # fmt: skip
# The crowns of the North, which all write kr: Norges Bank, Riksbanken, Nationalbanken, and Seðlabanki.
CROWNS = ("SEK", "NOK", "DKK", "ISK")
_CURRENCIES = frozenset(str(currency.alpha_3) for currency in pycountry.currencies)
ALSO_WORDS = {"ALL", "AMD", "BOB", "COU", "CUP", "PEN", "SOS", "TOP", "XTS", "XXX"}  # in capitals, also words
_KNOWN = _CURRENCIES | {"RMB", "BGN"}
_CODES = _KNOWN - ALSO_WORDS
_SIGN = "|".join(sorted(map(re.escape, _SYMBOLS.keys() - {"R", "$ CA"}), key=len, reverse=True))


def _write_codes() -> str:
    """The codes by their first letter: an expression that looks at few of them at each place."""
    by_letter: dict[str, list[str]] = {}
    for code in sorted(_CODES):
        by_letter.setdefault(code[0], []).append(code[1:])
    return "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())


# A code that is a word too is one where a space that does not break holds it to the figure, as the site writes it, or
# where the figure has thousands: PEN 4,500 a month, 90,000 ALL.
_THOUSANDS = r"\d{1,3}(?:[,.'’\u00a0\u202f ]\d{3}){1,3}"
_AFTER_PAY = r"(?=\s?(?:[-–—(),;/+]|\.?\Z|\.\s|(?:an?|per|to|gross|net)\b))"
_WORD_CODES = "|".join(sorted(ALSO_WORDS))
_CODE = (
    rf"(?-i:{_write_codes()}|(?:{_WORD_CODES})(?=\u00a0|\s{_THOUSANDS}(?:[.,]\d\d)?(?!\d){_AFTER_PAY})"
    rf"|(?<=\d{{3}}\s)(?:{_WORD_CODES}){_AFTER_PAY})"
)
_LETTER = r"(?-i:\b(?:RM?(?=\s?\d{1,3}[ ,]\d{3})|N(?=\s?\d{1,3},\d{3})))"  # rand, ringgit, naira; RM 12 is a room
_SHORT = r"(?:\b(?:(?:rs|[ktu]shs?|kes|dhs?|tk|php|kr)(?:\.|\b|(?=\d))|(?-i:Fr\.|TL\b))|(?<=\d)kr(?:\.|\b))"
_DOLLARS = r"\b(?:canadian|australian|new zealand|singapore|hong kong|u\.?s\.?) dollars\b|\bswiss francs\b"
UNIT = rf"(?:{_CODE}|\$ CA\b|{_SIGN}|{_LETTER}|{_DOLLARS}|(?:euros?|pounds|dollars|bucks|rupees|yen)\b|{_SHORT})"
# Thousands by commas, points, spaces or apostrophes, in threes or as lakhs; then cents.
_FIGURE = (
    r"\d{1,3}(?:[,.'’\u00a0\u202f ](?:\d{2}[,.])?\d{3}(?!\d)){1,3}(?:[.,](?:\d{1,2}(?!\d)|[-–—]{1,2}(?!\s?\d)))?"
    r"|\d{1,9}(?:[.,]\d{1,2}(?!\d)|\.\d{4}(?!\d))?"
)
SCALE_WORD = r"(?:k|thousand|grand|mil|tys|tis|m|bn|mio|million|billion|lakhs?|lacs?|lpa|crores?|cr|(?-i:L))"
AMOUNT_WORDS = (
    rf"(?:{UNIT}\s?){{0,2}}(?:{_FIGURE})(?:\s?(?:{SCALE_WORD}\b\.?|万))?(?:\s?(?:{UNIT}|\({_CODE}\))){{0,2}}(?![\d%])"
)
_PARTS = re.compile(
    rf"(?P<before>(?:{UNIT}\s?){{0,2}})(?P<figure>{_FIGURE})\s?(?P<scale>{SCALE_WORD}"
    rf"|万)?\.?\s?(?P<after>(?:\s?(?:{UNIT}|\({_CODE}\))){{0,2}})",
    re.IGNORECASE,
)
_UNITS = re.compile(rf"{UNIT}|(?-i:{_WORD_CODES}|\A(?:R|RM|N)\b)", re.IGNORECASE)
_LAKH = 100_000.0
_SCALES = {
    "k": 1_000.0,
    "thousand": 1_000.0,
    "grand": 1_000.0,
    "mil": 1_000.0,
    "tys": 1_000.0,
    "tis": 1_000.0,
    "lakh": _LAKH,
    "lakhs": _LAKH,
    "lac": _LAKH,
    "lacs": _LAKH,
    "lpa": _LAKH,
    "l": _LAKH,
    "万": 10_000.0,
}
SMALL_FIGURE = 1_000  # below it, a figure may be in thousands or of pay by the hour
LOOK = 60  # characters before and after an amount that say what it is for
CLAUSE = re.compile(r"[;()]|[.,:!?](?=\s)|(?<=\s)[–—](?=\s)")


class WrittenAmount(msgspec.Struct, frozen=True):
    """A figure with what is written at it."""

    value: float
    scale: float
    currency: str


def read_written_amount(text: str) -> WrittenAmount | None:
    """A figure with the currency and scale that are written at it; None for any other text."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    scale = (parts["scale"] or "").lower()
    units = _UNITS.findall(f"{parts['before']} {parts['after']}")
    currency = _choose_currency(units) or ("INR" if scale != "l" and _SCALES.get(scale) == _LAKH else "")
    return WrittenAmount(_parse_figure(parts["figure"]), _SCALES.get(scale, 1.0) if scale else 0.0, currency)


def _choose_currency(units: list[str]) -> str:
    """The currency of the signs, words and codes at a figure: a code says more than a sign that others use too."""
    code = next((unit for unit in units if unit in _KNOWN), "")
    sign = next((unit for unit in units if unit not in _KNOWN), "")
    return code or _SYMBOLS.get(sign.upper(), "") or _SYMBOLS.get(sign, "") or _WORDS.get(sign.lower().rstrip("."), "")


def find_range_currency(low: WrittenAmount | None, high: WrittenAmount | None) -> str:
    """The currency of a range, whichever end names it: $80,000 - $90,000 CAD is in Canadian dollars."""
    first, second = (amount.currency if amount else "" for amount in (low, high))
    return second if second and first in ("", "USD") else first


def _parse_figure(figure: str) -> float:
    """A figure, whose last sign parts off the cents where one or two digits follow it, or four: $15.9194 an hour."""
    whole, sign, rest = figure, "", ""
    match = re.fullmatch(r"\A(.*\d)(?:[.,](?=\d{1,2}\Z)|\.(?=\d{4}\Z))(\d{1,4})", figure)
    if match:
        whole, sign, rest = match[1], ".", match[2]
    return float(re.sub(r"\D", "", whole) + sign + rest)
