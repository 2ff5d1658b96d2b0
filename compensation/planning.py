"""Plan a pay range for a job: a published figure, moved to an area, aged where asked, and its width judged."""

from datetime import date
from decimal import Decimal

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from compensation.areas import in_area
from compensation.figures import ComputedFigure, EditorialFigure, FactorFigure, Provenance
from roles.kit.choices import Choice, PayKind
from roles.kit.figures import format_number

ROUNDING_STEP = 1000  # a planned range is rounded to it
DAYS = Decimal("365.25")  # in a year

# Readers trusted a posting whose range spanned $50,000 or more less than one whose range spanned about $10,000.
WIDE, CLOSE = 50_000, 10_000
STUDY = "Washington State University, study of pay ranges in job postings, Journal of Applied Psychology"


class Width(Choice):
    """How a range's width will read."""

    CLOSE = "close", _("Close")
    MODERATE = "moderate", _("Moderate")
    WIDE = "wide", _("Wide")


REASONS = {
    Width.CLOSE: _("About as narrow as the ranges that readers of job postings trusted most."),
    Width.MODERATE: _("Wider than the ranges that readers trusted most, and short of those that they trusted less."),
    Width.WIDE: _("Readers trust a posting less when its range spans $50,000 or more. Choose one level, or narrow it."),
}


class JudgedWidth(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict on a range's width, and whose finding it rests on. `ratio` is the width over the lower end."""

    amount: int
    ratio: float
    verdict: Width | None
    reason: str
    source: str | None


class PlannedRange(msgspec.Struct, frozen=True, kw_only=True):
    """A suggested range, how it was made, step by step, and where its figures come from."""

    low: int
    high: int
    kind: PayKind
    currency: str
    steps: list[str]
    width: JudgedWidth
    provenance: list[Provenance]


def age_amount(amount: int, *, rate: Decimal, since: date, until: date) -> int:
    """An amount brought forward at a yearly rate, compounded: amount x (1 + rate) ^ (days / 365.25).

    The rate is the reader's own (0.03 for 3 %): Rolebook has no sourced one, and never ages a figure unasked.
    Raises ValueError when `until` is before `since`.
    """
    if until < since:
        raise ValueError(f"{until} is before {since}")
    return round(amount * (1 + rate) ** (Decimal((until - since).days) / DAYS))


def judge_width(low: int, high: int, currency: str = "USD") -> JudgedWidth:
    """Judge a range's width by what readers of postings trusted. The study was in dollars: others get no verdict."""
    width = high - low
    ratio = width / low if low else 0.0
    if currency != "USD":
        reason = gettext("The study behind the verdict was made in US dollars.")
        return JudgedWidth(amount=width, ratio=ratio, verdict=None, reason=reason, source=None)
    verdict = Width.WIDE if width >= WIDE else Width.CLOSE if width <= CLOSE else Width.MODERATE
    return JudgedWidth(amount=width, ratio=ratio, verdict=verdict, reason=str(REASONS[verdict]), source=STUDY)


def plan_range(
    figure: ComputedFigure | EditorialFigure,
    *,
    factor: FactorFigure | None = None,
    rate: Decimal | None = None,
    since: date | None = None,
    until: date | None = None,
) -> PlannedRange:
    """Suggest a range: a computed figure's middle half (25th to 75th percentile), or an editorial range as it is.

    A national figure may be moved to an area by its factor; with a rate and both dates it is aged. Both ends are
    rounded to the nearest thousand. Raises ValueError for a figure that may not be shown, for a factor over a figure
    that is not national, and for a rate without dates.
    """
    low, high, kind, currency, area, steps = _start_from(figure)
    provenance = [figure.provenance]
    if factor:
        if area not in {"US", "United States"}:
            raise ValueError(gettext("A factor moves a national figure; this one is of %(area)s.") % {"area": area})
        low, high = (in_area(end, Decimal(str(factor.factor))) for end in (low, high))
        named = {"factor": format_number(factor.factor), "area": factor.area_name}
        steps.append(gettext("Times %(factor)s, the ratio of wages in %(area)s to the nation’s.") % named)
        provenance.append(factor.provenance)
    if rate is not None:
        if since is None or until is None:
            raise ValueError(gettext("Aging needs the date of the figures and the date to bring them to."))
        low, high = (age_amount(end, rate=rate, since=since, until=until) for end in (low, high))
        brought = {
            "since": date_format(since, "YEAR_MONTH_FORMAT"),
            "until": date_format(until, "YEAR_MONTH_FORMAT"),
            "rate": format_number(round(rate * 100, 1)),
        }
        steps.append(gettext("Brought from %(since)s to %(until)s at %(rate)s%% a year, a rate of your own.") % brought)
    low, high = (round(end / ROUNDING_STEP) * ROUNDING_STEP for end in (low, high))
    steps.append(gettext("Both ends to the nearest %(step)s.") % {"step": format_number(ROUNDING_STEP)})
    width = judge_width(low, high, currency)
    return PlannedRange(
        low=low, high=high, kind=kind, currency=currency, steps=steps, width=width, provenance=provenance
    )


def _start_from(figure: ComputedFigure | EditorialFigure) -> tuple[int, int, PayKind, str, str, list[str]]:
    if isinstance(figure, EditorialFigure):
        part = figure.benchmark
        steps = [gettext("The editorial range “%(name)s”.") % {"name": part.name}]
        return part.low, part.high, part.kind, part.currency, part.area, steps
    if figure.p25 is None or figure.p75 is None:
        raise ValueError(gettext("Too few records stand behind this figure."))
    message = ngettext(
        "The 25th to the 75th percentile of %(count)s record, %(area)s.",
        "The 25th to the 75th percentile of %(count)s records, %(area)s.",
        figure.n,
    )
    steps = [message % {"count": format_number(figure.n), "area": figure.area_name}]
    return figure.p25, figure.p75, figure.kind, figure.currency, figure.area, steps
