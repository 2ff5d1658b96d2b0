"""Amounts of money and pay ranges as postings write them."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice

import msgspec
import pycountry

from packs.posting.facts import PayPeriod, StatedPay
from roles.kit.choices import PayKind

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
    "canadian dollars": "CAD", "australian dollars": "AUD", "new zealand dollars": "NZD", "singapore dollars": "SGD",
    "hong kong dollars": "HKD", "us dollars": "USD", "u.s. dollars": "USD", "swiss francs": "CHF",
    "dh": "AED", "dhs": "AED", "tk": "BDT", "php": "PHP", "rm": "MYR", "n": "NGN",
    "fr": "CHF", "tl": "TRY", "kr": "kr",
}  # fmt: skip
# The crowns of the North, which all write kr: Norges Bank, Riksbanken, Nationalbanken, and Seðlabanki.
_CROWNS = ("SEK", "NOK", "DKK", "ISK")
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
_UNIT = rf"(?:{_CODE}|\$ CA\b|{_SIGN}|{_LETTER}|{_DOLLARS}|(?:euros?|pounds|dollars|rupees|yen)\b|{_SHORT})"
# Thousands by commas, points, spaces or apostrophes, in threes or as lakhs; then cents.
_FIGURE = (
    r"\d{1,3}(?:[,.'’\u00a0\u202f ](?:\d{2}[,.])?\d{3}(?!\d)){1,3}(?:[.,](?:\d{1,2}(?!\d)|[-–—]{1,2}(?!\s?\d)))?"
    r"|\d{1,9}(?:[.,]\d{1,2}(?!\d)|\.\d{4}(?!\d))?"
)
_SCALE = r"(?:k|mil|tys|tis|m|bn|mio|million|billion|lakhs?|lacs?|lpa|crores?|cr|(?-i:L))"
_AMOUNT = (
    rf"(?:{_UNIT}\s?){{0,2}}(?:{_FIGURE})(?:\s?(?:{_SCALE}\b\.?|万))?(?:\s?(?:{_UNIT}|\({_CODE}\))){{0,2}}(?![\d%])"
)
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
    rf"|(?:a|e|y|et|und|do)(?=\s{{1,3}}(?:{_UNIT}|\d[\d., \u00a0\u202f]{{0,12}}(?:{_SCALE}\.?)?\s?{_UNIT}))"
)
_UP_TO = r"bis zu|max\.|maximal|hasta|até|jusqu['’]à|fino a"
_STARTING = r"ab|mindestens|min\.|desde|à partir de|a partir de|a partire da|vanaf|från|fra|od|nuo"
_PLUS = r"plus\b(?! (?:an? |the |your )?(?:\d|\w*bonus|equity|benefits|commission|tips|super|\w+))"
_RANGE = re.compile(
    rf"(?:(?<![\w.,#/-])|(?<=[a-z])(?=[$£€]))"
    rf"(?P<before>(?:up to|as much as|a maximum of|maximum of|to a maximum of|from"
    rf"|starting(?: (?:at|from))?|starts (?:at|from)|at least|a minimum of|minimum of|between|{_UP_TO}"
    rf"|{_STARTING})\s{{1,3}})?"
    rf"(?P<low>{_AMOUNT})(?:[.,][-–—]{{1,2}}|\.|/-)?(?:{_GAP}(?:gross\b)?{_GAP}{_PER}?{_FIRST_YEAR}{_LATER}{_GAP}"
    rf"(?:to\s?-|-|–|—|−|~|to|{_AND}|up to|{_TO}|\(?(?:rising|increasing|growing|going)(?: up)? to){_GAP}"  # noqa: RUF001
    rf"(?P<high>{_AMOUNT})(?!\s?(?:hours|hrs|days|shifts)\b))?"
    rf"(?P<after>{_GAP}(?:\+(?=\s?(?:an?\b|per\b|doe\b|ote\b|yearly\b|annually\b|hourly\b|monthly\b|p\.?a\b)"
    rf"|\s?[^\w\s$£€¥]|\s?\Z)|(?:an|a|per) (?:hour|day|week|month|year) (?:and (?:up|above)|or (?:more|above|higher))"
    rf"|and (?:up|above|more)|or more|{_PLUS}))?",
    re.IGNORECASE,
)
_PARTS = re.compile(
    rf"(?P<before>(?:{_UNIT}\s?){{0,2}})(?P<figure>{_FIGURE})\s?(?P<scale>{_SCALE}"
    rf"|万)?\.?\s?(?P<after>(?:\s?(?:{_UNIT}|\({_CODE}\))){{0,2}})",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_UNITS = re.compile(rf"{_UNIT}|(?-i:{_WORD_CODES}|\A(?:R|RM|N)\b)", re.IGNORECASE)
_LAKH = 100_000.0
_SCALES = {
    "k": 1_000.0,
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
_SMALL = 1_000
_THREE_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")  # of pay by the hour, as in $40.714
_MOST_SUMS = 200  # of one text
_LOOK = 60  # characters before and after an amount that say what it is for
_CENTS = 2


def _compile_period(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)


# What a figure is for, and how many of the period its words mean: a fortnight is half as much a week. A pay period is
# two weeks, as for most workers of the United States (Bureau of Labor Statistics, length of pay periods, 2023).
_PERIODS = (
    (
        PayPeriod.WEEK,
        0.5,
        _compile_period(
            r"bi-?weekly|pay[- ]?(?:periods?|checks?)|fortnight(?:ly)?"
            r"|(?:every )?(?:(?:two|2) weeks|(?:other|second) week)"
        ),
    ),
    (PayPeriod.WEEK, 0.25, _compile_period(r"(?:every )?(?:four|4) weeks|four-weekly")),
    (
        PayPeriod.MONTH,
        2.0,
        _compile_period(r"semi-?monthly|(?:twice|two times|2x) (?:a|per|each|every) month|twice monthly"),
    ),
    (
        PayPeriod.HOUR,
        1.0,
        _compile_period(
            r"hour|hours|hr|hourly|(?<=/)h|p\.?/?h\.?|ph|stunde|stündlich|heure|hora|ora|uur|timme"
            r"|godz\w{0,4}|hodin\w{0,3}"
        ),
    ),
    (PayPeriod.DAY, 1.0, _compile_period(r"day|daily|p/?d|diem|tag|jour|día|dia|giorno")),
    (PayPeriod.WEEK, 1.0, _compile_period(r"week|weekly|p\.?/?w\.?|wk|woche|semaine|semana|settimana")),
    (
        PayPeriod.MONTH,
        1.0,
        _compile_period(
            r"month|monthly|p\.?c\.?m\.?|p/?m|mo|mth|monat(?:lich)?|mois|mensuel(?:le)?s?|mes|mensual(?:es)?|mese"
            r"|mensil[ei]|mês|mensa(?:l|is)|maand(?:elijks)?|mån(?:ad)?|måned|mies(?:ięcznie"
            r"|iąc)?|měs(?:íčně|íc)?|mesačne|mesiac|mėn(?:esį|esiui)?|mēn(?:esī)?"
        ),
    ),
    (PayPeriod.MONTH, 1.0, _compile_period(r"(?<!\d )(?<!\d)p\.m\.?")),  # 5 p.m. is a time
    (
        PayPeriod.YEAR,
        1.0,
        _compile_period(
            r"year|yearly|annum|annual|annually|annualized|p\.?/?a\.?|yr|lpa|año|anua(?:l|les|is)|jahr"
            r"|jährlich|ano|anno|(?<=par )an|année"
            r"|annu[oiae]|annuel(?:le)?s?|jaar|år|rok|rocznie|ročn[ěe]|metus|gadā"
        ),
    ),
)
# Between a figure and the words for its period stand few others.
_FILLERS = re.compile(
    r"(?:/-|[\s,(/.]|\b(?:per|an?|each|every|gross|net|lord[oi]|bruto|brutto|brut|brutos?|before tax|in|on|usd|cad"
    r"|eur|gbp|the|base|paid"
    r"|salary|pay(?!(?:[- ]?(?:periods?|checks?))\b)"
    r"|is|of|al|par|pro|im|de|por|na|za|i|pr|rate|wage|vat|gst|tax|before|after|excl\.?|incl\.?|excluding"
    r"|including)\b|\+(?= ?(?:vat|gst|tax)\b)|\bl[’'](?=heure)|[/€£$]){0,8}",
    re.IGNORECASE,
)
_SLASH_H = re.compile(r"/h\b")
# The currencies in which a figure this small is the pay of an hour, where nothing says so.
_HOURLY = {"USD": 150, "CAD": 150, "GBP": 100, "EUR": 100, "AUD": 150, "NZD": 150}
_NO_PAY = re.compile(
    r"401|\b403\b|403b|insur|coverage|premiums?\b|deductible|budget|revenue|turnover|sales|fund(?!ac)|raised"
    r"|valuation|million"
    r"|billion|\bmatch|allowance|stipend|reimburs|discount|tuition|voucher|referral|relocation|assets|portfolio"
    r"|grants?\b"
    r"|capital|worth|savings|sign(?:ing)?[- ]on|signing bonus|bonus|per diem|learning|training|equipment|home office"
    r"|account|contract value|loan|donat|donor|cash handling|fee\b|fees\b|fine\b|deposit|lunch|meal|transit"
    r"|commut|phone"
    r"|prize|gift|tips|wellness|gym|property|claims|invoic|purchas|orders|spend|customers|users|hsa|pension"
    r"|thank[- ]you\b|packaging|premium|differential|per mile|commission of"
    r"|\b(?:room|rent|bunk|lodging|housing|uniform|tools"
    r"|boots|clothing)\b|\bbring in|\bmoney\b|exercise|fundrais",
    re.IGNORECASE,
)
_PLAN = re.compile(r"40[13] ?\(?[kb]\b", re.IGNORECASE)
_NEXT = re.compile(r"\s(?:\+|plus|and)\s")
# A plan for retirement or study, named by its section of the Internal Revenue Code with a stray dollar sign.
_DOLLAR_PLAN = re.compile(r"\$\s?(?:401\s?\(?k|403\s?\(?b|(?:457|529)\s?\([a-z])\b", re.IGNORECASE)
# What a sum is for, where it is no pay: $600 a year for a home desk.
_PURPOSE = re.compile(
    r"\A\s*(?:(?:(?:an?|per|each|every|/)\s?\w+|once|one[- ](?:time|off)|up front) )?"
    r"(?:for|towards?|to spend(?: on)?|on) (?:(?:an?|your|each|every|any) "
    r"|books|tools"
    r"|boots|courses|conferences|childcare|classes|home|internet)",
    re.IGNORECASE,
)
# Words for pay just before a figure that has no sign of a currency, and what may stand right after it.
_BARE_BEFORE = re.compile(
    r"\b(?:pay|salary|salaries|wages?|rates?|compensation|remuneration|stipend|hourly|earn(?:s|ing)?|ctc)\b"
    r"[^.;\d$£€]{0,30}\Z",
    re.IGNORECASE,
)
_BARE_AFTER = re.compile(
    r"\s?(?:/|per\b|an?\b|each\b|p\.?/?[ahm]\b|(?:hour|year|month|week|annual|dai)ly\b|annual|doe\b|dep|based\b|gross\b"
    r"|plus\b|pro\b|\+|[,;.()–-]|\Z)",
    re.IGNORECASE,
)
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
# A rate for each piece of work, which no period of pay can hold.
_PIECE = re.compile(
    r"\s?(?:/|per |an? |each )(?:mile|km|kilomet(?:er|re)|piece|unit|load|delivery|word|page|head|acre)\b",
    re.IGNORECASE,
)
_NAMED_BEFORE = re.compile(
    rf"(?:{_NO_PAY.pattern})\w{{0,20}}(?: (?:per|an?|each) \w{{1,9}})?\s?[(,:]\s?(?:\w+ ){{0,2}}\Z", re.IGNORECASE
)
# Sums that are no base pay although a word for pay stands beside them: what comes before and after tells.
_SIDE_BEFORE = re.compile(
    r"\b(?:salary (?:packag\w+|sacrific\w+)|novated lease)\b[^.;:]{0,30}\Z"
    r"|\b(?:(?:medical|dental|vision)(?: (?:plans?|cover|care|costs?))?|health (?:plans?|cover|care))"
    r"(?: (?:is|are|at|for|about))?\s\Z"
    r"|\btips\b[^.;:\d]{0,25}\b(?:came|come|added?|bring|ran|run|averaged?|averaging|usually|typically|about|around"
    r"|worth)\b"
    r"[^.;:\d]{0,20}\Z"
    r"|\b(?:exercise|take-home|test|assignment|test task|pull request|case study|work sample"
    r"|trial (?:day|shift|task))\b[^.;:]{0,50}\b(?:pay|paid|pays|fee)\b[^.;:\d]{0,12}\Z",
    re.IGNORECASE,
)
_SIDE_AFTER = re.compile(
    r"\A[^.;:,\d]{0,12}\b(?:for|per|as|if|when)\b[^.;:,\d]{0,20}\b(?:referral|recommend\w*|introduc\w+|friend|refer)\b"
    r"|\A\s?(?:an hour |per hour |/hr? |ph )?(?:after|over|beyond|past) (?:\d\d?|eight|ten|twelve|forty) hours\b"
    r"|\A\s?(?:an hour |per hour |/hr? |ph )?(?:for|on|in) overtime\b",
    re.IGNORECASE,
)
# What customers pay: Lessons run $45-$60.
_PRICED = re.compile(
    r"\b(?:costs?(?: (?:us|you|them|(?:our |the )?(?:customers|guests|clients|members|families|people)))?|priced at"
    r"|sell(?:s|ing)? for|sold for|we charge(?: \w+){0,2}|(?:lessons?|tickets?|classes|prices?|plates?|mains"
    r"|bottles?|rooms?"
    r"|haircuts?|rents?|memberships?|courses) (?:runs?|ranges?|starts?|goes|go|are|is)(?: (?:for|from|at))?)\s\Z",
    re.IGNORECASE,
)
# What a part-time job pays of a full-time sum that stands before it: £27,200 FTE (£21,760 actual).
_PART = re.compile(r"\A\s?(?:actual|pro[- ]?rata)\b", re.IGNORECASE)
_FULL = re.compile(r"\d[^.;\d]{0,12}\b(?:FTE|full[- ]time equivalent)\b[^.;\d]{0,25}\Z", re.IGNORECASE)
# A recruiter's name for the range, where nothing stands before it: Budget: €400-€450 a day.
_BUDGET = re.compile(r"\A\W{0,3}(?:(?:our|client|hiring|the) ){0,2}budget(?: (?:is|of))?\W{0,3}\Z", re.IGNORECASE)
_EXTRA = re.compile(
    r"\b(?:plus|and(?! pays? \Z| earns? \Z)|with|additional|extra|another|more|\+)\b[^.;]{0,12}\Z|\+\s?\Z",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"\bote\b|on[- ]target|total (?:compensation|earnings|pay|cash|package)|with commission", re.IGNORECASE
)
# The period of a sum further on in the sentence: the monthly salary at grade 8, step 1, is.
_NAMED_PERIOD = re.compile(
    r"\b(hourly|daily|weekly|monthly|annual|yearly) (?:\w+ )?(?:pay|salary|wage|rate)\b"
    r"(?:(?![.;] )[^\d]|\d{1,2}\b){0,60}\Z",
    re.IGNORECASE,
)
_PAY_WORD = re.compile(
    r"\b(?:pay|salary|salaries|wages?|compensation|rate|base|earn|range|remuneration|scale)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"[;()]|[.,:!?](?=\s)|(?<=\s)[–—](?=\s)")


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


class _Amount(msgspec.Struct, frozen=True):
    """A figure with what is written at it."""

    value: float
    scale: float
    currency: str


def named_pay(text: str, dollar: str = "USD", told: PayPeriod | None = None, home: str = "") -> Iterator[Named]:
    """Each amount or range of pay in a text, without sums that are called something else, and only among the first
    sums.

    The period is in the words after or before it; without such words it is `told`, or else a year, or an hour for a
    small sum. `dollar` is the currency of a bare dollar sign, and `home` that of figures without any sign after a word
    for pay, "" where these are no pay.
    """
    if not _DIGIT.search(text):  # most lines, and much quicker to tell
        return
    before: tuple[int, tuple[PayPeriod, float] | None] = (0, None)  # the end of the last sum, and what it is for
    for found in islice(_RANGE.finditer(text), _MOST_SUMS):
        match = _end_at_sum(text, found)
        low, high = _read_amount(match["low"]), _read_amount(match["high"] or "")
        currency = _find_currency(low, high)
        if low and not currency and home and _is_bare_pay(text, match, low, high, home):
            currency = home
        if low is None or not currency or _is_weight(match, low) or _is_no_pay(text, match, is_range=high is not None):
            continue
        if currency == "USD" and "USD" not in match[0].upper() and "US$" not in match[0].upper():
            currency = dollar
        elif currency == "kr":
            currency = home if home in _CROWNS else _CROWNS[0]
        ends = _parse_ends(match)
        read = _find_period(text, match, low, currency) or _read_rise(text, match, before)
        period, times = read or _guess_period(told, low, high, currency)
        before = (match.end(), read)
        if period is PayPeriod.HOUR and low.value >= _SMALL and _THREE_DECIMALS.search(match["low"]):
            times /= _SMALL
        kind = PayKind.TOTAL if _TOTAL.search(text[max(0, match.start() - _LOOK) : match.end() + _LOOK]) else None
        pay = _make_pay(low, high, ends, times)
        yield Named(
            msgspec.structs.replace(pay, currency=currency, period=period, kind=kind),
            ends,
            (match.start(), match.start() + len(match[0].rstrip())),
        )


def _end_at_sum(text: str, match: re.Match[str]) -> re.Match[str]:
    """The match of the first sum alone, where the number after it is no end of a range: $500 a week and 40 hours, or
    $20 an hour and 401(k).
    """
    low, high = _read_amount(match["low"]), _read_amount(match["high"] or "")
    if low is None or high is None:
        return match
    if _is_other_sum(text, match):
        return _RANGE.match(text, match.start(), match.end("low")) or match
    if high.currency:
        return match
    is_lower = high.scale == low.scale and high.value < low.value
    if is_lower or _PLAN.match(text, match.start("high")):
        return _RANGE.match(text, match.start(), match.end("low")) or match
    return match


def _is_other_sum(text: str, match: re.Match[str]) -> bool:
    """Whether the second sum is no end of the range but the pay of overtime, or after a comma a bonus."""
    after = _CLAUSE.split(text[match.end() : match.end() + _LOOK])[0]
    is_apart = "," in text[match.end("low") : match.start("high")]
    return bool(_SIDE_AFTER.match(after.lstrip() if is_apart else after) or (is_apart and _NO_PAY.search(after)))


def _is_weight(match: re.Match[str], low: _Amount) -> bool:
    """Whether pounds are those of a load, as in 50 pounds."""
    return low.value < _SMALL and not low.scale and "pounds" in match[0].lower()


def _read_rise(
    text: str, match: re.Match[str], before: tuple[int, tuple[PayPeriod, float] | None]
) -> tuple[PayPeriod, float] | None:
    """The period of the sum before, where pay rises to a second one in the same sentence: 2,300 a month, and 2,900 is
    named after it.
    """
    end, period = before
    near = text[max(end, match.start() - 2 * _LOOK) : match.start()]
    return period if period and end and _RISES.search(near) else None


def _is_bare_pay(text: str, match: re.Match[str], low: _Amount, high: _Amount | None, currency: str) -> bool:
    """Whether a figure without a sign is pay: a word for pay stands before it, nothing that it counts after it, and it
    is as large as pay.
    """
    before = text[max(0, match.start() - _LOOK) : match.start()]
    if not _BARE_BEFORE.search(before) or _GRADED.search(before) or not _BARE_AFTER.match(text, match.end()):
        return False
    found = _find_period(text, match, low, currency)
    least, most = _BARE_PAY[found[0]] if found else _BARE_YEAR
    scale = low.scale or (high.scale if high else 0) or 1
    return least <= low.value * scale <= most


def _read_amount(text: str) -> _Amount | None:
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    scale = (parts["scale"] or "").lower()
    units = _UNITS.findall(f"{parts['before']} {parts['after']}")
    currency = _choose_currency(units) or ("INR" if scale != "l" and _SCALES.get(scale) == _LAKH else "")
    return _Amount(_parse_figure(parts["figure"]), _SCALES.get(scale, 1.0) if scale else 0.0, currency)


def _choose_currency(units: list[str]) -> str:
    """The currency of the signs, words and codes at a figure: a code says more than a sign that others use too."""
    code = next((unit for unit in units if unit in _KNOWN), "")
    sign = next((unit for unit in units if unit not in _KNOWN), "")
    return code or _SYMBOLS.get(sign.upper(), "") or _SYMBOLS.get(sign, "") or _WORDS.get(sign.lower().rstrip("."), "")


def _find_currency(low: _Amount | None, high: _Amount | None) -> str:
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


def _make_pay(low: _Amount, high: _Amount | None, ends: Ends, times: float) -> StatedPay:
    shared = high.scale if high and high.scale and not low.scale and low.value < _SMALL else 0.0
    first = low.value * (low.scale or shared or 1) * times
    if high is not None:
        own = high.scale or (low.scale if high.value < _SMALL else 1)
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
    if match["after"]:
        return Ends.BOTTOM_ONLY
    if before.startswith(("up to", "as much as")) or "maximum" in before or re.fullmatch(_UP_TO, before):
        return Ends.TOP_ONLY
    return Ends.BOTTOM_ONLY if before and before != "between" else Ends.FIXED


def _find_period(text: str, match: re.Match[str], low: _Amount, currency: str) -> tuple[PayPeriod, float] | None:
    """What the figures are for by the words around them, and how many of it."""
    fillers = _FILLERS.match(text, match.end())
    start = fillers.end() if fillers else match.end()
    after = ("hour " if _SLASH_H.match(text, start - 1) else "") + text[start:][:14]
    found = _match_period(after)
    if not found:
        found = _match_period(match[0]) or _find_last_period(text[max(0, match.start() - _LOOK) : match.start()])
    if found and not (found[0] is PayPeriod.HOUR and _is_too_much(text, match, low, currency)):
        return found
    return None


def _guess_period(told: PayPeriod | None, low: _Amount, high: _Amount | None, currency: str) -> tuple[PayPeriod, float]:
    """What figures are for that no word beside them says: what the posting tells elsewhere, or else by their size."""
    is_hourly = not low.scale and not (high and high.scale) and low.value < _HOURLY.get(currency, 0)
    return (PayPeriod.HOUR if is_hourly else told or PayPeriod.YEAR), 1.0


def _is_too_much(text: str, match: re.Match[str], low: _Amount, currency: str) -> bool:
    """Whether a sum is no pay of an hour, whose word stands further off: 15,232 for 20 hours a week."""
    is_apart = not _match_period(text[match.end() :][:14]) and not _THREE_DECIMALS.search(match["low"])
    return is_apart and low.value >= _SMALL and currency in _HOURLY


def _match_period(text: str) -> tuple[PayPeriod, float] | None:
    """The period whose words start a text or stand in a range."""
    at = text.lstrip(" -")
    for period, times, words in _PERIODS:
        if words.match(at) or (at and at[0].isdigit() is False and words.search(at[:2])):
            return period, times
    return None


def _find_last_period(text: str) -> tuple[PayPeriod, float] | None:
    """The period that a label before a figure names, as in Monthly salary."""
    clause = _CLAUSE.split(text.replace(":", " "))[-1]
    named = _NAMED_PERIOD.search(text)
    for period, times, words in _PERIODS:
        if words.search(clause) or (named and words.fullmatch(named[1])):
            return period, times
    return None


def _is_no_pay(text: str, match: re.Match[str], *, is_range: bool) -> bool:
    """Whether the words around a sum call it something else than pay."""
    scale = re.search(r"(?<=[\d\s])(?:m|bn|mio|million|billion|crores?|cr)\b", match[0], re.IGNORECASE)
    if (
        _DOLLAR_PLAN.match(text, match.start("low"))
        or _PIECE.match(text, match.end())
        or (scale and not re.search(r"[a-z]{3}", match[0][: scale.start()]))
    ):
        return True
    near = text[max(0, match.start() - _LOOK) : match.start()]
    if not is_range and _is_on_side(near, text[match.end() : match.end() + _LOOK]):
        return True
    before = _CLAUSE.split(near)[-1]
    after = _NEXT.split(_CLAUSE.split(text[match.end() : match.end() + _LOOK])[0])[0]
    if _PAY_WORD.search(before):
        return False
    if _PRICED.search(before) or (_NAMED_BEFORE.search(near) and not (is_range and _BUDGET.match(near))):
        return True
    if is_range:
        is_spent = bool(_NO_PAY.search(before)) and not _BUDGET.match(near)
        return is_spent or bool(re.match(r"\s?(?:million|billion|in )", after))
    return bool(_PURPOSE.match(after) or _NO_PAY.search(before) or _NO_PAY.search(after) or _EXTRA.search(before))


def _is_on_side(before: str, after: str) -> bool:
    """Whether a sum between two texts is paid beside the base pay, or is the part of a full-time sum named before."""
    is_part = bool(_PART.match(after) and _FULL.search(before))
    return is_part or bool(_SIDE_BEFORE.search(before) or _SIDE_AFTER.match(after))
