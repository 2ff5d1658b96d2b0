"""What a figure of pay is for: an hour, a week, a year, by the words around it or by its size."""

import re

from packs.posting.facts import PayPeriod
from packs.review.amounts import CLAUSE, LOOK, SMALL_FIGURE, WrittenAmount

THREE_DECIMALS = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")  # of pay by the hour, as in $40.714


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
# More than is paid for such a period in these currencies: $61,000, paid biweekly, is for a year.
_MOST = {PayPeriod.DAY: 10_000, PayPeriod.WEEK: 20_000, PayPeriod.MONTH: 45_000}
# The period of a sum further on in the sentence: the monthly salary at grade 8, step 1, is.
_NAMED_PERIOD = re.compile(
    r"\b(hourly|daily|weekly|monthly|annual|yearly) (?:\w+ )?(?:pay|salary|wage|rate)\b"
    r"(?:(?![.;] )[^\d]|\d{1,2}\b){0,60}\Z",
    re.IGNORECASE,
)


def find_stated_period(
    text: str, match: re.Match[str], low: WrittenAmount, currency: str
) -> tuple[PayPeriod, float] | None:
    """What the figures are for by the words around them, and how many of it."""
    fillers = _FILLERS.match(text, match.end())
    start = fillers.end() if fillers else match.end()
    after = ("hour " if _SLASH_H.match(text, start - 1) else "") + text[start:][:14]
    found = _match_period(after)
    if not found:
        found = _match_period(match[0]) or _find_last_period(text[max(0, match.start() - LOOK) : match.start()])
    if not found or (found[0] is PayPeriod.HOUR and _is_too_much(text, match, low, currency)):
        return None
    is_paid_out = currency in _HOURLY and low.value * (low.scale or 1) >= _MOST.get(found[0], float("inf"))
    return None if is_paid_out else found


def guess_period(
    told: PayPeriod | None, low: WrittenAmount, high: WrittenAmount | None, currency: str
) -> tuple[PayPeriod, float]:
    """What figures are for that no word beside them says: what the posting tells elsewhere, or else by their size."""
    is_hourly = not low.scale and not (high and high.scale) and low.value < _HOURLY.get(currency, 0)
    return (PayPeriod.HOUR if is_hourly else told or PayPeriod.YEAR), 1.0


def _is_too_much(text: str, match: re.Match[str], low: WrittenAmount, currency: str) -> bool:
    """Whether a sum is no pay of an hour, whose word stands further off: 15,232 for 20 hours a week."""
    is_apart = not _match_period(text[match.end() :][:14]) and not THREE_DECIMALS.search(match["low"])
    return is_apart and low.value >= SMALL_FIGURE and currency in _HOURLY


def _match_period(text: str) -> tuple[PayPeriod, float] | None:
    """The period whose words start a text or stand in a range."""
    at = text.lstrip(" -")
    for period, times, words in _PERIODS:
        if words.match(at) or (at and at[0].isdigit() is False and words.search(at[:2])):
            return period, times
    return None


def _find_last_period(text: str) -> tuple[PayPeriod, float] | None:
    """The period that a label before a figure names, as in Monthly salary."""
    clause = CLAUSE.split(text.replace(":", " "))[-1]
    named = _NAMED_PERIOD.search(text)
    for period, times, words in _PERIODS:
        if words.search(clause) or (named and words.fullmatch(named[1])):
            return period, times
    return None
