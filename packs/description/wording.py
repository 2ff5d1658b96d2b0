"""How a job description puts its facts into words, in the language of kits whatever the site speaks.

The words that pay laws ask for stand in the text itself. What a posting lacks is said in the site's own language.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from packs.description.value import (
    COMPANY_NAME,
    EXPERIENCE_BLANK,
    HIGHEST_BASE,
    JOB_TITLE,
    LOWEST_BASE,
    PAY,
    TOTAL_RANGE,
    JobDescription,
    OfferedPay,
)
from packs.posting.gazetteer import find_dollar
from roles.kit.blanks import Blank, distinct_blanks
from roles.kit.choices import PayKind
from roles.kit.figures import format_money, format_years
from roles.kit.language import of_kits, written_in
from web.language import ENGLISH, text_language

RANGES_KEPT = 1000  # of pay, as they are worded
# What a press puts into a field for a requirement of pay law, by the requirement's name: a start, to be made true.
LAW_WORDINGS = {
    "benefits": ("benefits", gettext_lazy("Health insurance, paid time off and a retirement plan")),
    "how-to-apply": ("how_to_apply", gettext_lazy("To apply, send your résumé to [application address].")),
    "collective-agreement": (
        "other",
        gettext_lazy("The collective agreement [name of the collective agreement] applies to this job."),
    ),
    "ready-to-pay-more": (
        "other",
        gettext_lazy("We are willing to pay more, depending on qualifications and experience."),
    ),
    "fair-chance": (
        "equal_opportunity",
        gettext_lazy(
            "We will consider qualified applicants with arrest or conviction records, as fair chance law requires."
        ),
    ),
}
KNOWN_BLANKS = {
    COMPANY_NAME: gettext_lazy("company name"),
    JOB_TITLE: gettext_lazy("job title"),
    EXPERIENCE_BLANK: gettext_lazy("years of experience"),
    PAY: gettext_lazy("pay"),
    LOWEST_BASE: gettext_lazy("lowest base salary"),
    HIGHEST_BASE: gettext_lazy("highest base salary"),
    TOTAL_RANGE: gettext_lazy("total compensation range"),
}
# What the license of O*NET asks for, at the end of every document that is made from its facts.
ONET_CREDIT = (
    "This includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training "
    "Administration (USDOL/ETA), used under the CC BY 4.0 license (https://creativecommons.org/licenses/by/4.0/). "
    "O*NET® is a trademark of USDOL/ETA. Rolebook chose skills, tools and education by their figures and put them "
    "into its own words. USDOL/ETA has not approved, endorsed or tested these changes."
)
MISSING_LABELS = {
    "title": gettext_lazy("a job title"),
    "description": gettext_lazy("lines"),
    "organization": gettext_lazy("the company name"),
    "places": gettext_lazy("a place"),
    "place_country": gettext_lazy("the country where the job is"),
    "applicant_countries": gettext_lazy("the country where people may work remotely"),
    "deadline": gettext_lazy("a deadline that hasn’t passed and isn’t before the posting date"),
}


def find_home_dollar(description: JobDescription) -> str:
    """The currency that a bare dollar sign stands for in a description's places, such as USD, or CAD for Toronto."""
    return find_dollar(place.country for place in description.places)


@of_kits()
def format_amount(figure: Decimal, currency: str, home_dollar: str = "USD") -> str:
    """A pay figure in words, such as $160,000, or $23.50 with cents; US$160,000 where readers have another dollar."""
    whole, cents = divmod(figure.quantize(Decimal("0.01")), 1)
    amount = format_money(int(whole), currency) + (f"{cents:.2f}"[1:] if cents else "")
    return f"US{amount}" if currency == "USD" != home_dollar and amount.startswith("$") else amount


def pay_figures(pay: OfferedPay, home_dollar: str = "USD") -> str:
    """The range with its period, such as "$160,000–$220,000 a year"; "" without figures. For `home_dollar` see
    `find_home_dollar`.
    """
    if not pay.is_given:
        return ""
    without_words = msgspec.structs.replace(pay, bonus="", equity="")  # what people write isn't kept
    return _word_figures(without_words, home_dollar, text_language())


@lru_cache(RANGES_KEPT)
def _word_figures(pay: OfferedPay, home_dollar: str, language: str) -> str:
    """The words of `pay_figures` in a language. Kept, as a preview says the same range several times."""
    ends = (pay.low, pay.high)
    with written_in(language):
        low, high = (None if end is None else format_amount(end, pay.currency, home_dollar) for end in ends)
        if low and high:
            figures = low if low == high else f"{low}–{high}"
        elif low:
            figures = _("From %(amount)s") % {"amount": low}
        else:
            figures = _("Up to %(amount)s") % {"amount": high}
        return f"{figures} {pay.period.label}"


@of_kits()
def pay_sentence(pay: OfferedPay, home_dollar: str = "USD") -> str:
    """The kind of pay with its range, and what a total includes, without a full stop. For `home_dollar` see
    `find_home_dollar`.
    """
    if not pay.is_given:
        return ""
    counts = _(", including base salary, bonus and equity") if pay.kind is PayKind.TOTAL else ""
    return f"{pay.kind.label}: {pay_figures(pay, home_dollar)}{counts}"


