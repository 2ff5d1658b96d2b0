"""What a role pays, as its pages say it: headline figures with their sources, and the text that replaces a tag.

A kit's text states no pay itself. It has the tag `{{ pay }}` where the figures belong, so that text and figures agree.
"""

import re
from collections.abc import Sequence

import msgspec
from django.utils.translation import gettext

from roles.kit.choices import HeadlineKind
from roles.kit.figures import format_money, pay_range
from roles.kit.value import Kit, KitFaq

PAY_TAG = re.compile(r"\{\{\s?pay\s?\}\}")
NO_FIGURE = "Which figures are loaded is on the role's pay page."


class PayHeadline(msgspec.Struct, frozen=True, kw_only=True):
    """A range that stands at the head of a role. `at_least` says that the upper end is only known to be that or more.

    A measured one is the middle half of a survey, between the 25th and the 75th percentile; `median` lies within it.
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
        """What the range counts: Base salary, middle half."""
        kind = self.kind.label
        return gettext("%(kind)s, middle half") % {"kind": kind} if self.is_measured else kind

    @property
    def range(self) -> str:
        """The range in full amounts: $110,420–$174,030, or $130,000 to at least $239,200."""
        if not self.at_least:
            return pay_range(self.low, self.high, self.currency)
        ends = {"low": format_money(self.low, self.currency), "high": format_money(self.high, self.currency)}
        return gettext("%(low)s to at least %(high)s") % ends


class KitPay(msgspec.Struct, frozen=True):
    """The headline figures of a role, measured ones first, and a text in Markdown, in the language of kits."""

    headlines: Sequence[PayHeadline] = ()
    text: str = ""

    @property
    def measured(self) -> PayHeadline | None:
        """The first that was measured."""
        return next((headline for headline in self.headlines if headline.is_measured), None)


def fill_pay_tags(kit: Kit, pay: KitPay) -> Kit:
    """The kit as readers see it: the figures stand where its answers have the tag."""
    return msgspec.structs.replace(kit, faqs=[fill_answer(faq, pay) for faq in kit.faqs])


def fill_answer(faq: KitFaq, pay: KitPay) -> KitFaq:
    """An answer with the figures in place of the tag."""
    return msgspec.structs.replace(faq, answer=PAY_TAG.sub(lambda _: pay.text or NO_FIGURE, faq.answer))
