"""What the cells of a table of openings say: a place, and pay. What could be read in two ways is refused."""

import re
from decimal import Decimal

import msgspec
import pycountry
from django.utils.translation import gettext as _

from compensation.imports.amounts import CURRENCY_SIGN, CURRENCY_SIGNS, read_amount
from compensation.imports.report import RefusedError
from packs.description.value import OfferedPay
from packs.posting.facts import OfferedPlace, PayPeriod, Workplace
from packs.posting.gazetteer import find_country, find_currency, find_dollar
from packs.reading.fields.places import read_places

HIGHEST_PAY = 999_999_999
THOUSAND = 1_000  # figures below it may be pay of an hour, a day or a week
BOTH_ENDS = 2
REMOTE = re.compile(
    r"\b(?:(?:fully|100 ?%) )?(?:remote(?:ly)?|home[- ]based|wfh|work(?:ing)? from (?:home|anywhere)|anywhere"
    r"|remoto|remota|teletrabajo)\b",
    re.IGNORECASE,
)
HYBRID = re.compile(r"\b(?:hybrid|híbrido|híbrida)\b", re.IGNORECASE)
ON_SITE = re.compile(r"\b(?:on[- ]?site|in[- ](?:the )?office|in[- ]person|presencial)\b", re.IGNORECASE)
LOOSE_WORDS = re.compile(r"\A(?:or|and|in|within|from|o|y|en)\s|\s(?:or|and|o|y)\Z", re.IGNORECASE)
PERIOD_WORDS = re.compile(
    r"(?:/ ?|\b(?:per|an?|al|por|each|every) )(hour|hr|h|hora|day|día|week|wk|semana|month|mo|mes|year|yr|annum|año)\b"
    r"|(?<!-)\b(hourly|daily|weekly|monthly|yearly|annually|annual)\b|(?<![a-z])p\.?(?:c\.?)?([hdwma])(?:\.|\b)",
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
NOTES = re.compile(r"\b(?:gross|brutos?|brutto|brut|base|before tax)\b", re.IGNORECASE)  # pay is before tax
# Currencies of a sign that several have, of which a code beside it names one: $90,000 CAD.
SHARED_SIGNS = {
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "BRL", "CLP", "COP", "ARS"),
    "kr": ("SEK", "NOK", "DKK", "ISK"),
    "¥": ("JPY", "CNY"),
}
LOW_END = re.compile(
    r"\A(?:from|start(?:ing)? (?:at|from)|at least|(?:a )?min(?:imum)?\.?(?: of)?|desde)\s", re.IGNORECASE
)
HIGH_END = re.compile(r"\A(?:up to|at most|(?:a )?max(?:imum)?\.?(?: of)?|hasta)\s", re.IGNORECASE)
BOTH_WORDS = re.compile(r"\A(?:from|between|entre|de|desde|von|zwischen)\s", re.IGNORECASE)  # before a range
BETWEEN_ENDS = re.compile(r"\s?[-–—−~]\s?|\s(?:to|and|a|y|bis|und)\s", re.IGNORECASE)  # noqa: RUF001
TWO_WAYS = re.compile(r"(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?![\d.,])")  # 55.000 is 55 or 55,000
# Thousands and what India counts in, as in 25 LPA or 1.2 crore; and figures grouped as there: 25,00,000.
SCALES = {"k": 1, "lakh": 100, "lac": 100, "lpa": 100, "crore": 10_000, "cr": 10_000}  # in thousands
SCALE = re.compile(r"\s?(k|lakh|lac|lpa|crore|cr)s?\Z", re.IGNORECASE)
SCALE_OF_INDIA = re.compile(r"\d\s?(?:lakh|lac|lpa|crore)s?\b", re.IGNORECASE)
LAKHS = re.compile(r"\d{1,2}(?:,\d{2}){1,4},\d{3}(?:\.\d{1,2})?")