@of_kits()
def word_pay_line(description: JobDescription, asked: Collection[str], pay: str = "") -> str:
    """One line on the pay that satisfies every place: base range, other pay, benefits and deadline, as far as `asked`
    names them (range, other-pay, benefits, deadline) and fields say them; "" where no pay is asked for.

    `pay` words the figures, where the line shouldn't have the blank that the fields fill.
    """
    if "range" not in asked:
        return ""
    offered, benefits = description.pay, [line.strip() for line in description.benefits.splitlines() if line.strip()]
    extras = "; ".join(filter(None, (offered.bonus, offered.equity)))
    parts = {"range": pay or f"[{blank_name(PAY)}]"}
    if "other-pay" in asked:
        parts["other-pay"] = _word_other_pay(extras, offered)
    if "benefits" in asked and benefits:
        parts["benefits"] = _("Benefits: %(list)s") % {"list": ", ".join(benefits)}
    if "deadline" in asked and (description.deadline or description.ongoing):
        parts["deadline"] = (
            _("Applications close on %(day)s") % {"day": format_day(description.deadline)}
            if description.deadline
            else _("Applications are accepted on an ongoing basis")
        )
    return " ".join(f"{part.rstrip('.')}." for part in parts.values())


@of_kits()
def word_whole_pay() -> str:
    """The words for other pay where there is none, in the language of kits."""
    return _("none; the salary is the total pay")


def _word_other_pay(extras: str, offered: OfferedPay) -> str:
    """What is paid beside the salary. A total counts more than the salary, so that it's asked for what."""
    if extras or offered.kind is PayKind.TOTAL:
        return _("Other pay: %(extras)s") % {"extras": extras or f"[{_('bonus and equity')}]"}
    return _("There is no other pay: the salary is the total pay")


@of_kits()
def format_day(when: date | None) -> str:
    """A day in words, such as March 5, 2027, or 5 de marzo de 2027 in the language of kits; "" for None."""
    if when is None:
        return ""
    return f"{when:%B} {when.day}, {when.year}" if text_language() == ENGLISH else date_format(when, "DATE_FORMAT")


def blank_name(name: str) -> str:
    """The name that templates have for a blank that a field fills, such as job title, in the language of kits. Raises
    KeyError for a name that isn't one of those blanks.
    """
    return _name_blanks(text_language())[name]


@cache
def _name_blanks(language: str) -> dict[str, str]:
    """The names of KNOWN_BLANKS in a language."""
    with written_in(language):
        return {name: str(words) for name, words in KNOWN_BLANKS.items()}


def list_blank_names(*names: str) -> set[str]:
    """The names that these of KNOWN_BLANKS have in the language of kits. Raises KeyError for any other name."""
    return {blank_name(name) for name in names}


@of_kits()
def word_experience(description: JobDescription) -> str:
    """The job's years of experience in words, in the language of kits."""
    return format_years(description.experience_min, description.experience_max)


def list_known_values(description: JobDescription) -> dict[str, str]:
    """The values that fields give to blanks that templates often use, by the blank's name; "" where
    a field is empty.
    """
    ranges, home_dollar = description.list_pay(), find_home_dollar(description)
    base, total = (next((pay for pay in ranges if pay.kind is kind), None) for kind in (PayKind.BASE, PayKind.TOTAL))
    words = {
        COMPANY_NAME: description.company,
        JOB_TITLE: description.title,
        EXPERIENCE_BLANK: word_experience(description),
        PAY: "; ".join(pay_sentence(pay, home_dollar) for pay in ranges),
        LOWEST_BASE: format_amount(base.low, base.currency, home_dollar) if base and base.low is not None else "",
        HIGHEST_BASE: format_amount(base.high, base.currency, home_dollar) if base and base.high is not None else "",
        TOTAL_RANGE: pay_figures(total, home_dollar) if total else "",
    }
    return {blank_name(name): words[name] for name in _list_known(description)}


def blank_values(description: JobDescription) -> dict[str, str]:
    """The values for the blanks in the description's texts, by name; a field's value goes before a typed one."""
    return {**description.values, **list_known_values(description)}


def blanks_to_ask(description: JobDescription) -> list[Blank]:
    """The blanks in the description's texts that no field fills, each once in reading order."""
    filled_elsewhere = list_blank_names(*_list_known(description))
    return [blank for blank in distinct_blanks(_list_texts(description)) if blank.key not in filled_elsewhere]


def _list_known(description: JobDescription) -> Iterator[str]:
    """Those of KNOWN_BLANKS that fields fill, or would fill: the figures of a kind of pay only where it is given."""
    yield from (COMPANY_NAME, JOB_TITLE, EXPERIENCE_BLANK, PAY)
    given = {pay.kind for pay in description.list_pay()}
    if PayKind.BASE in (*given, description.pay.kind):
        yield from (LOWEST_BASE, HIGHEST_BASE)
    if PayKind.TOTAL in given:
        yield TOTAL_RANGE


def _list_texts(description: JobDescription) -> Iterator[str]:
    yield from (description.title, description.about_company)
    yield from (line.text for line in description.lines)  # of a dropped line too: it may come back
    yield from (description.pay.bonus, description.pay.equity, description.benefits)
    yield from (description.how_to_apply, description.other, description.equal_opportunity)


def describe_missing(missing: Iterable[str]) -> list[str]:
    """The words, in the current language, for what a posting lacks for job sites; `missing` has names of
    MISSING_LABELS.
    """
    return [str(MISSING_LABELS[name]) for name in missing]
