"""How pay and experience are written, the same in every page and document, as the language at hand writes them.

A kit's text states no pay itself, so that text and figures agree. An answer has the tag `{{ pay }}` where the figures
belong, and a line of the job description the tag `{{ total pay }}` for the kit's own range of total compensation.
"""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from urllib.parse import urlencode

import msgspec
from babel.numbers import Locale, format_compact_currency, format_compact_decimal, format_currency
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roles.kit.choices import HeadlineKind, PayKind
from roles.kit.language import current_language, written_in
from roles.kit.value import Kit, KitFaq, KitTemplateLine
from web.language import ENGLISH

SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
THOUSAND = 1_000
MILLION = 1_000_000
DIGITS = 6  # behind the point of a short amount, at most
PAY_TAG = re.compile(r"\{\{\s?pay\s?\}\}")
TOTAL_TAG = re.compile(r"\{\{\s?total pay\s?\}\}")


def format_number(amount: float | Decimal) -> str:
    """A number with its thousands separated, as in 1,234, in the current language."""
    return number_format(amount, use_l10n=True, force_grouping=True)


def format_money(amount: int, currency: str = "USD") -> str:
    """A full amount, such as $160,000, or CHF 160,000 with a non-breaking space; 160.000 US$ in Spanish."""
    if current_language() == ENGLISH:
        return _choose_sign(currency) + f"{amount:,}"
    pattern = Locale.parse(current_language()).currency_formats["standard"].pattern.replace(".00", "")
    return format_currency(amount, currency, pattern, locale=current_language(), currency_digits=False)


def short_money(amount: int, currency: str = "USD") -> str:
    """An amount in thousands or millions, such as $160K, $162.5K or $1.2M; 162,5 mil US$ in
    Spanish. No digit is lost.
    """
    if current_language() != ENGLISH:
        return format_compact_currency(amount, currency, locale=current_language(), fraction_digits=DIGITS)
    if amount >= MILLION:
        return _choose_sign(currency) + f"{amount / MILLION:.6f}".rstrip("0").rstrip(".") + "M"
    if amount >= THOUSAND:
        return _choose_sign(currency) + f"{amount / THOUSAND:.3f}".rstrip("0").rstrip(".") + "K"
    return format_money(amount, currency)


def format_tick(amount: int, currency: str = "USD") -> str:
    """A short amount for an axis, such as $160K. In Spanish it is "160 mil": the currency is named above the axis."""
    if current_language() != ENGLISH:
        return format_compact_decimal(amount, locale=current_language(), fraction_digits=DIGITS)
    return short_money(amount, currency)


def pay_range(low: int | None, high: int | None, currency: str = "USD") -> str:
    """A range in full amounts, such as $160,000–$280,000; From or Up to where one end is None, "" where both are."""
    return _format_range(low, high, currency, format_money)


def short_pay_range(low: int | None, high: int | None, currency: str = "USD") -> str:
    """A yearly range in short amounts, such as $160K–$220K; one end alone where the other is None."""
    return _format_range(low, high, currency, short_money)


def format_years(low: int | None, high: int | None) -> str:
    """Years of experience in words, such as 4–7 years, 5+ years or Up to 1 year; "" where both are None."""
    if low is None and high is None:
        return ""
    if low is None:
        return ngettext("Up to %(years)s year", "Up to %(years)s years", high or 0) % {"years": high}
    if high is None:
        return _("%(years)s+ years") % {"years": low}
    if low == high:
        return ngettext("%(years)s year", "%(years)s years", low) % {"years": low}
    return _("%(low)s–%(high)s years") % {"low": low, "high": high}


def _choose_sign(currency: str) -> str:
    return SYMBOLS.get(currency, f"{currency}\N{NO-BREAK SPACE}")


def _format_range(low: int | None, high: int | None, currency: str, write: Callable[[int, str], str]) -> str:
    if low is not None and high is not None:
        return write(low, currency) if low == high else f"{write(low, currency)}–{write(high, currency)}"
    if low is not None:
        return _("From %(amount)s") % {"amount": write(low, currency)}
    return "" if high is None else _("Up to %(amount)s") % {"amount": write(high, currency)}