TITLE_NOTE = re.compile(r"[(,:/|]|\s[-–—]\s")  # what starts a note after a title
TITLE_NUMBER = re.compile(r"\d+|[IVX]+|[x×]\d+")


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
    worded = ((Workplace.REMOTE, REMOTE), (Workplace.HYBRID, HYBRID), (Workplace.ON_SITE, ON_SITE))
    workplace = next((kind for kind, words in worded if words.search(cell)), None)
    is_remote = workplace is Workplace.REMOTE
    named = re.sub(r"[()]", " ", ON_SITE.sub("", HYBRID.sub("", REMOTE.sub("", cell.replace("L.A.", "Los Angeles")))))
    named = LOOSE_WORDS.sub("", named.strip(" ,;:/-–")).strip(" ,;:/-–")
    if not named:
        return ReadPlace((OfferedPlace(remote=True),) if is_remote else (), workplace)
    found = read_places(named)
    if not found:
        message = _(
            "We don’t recognize the place “%(place)s.” Enter a city with its state or country, such as Berlin, Germany."
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
    period, text = _cut_periods(cell)
    low, high, parts = _split_ends(text)
    try:
        ends = _read_ends(parts) if len(parts) <= BOTH_ENDS else []
    except RefusedError:
        ends = []
    if not ends or not all(0 < end <= HIGHEST_PAY for end in ends) or ends[0] > ends[-1]:
        raise CellError(_not_pay(cell))
    if period is None and ends[-1] < THOUSAND:
        raise CellError(_("Add the period that “%(pay)s” covers, as in 25 an hour.") % {"pay": cell})
    return OfferedPay(
        low=ends[0] if low else None,
        high=ends[-1] if high else None,
        currency=_find_currency(cell, countries, currency),
        period=period or PayPeriod.YEAR,
    )


def _not_pay(cell: str) -> str:
    message = _("“%(pay)s” isn’t a pay figure. Enter a figure or a range, lowest first, such as 120000-150000.")
    return message % {"pay": cell}


def _cut_periods(cell: str) -> tuple[PayPeriod | None, str]:
    """The period that a cell names at one end or both, and the cell without it. Raises CellError for two periods."""
    text = NOTES.sub(" ", cell)
    periods = {PERIOD_LETTERS[next(filter(None, match.groups()))[0].lower()] for match in PERIOD_WORDS.finditer(text)}
    if len(periods) > 1:
        raise CellError(_not_pay(cell))
    return next(iter(periods), None), " ".join(PERIOD_WORDS.sub(" ", text).split()).strip(" /")


def _split_ends(text: str) -> tuple[bool, bool, list[str]]:
    """Whether the text names the low and the high end of a range, and its figures: between 5 and 6, up to 6, 5+."""
    if HIGH_END.match(text):
        return False, True, [HIGH_END.sub("", text)]
    parts = BETWEEN_ENDS.split(BOTH_WORDS.sub("", text))
    if len(parts) > 1:
        return True, True, parts
    has_floor = bool(LOW_END.match(text)) or text.endswith("+")
    return True, not has_floor, [LOW_END.sub("", text.removesuffix("+"))]


def _read_ends(parts: list[str]) -> list[Decimal]:
    """The ends of a range in whole units. The first has the scale of the second where it has none: 120-150k, 25-30 LPA.

    Raises RefusedError.
    """
    bare = [CURRENCY_SIGN.sub(_keep_scale, part).strip() for part in parts]
    scales = [SCALE.search(part) for part in bare]
    if scales[-1] and not scales[0] and bare[0].isdecimal() and len(bare[0]) <= len("999"):
        scales[0] = scales[-1]
    return [_read_end(SCALE.sub("", part), scale[1] if scale else "") for part, scale in zip(bare, scales, strict=True)]


def _keep_scale(sign: re.Match[str]) -> str:
    return sign[0] if sign[0].lower() in SCALES else ""


def _read_end(text: str, scale: str) -> Decimal:
    digits = text.replace(",", "") if LAKHS.fullmatch(text) else text
    amount = read_amount(f"{digits}k") * SCALES[scale.lower()] if scale else read_amount(digits)
    return Decimal(str(round(amount, 2))).normalize() + 0


def _find_currency(cell: str, countries: list[str], usual: str) -> str:
    signs = {sign.rstrip(".") for sign in CURRENCY_SIGN.findall(cell) if sign.lower() not in SCALES}
    codes = {CURRENCY_SIGNS.get(sign, sign.removesuffix("$")) for sign in signs} - {""}
    shared = next((sign for sign in signs if sign in SHARED_SIGNS), "")
    if len(codes) > 1 or (shared and not codes.issubset(SHARED_SIGNS[shared])):
        raise CellError(_("“%(pay)s” names two currencies. Keep one of them.") % {"pay": cell})
    for code in codes:
        if not pycountry.currencies.get(alpha_3=code):
            raise CellError(
                _("We don’t recognize the currency “%(code)s.” Use a three-letter code, such as USD.") % {"code": code}
            )
        return code
    return _find_home_currency(shared, countries) or ("INR" if SCALE_OF_INDIA.search(cell) else usual)


def _find_home_currency(sign: str, countries: list[str]) -> str:
    """The currency of the countries, which a sign that several have may name; "" where neither tells."""
    if sign == "$":
        return find_dollar(countries)
    homes = [money for code in map(find_country, countries) if code and (money := find_currency(code))]
    return next((money for money in homes if not sign or money in SHARED_SIGNS[sign]), SHARED_SIGNS.get(sign, ("",))[0])
