"""What the cells of a table of openings say: a place, and pay. What could be read in two ways is refused."""

import re
from decimal import Decimal

import msgspec
import pycountry
from django.utils.translation import gettext as _

from compensation.imports.amounts import read_amount
from compensation.imports.report import RefusedError
from packs.description.value import OfferedPay
from packs.posting.facts import OfferedPlace, PayPeriod, Workplace
from packs.posting.gazetteer import find_country, find_currency, find_dollar
from packs.reading.fields.places import read_places

HIGHEST_PAY = 999_999_999
THOUSAND = 1_000  # figures below it may be pay of an hour, a day or a week
BOTH_ENDS = 2
REMOTE = re.compile(r"\b(?:remote|remoto|remota|teletrabajo)\b", re.IGNORECASE)
HYBRID = re.compile(r"\b(?:hybrid|híbrido|híbrida)\b", re.IGNORECASE)
PERIOD_WORDS = re.compile(
    r"(?:/|\b(?:per|an?|al|por|each)\b) ?(hour|hr|h|hora|day|día|week|wk|semana|month|mo|mes|year|yr|annum|año)\b"
    r"|\b(hourly|daily|weekly|monthly|yearly|annually)\b",
    re.IGNORECASE,
)
PERIOD_LETTERS = {
    "h": PayPeriod.HOUR,
    "d": PayPeriod.DAY,
    "w": PayPeriod.WEEK,
    "s": PayPeriod.WEEK,
    "m": PayPeriod.MONTH,
    "y": PayPeriod.YEAR,
    "a": PayPeriod.YEAR,
}  # by the first letter of a match
CURRENCY_SIGNS = {
    "US$": "USD", "C$": "CAD", "CA$": "CAD", "A$": "AUD", "AU$": "AUD", "NZ$": "NZD", "S$": "SGD", "HK$": "HKD",
    "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "$": "",
}  # fmt: skip
CURRENCY_SIGN = re.compile(r"(?:US|CA|AU|NZ|HK|[CAS])?\$|[£€¥₹]|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])")
LOW_END = re.compile(r"\A(?:from|at least|min(?:imum)?\.?|desde)\s", re.IGNORECASE)
HIGH_END = re.compile(r"\A(?:up to|at most|max(?:imum)?\.?|hasta)\s", re.IGNORECASE)
BETWEEN_ENDS = re.compile(r"\s?[-–—−]\s?|\s(?:to|and|a|y)\s", re.IGNORECASE)  # noqa: RUF001
TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")  # 55.000 is 55 or 55,000


TITLE_NOTE = re.compile(r"[(,:/|]|\s[-–—]\s")  # what starts a note after a title
TITLE_NUMBER = re.compile(r"\d+|[IVX]+")


class CellError(Exception):
    """A cell that can't be read; the message says why to the person who wrote it."""


class ReadPlace(msgspec.Struct, frozen=True):
    """The places in a cell, and the workplace that it names or None."""

    places: tuple[OfferedPlace, ...] = ()
    workplace: Workplace | None = None

    @property
    def countries(self) -> list[str]:
        """The names of the countries of its places, leaving out places without one."""
        return [place.country for place in self.places if place.country]


def cut_title(title: str) -> str:
    """A title without its rank number and anything after it: Data Analyst for "Data Analyst II
    (Night shift), Denver".
    """
    words = TITLE_NOTE.split(title, maxsplit=1)[0].split()
    return " ".join(word for word in words if not TITLE_NUMBER.fullmatch(word))