class PayHeadline(msgspec.Struct, frozen=True, kw_only=True):
    """A headline range of a role, in whole units of a currency a year. `at_least` says that the upper end is only a
    floor.

    A measured one is the middle half of a survey (25th to 75th percentile), and `median` is within it.
    """

    kind: HeadlineKind
    low: int
    high: int
    at_least: bool = False
    median: int | None = None
    currency: str = "USD"
    area: str
    period: str
    publisher: str
    source: str
    is_measured: bool = False

    @property
    def label(self) -> str:
        """What the range covers, such as "Base salary, middle half"; that addition is for measured figures."""
        kind = self.kind.label
        return _("%(kind)s, middle half") % {"kind": kind} if self.is_measured else kind

    @property
    def range(self) -> str:
        """The range in full amounts: $110,420–$174,030, or $130,000 to at least $239,200."""
        if not self.at_least:
            return pay_range(self.low, self.high, self.currency)
        ends = {"low": format_money(self.low, self.currency), "high": format_money(self.high, self.currency)}
        return _("%(low)s to at least %(high)s") % ends


class KitPay(msgspec.Struct, frozen=True):
    """A role's headline figures, measured ones first, and a text on them in Markdown in the language of kits."""

    headlines: Sequence[PayHeadline] = ()
    text: str = ""

    @property
    def measured(self) -> PayHeadline | None:
        """The first headline whose figures were measured by a survey, or None."""
        return next((headline for headline in self.headlines if headline.is_measured), None)


class JobPlace(msgspec.Struct, frozen=True, kw_only=True):
    """The place of a job for its pay: a state by postal code, and a city; both "" for the whole country."""

    state: str = ""
    city: str = ""


class OfferedRange(msgspec.Struct, frozen=True, kw_only=True):
    """A yearly pay range to take for a job: what it is, how it was made, and whose figures it is based on."""

    label: str
    low: int
    high: int
    kind: PayKind
    currency: str
    steps: str
    source: str

    @property
    def range(self) -> str:
        """The range in full amounts, such as $160,000–$220,000."""
        return pay_range(self.low, self.high, self.currency)

    @property
    def query(self) -> str:
        """The range as the query string of an address: low, high, kind and currency."""
        return urlencode({"low": self.low, "high": self.high, "kind": self.kind.value, "currency": self.currency})


class PlacePay(msgspec.Struct, frozen=True):
    """A role's pay in a place at a level: sentences, each figure with its source, and ranges to take."""

    sentences: Sequence[str]
    ranges: Sequence[OfferedRange]


def fill_pay_tags(kit: Kit, pay: KitPay) -> Kit:
    """The kit as readers see it, with figures in place of the tags in its answers and job description."""
    return msgspec.structs.replace(
        kit,
        faqs=[fill_answer(kit, faq, pay) for faq in kit.faqs],
        job_description=[fill_total(kit, line) for line in kit.job_description],
    )


def fill_total(kit: Kit, line: KitTemplateLine) -> KitTemplateLine:
    """A line of the job description with the range of total pay in place of the tag, or with a blank where the kit has
    no such range.
    """
    with written_in(kit.language):
        total = pay_range(kit.total_low, kit.total_high, kit.currency) or f"[{_('total compensation range')}]"
    return msgspec.structs.replace(line, text=TOTAL_TAG.sub(lambda _: total, line.text))


def fill_answer(kit: Kit, faq: KitFaq, pay: KitPay) -> KitFaq:
    """An answer with the role's pay in place of {{ pay }}, or with where to look for it where nothing is known."""
    with written_in(kit.language):
        text = pay.text or _("See the role’s pay page for the figures we have.")
    return msgspec.structs.replace(faq, answer=PAY_TAG.sub(lambda _: text, faq.answer))
