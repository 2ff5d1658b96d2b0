"""Amounts of money as people of any country type them. What could be read in two ways is refused, never guessed."""

import re

from compensation.imports.report import RefusedError

LONGEST_AMOUNT = 40  # characters; longer text is no amount
THOUSANDS = {"k": 1_000, "K": 1_000}
SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}", " "))
APOSTROPHES = str.maketrans(
    dict.fromkeys("`\N{ACUTE ACCENT}\N{RIGHT SINGLE QUOTATION MARK}\N{MODIFIER LETTER APOSTROPHE}", "'")
)
# The signs and short words at an amount, with the code of their currency, "" where several countries have the same.
CURRENCY_SIGNS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD",
    "R$": "BRL", "MX$": "MXN", "NT$": "TWD", "$": "", "£": "GBP", "€": "EUR", "¥": "", "₹": "INR", "₩": "KRW",
    "₪": "ILS", "₱": "PHP", "₺": "TRY", "₴": "UAH", "₦": "NGN", "฿": "THB", "₫": "VND", "zł": "PLN", "Kč": "CZK",
    "Ft": "HUF", "lei": "RON", "Rs.": "INR", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "R": "ZAR", "Fr.": "CHF",
    "kr.": "", "kr": "",
}  # fmt: skip
_WORDS = "|".join(re.escape(sign) for sign in CURRENCY_SIGNS if sign[0].isalpha() and "$" not in sign)
# A sign, or a word or code that stands by itself or after the k of thousands.
_SIGN = rf"[A-Z]{{0,3}}\$|[£€¥₹₩₪₱₺₴₦฿₫]|(?<![^\W\d_k])(?:{_WORDS}|[A-Z]{{3}})(?![^\W\d_])"
CURRENCY_SIGN = re.compile(_SIGN)
_OUTER_SIGN = re.compile(rf"\A(?:{_SIGN})|(?:{_SIGN})\Z")
DIGITS_ALONE = re.compile(r"([0-9]+)(?:([.,])([0-9]+))?")
GROUPED = re.compile(r"([0-9]{1,3}(?:([ ',.])[0-9]{3})(?:\2[0-9]{3})*)(?:([.,])([0-9]{1,2}|[0-9]{4,}))?")
LAKHS = re.compile(r"([0-9]{1,2}(?:,[0-9]{2}){1,3},[0-9]{3})(?:\.([0-9]{1,2}))?")  # 25,00,000, as India writes it
GROUP = 3  # digits of a group of thousands


def read_amount(text: str) -> float:
    """The amount in a cell, such as 160000, 160,000.00, 160.000,00, 160 000, 160'000, 1,60,000, 160k or EUR 160,000.

    A comma before three digits groups thousands. Raises RefusedError for a point before three digits (160.000), for a
    range, and for any other text.
    """
    bare = text.translate(SPACES).translate(APOSTROPHES).strip()
    if len(bare) > LONGEST_AMOUNT:
        raise RefusedError("no wage", f"{len(bare)} characters")
    for _ in ("before", "after"):
        bare = _OUTER_SIGN.sub("", bare, count=1).strip()
    times = THOUSANDS.get(bare[-1:], 1)
    number = bare[:-1].rstrip() if times > 1 else bare
    return _read_number(number, text) * times


def read_whole_amount(text: str) -> int:
    """An amount in whole units. Raises RefusedError for cents, and for what `read_amount` refuses."""
    amount = read_amount(text)
    if not amount.is_integer():
        raise RefusedError("expected an amount in whole units", text)
    return int(amount)


def _read_number(number: str, text: str) -> float:
    if plain := DIGITS_ALONE.fullmatch(number):
        whole, mark, rest = plain[1], plain[2], plain[3] or ""
        if mark and len(rest) == GROUP and len(whole) <= GROUP and not whole.startswith("0"):
            if mark == ".":
                raise RefusedError("an amount that can be read in two ways: write it in digits only", text)
            return float(whole + rest)
        if mark == "," and len(rest) > GROUP:
            raise RefusedError("no wage", text)
        return float(f"{whole}.{rest or 0}")
    if grouped := GROUPED.fullmatch(number):
        whole, group, mark, rest = grouped[1], grouped[2], grouped[3], grouped[4] or "0"
        if mark != group:
            return float(f"{whole.replace(group, '')}.{rest}")
    if lakhs := LAKHS.fullmatch(number):
        return float(f"{lakhs[1].replace(',', '')}.{lakhs[2] or 0}")
    raise RefusedError("no wage", text)