def read_place_cell(cell: str) -> ReadPlace:
    """The place in a cell such as "Denver, CO", "Remote, Germany" or "Berlin (hybrid)". Raises CellError for an unknown
    place.
    """
    workplace = Workplace.REMOTE if REMOTE.search(cell) else Workplace.HYBRID if HYBRID.search(cell) else None
    is_remote = workplace is Workplace.REMOTE
    named = HYBRID.sub("", REMOTE.sub("", cell)).replace("(", " ").replace(")", " ").strip(" ,;:/-–")
    if not named:
        return ReadPlace((OfferedPlace(remote=True),) if is_remote else (), workplace)
    found = read_places(named)
    if not found:
        message = _(
            "We don’t recognize the place “%(place)s”. Enter a city with its state or country, such as Berlin, Germany."
        )
        raise CellError(message % {"place": cell})
    return ReadPlace(tuple(msgspec.structs.replace(place, remote=is_remote, words="") for place in found), workplace)


def read_pay_cell(cell: str, countries: list[str], currency: str) -> OfferedPay:
    """Base pay in a cell such as "120,000-150,000", "$120k–$150k a year", "28.50 an hour" or "up to 90000 EUR".

    Its currency is the one named, else that of the first known country in `countries`, else `currency`. Raises
    CellError for a text that is no pay or could be read in two ways.
    """
    if TWO_WAYS.search(cell):
        raise CellError(_("“%(pay)s” can be read in two ways. Enter digits only, such as 55000.") % {"pay": cell})
    period, text = _cut_period(" ".join(cell.split()))
    has_floor, has_ceiling = bool(LOW_END.match(text)) or text.endswith("+"), bool(HIGH_END.match(text))
    parts = BETWEEN_ENDS.split(HIGH_END.sub("", LOW_END.sub("", text.removesuffix("+"))).strip())
    if len(parts) > BOTH_ENDS or (len(parts) == BOTH_ENDS and (has_floor or has_ceiling)):
        raise CellError(_not_pay(cell))
    try:
        ends = [_read_end(part) for part in _share_thousands(parts)]
    except RefusedError:
        raise CellError(_not_pay(cell)) from None
    if not all(0 < end <= HIGHEST_PAY for end in ends) or ends[0] > ends[-1]:
        raise CellError(_not_pay(cell))
    if period is None and ends[-1] < THOUSAND:
        raise CellError(_("Add the period that “%(pay)s” covers, as in 25 an hour.") % {"pay": cell})
    return OfferedPay(
        low=None if has_ceiling else ends[0],
        high=None if has_floor else ends[-1],
        currency=_find_currency(cell, countries, currency),
        period=period or PayPeriod.YEAR,
    )


def _not_pay(cell: str) -> str:
    message = _("“%(pay)s” isn’t a pay figure. Enter a figure or a range, lowest first, such as 120000-150000.")
    return message % {"pay": cell}


def _cut_period(text: str) -> tuple[PayPeriod | None, str]:
    match = PERIOD_WORDS.search(text)
    if match is None:
        return None, text
    word = (match[1] or match[2]).lower()
    return PERIOD_LETTERS[word[0]], f"{text[: match.start()]} {text[match.end() :]}".strip()


def _share_thousands(parts: list[str]) -> list[str]:
    """The ends of a range, the first with the k of the second where it has none: 120-150k."""
    bare = [CURRENCY_SIGN.sub("", part).strip() for part in parts]
    if len(bare) == BOTH_ENDS and bare[1][-1:] in ("k", "K") and bare[0].isdecimal() and len(bare[0]) <= len("999"):
        return [f"{bare[0]}k", bare[1]]
    return bare


def _read_end(text: str) -> Decimal:
    return Decimal(str(round(read_amount(text), 2))).normalize() + 0


def _find_currency(cell: str, countries: list[str], usual: str) -> str:
    named = {CURRENCY_SIGNS.get(sign, sign) or find_dollar(countries) for sign in CURRENCY_SIGN.findall(cell)}
    if len(named) > 1:
        raise CellError(_("“%(pay)s” names two currencies. Keep one of them.") % {"pay": cell})
    for code in named:
        if not pycountry.currencies.get(alpha_3=code):
            raise CellError(
                _("We don’t recognize the currency “%(code)s”. Use a three-letter code, such as USD.") % {"code": code}
            )
        return code
    codes = filter(None, map(find_country, countries))
    return next(filter(None, map(find_currency, codes)), usual)
