"""Plan a pay range for a job: a published figure, moved to a place, aged where asked, narrowed and judged."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

import msgspec
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from compensation.areas import in_area
from compensation.figures import ComputedFigure, EditorialFigure, OwnFigure, Provenance
from compensation.models.survey import NATION
from compensation.pay_law.rule import LawRequirement, PayRule
from compensation.role_survey import LevelEstimate, RoleSurvey
from roles.kit.choices import Choice, PayKind
from roles.kit.figures import format_money, format_number, pay_range

ROUNDING_STEP = 1000  # a planned range is rounded to it
DAYS = Decimal("365.25")  # in a year

# Readers trusted a posting whose range spanned $50,000 or more less than one whose range spanned about $10,000.
WIDE, CLOSE = 50_000, 10_000
NARROW = 40_000  # the width that a wider range is brought to
FEWEST_TO_COMPARE = 2  # places
NATIONAL = {"US", "United States", "Estados Unidos"}  # as kits name it, each in its language
StartFigure = OwnFigure | ComputedFigure | EditorialFigure | RoleSurvey | LevelEstimate
STUDY = "Washington State University, study of pay ranges in job postings, Journal of Applied Psychology"


class Width(Choice):
    """How wide a planned range is, in a word."""

    CLOSE = "close", _("Narrow")
    MODERATE = "moderate", _("Moderate")
    WIDE = "wide", _("Wide")


REASONS = {
    Width.CLOSE: _("About as narrow as the ranges that readers of job postings trusted most."),
    Width.MODERATE: _("Wider than the ranges that readers trusted most, and narrower than those they trusted less."),
    Width.WIDE: _(
        "Readers trust a posting less when its range spans $50,000 or more. Choose one level, or narrow the range."
    ),
}


class JudgedWidth(msgspec.Struct, frozen=True, kw_only=True):
    """A verdict on how wide a range is, and the study behind it. `ratio` is the width divided by the lower end."""

    amount: int
    ratio: float
    verdict: Width | None
    reason: str
    source: str | None


class PlannedRange(msgspec.Struct, frozen=True, kw_only=True):
    """A planned range, the steps by which it was made, and its sources. `laws` are the jurisdictions in which a posting
    must state it.
    """

    low: int
    high: int
    kind: PayKind
    currency: str
    steps: list[str]
    width: JudgedWidth
    market: str
    laws: list[str]
    provenance: list[Provenance]


def find_level(figure: StartFigure) -> str:
    """The level that a figure is for; "" where it is for all levels."""
    if isinstance(figure, EditorialFigure):
        return figure.benchmark.level or ""
    if isinstance(figure, RoleSurvey):
        return ""
    return figure.name if isinstance(figure, LevelEstimate) else figure.level


def find_kind(figure: StartFigure) -> PayKind:
    """The kind of pay of a figure: an editorial figure's own kind, base pay for the survey and estimates."""
    if isinstance(figure, EditorialFigure):
        return figure.benchmark.kind
    return figure.kind if isinstance(figure, OwnFigure) else PayKind.BASE


def find_source(figure: StartFigure) -> Provenance:
    """The source of a figure."""
    return figure.survey.provenance if isinstance(figure, LevelEstimate) else figure.provenance


def age_amount(amount: int, *, rate: Decimal, since: date, until: date) -> int:
    """An amount aged at a yearly rate: amount x (1 + rate) ^ (days / 365.25). Raises ValueError where `until` is before
    `since`.

    The rate is the reader's own (0.03 for 3 %): Rolebook has no sourced one, and never ages a figure unasked.
    """
    if until < since:
        raise ValueError(f"{until} is before {since}")
    return round(amount * (1 + rate) ** (Decimal((until - since).days) / DAYS))


def judge_width(low: int, high: int, currency: str = "USD") -> JudgedWidth:
    """A range's width in whole units, with a verdict by how much readers of postings trusted such ranges. The study was
    in dollars: there is no verdict for other currencies.
    """
    width = high - low
    ratio = width / low if low else 0.0
    if currency != "USD":
        reason = gettext("The study behind this verdict used US dollars.")
        return JudgedWidth(amount=width, ratio=ratio, verdict=None, reason=reason, source=None)
    verdict = Width.WIDE if width >= WIDE else Width.CLOSE if width <= CLOSE else Width.MODERATE
    return JudgedWidth(amount=width, ratio=ratio, verdict=verdict, reason=str(REASONS[verdict]), source=STUDY)


def plan_range(
    figure: StartFigure,
    *,
    places: Sequence[RoleSurvey] = (),
    rate: Decimal | None = None,
    since: date | None = None,
    until: date | None = None,
    rules: Sequence[PayRule] = (),
) -> PlannedRange:
    """A range planned from a figure's middle half (25th to 75th percentile) or an editor's range, in whole units a
    year.

    `places` go from the job's to the nation: a national figure is moved to the first. With a rate and both dates it is
    aged. Ends are rounded to a thousand, and a range wider than readers trust or the `rules` allow is narrowed around
    its middle. A company's own band stays unless it is aged or the rules forbid it. Raises ValueError for a figure that
    may not be shown, and for a rate without dates.
    """
    start = _start_from(figure)
    low, high, steps = start.low, start.high, [start.step]
    provenance = [find_source(figure)]
    ratio = measure_place(places) if start.is_national else None
    if ratio is not None:
        low, high = (in_area(end, ratio) for end in (low, high))
        named = {"ratio": format_number(round(ratio, 3)), "area": places[0].area_name}
        steps.append(gettext("Multiplied by %(ratio)s: median pay in %(area)s divided by the national median.") % named)
        provenance.append(places[0].provenance)
    if rate is not None:
        if since is None or until is None:
            raise ValueError(gettext("To age the figures, enter their date and the date to age them to."))
        low, high = (age_amount(end, rate=rate, since=since, until=until) for end in (low, high))
        brought = {
            "since": date_format(since, "YEAR_MONTH_FORMAT"),
            "until": date_format(until, "YEAR_MONTH_FORMAT"),
            "rate": format_number(round(rate * 100, 1)),
        }
        steps.append(gettext("Aged from %(since)s to %(until)s at %(rate)s%% a year, the rate that you set.") % brought)
    is_own = isinstance(figure, OwnFigure)
    if not is_own or rate is not None:
        low, high = (round(end / ROUNDING_STEP) * ROUNDING_STEP for end in (low, high))
        steps.append(gettext("Both ends rounded to the nearest %(step)s.") % {"step": format_number(ROUNDING_STEP)})
    lawful = find_lawful_width(rules, high, start.currency)
    trusted = NARROW if start.currency == "USD" and high - low >= WIDE and not is_own else high - low
    if min(lawful, trusted) < high - low:
        named = {"whole": pay_range(low, high, start.currency)}
        low, high = narrow_range(low, high, min(lawful, trusted))
        named["width"] = format_money(high - low, start.currency)
        why = (
            gettext("Narrowed around its midpoint from %(whole)s to %(width)s, the most that the law there allows.")
            if lawful < trusted
            else gettext("Narrowed around its midpoint from %(whole)s to %(width)s, a width that readers trust.")
        )
        steps.append(why % named)
    return PlannedRange(
        low=low,
        high=high,
        kind=start.kind,
        currency=start.currency,
        steps=steps,
        width=judge_width(low, high, start.currency),
        market=compare_with_market(low, high, start.kind, places),
        laws=[*dict.fromkeys(rule.jurisdiction for rule in rules if LawRequirement.RANGE in rule.requires)],
        provenance=provenance,
    )


def measure_place(places: Sequence[RoleSurvey]) -> Decimal | None:
    """The median pay of the first place divided by that of the last, the nation; None where one is missing."""
    if len(places) < FEWEST_TO_COMPARE or places[0].p50 is None or places[-1].p50 is None:
        return None
    return Decimal(places[0].p50.amount) / places[-1].p50.amount


def narrow_range(low: int, high: int, width: int = NARROW) -> tuple[int, int]:
    """A range of this width around the same middle, with both ends rounded to a thousand."""
    start = round((low + high - width) / 2 / ROUNDING_STEP) * ROUNDING_STEP
    return start, start + width


def find_lawful_width(rules: Iterable[PayRule], high: int, currency: str) -> int:
    """The widest range that the rules allow for this top, in whole units of the currency; the top itself where no rule
    limits it.
    """
    limits = [rule for rule in rules if rule.max_width is not None and rule.currency == currency]
    binding = [rule for rule in limits if rule.exempt_above is None or high <= rule.exempt_above]
    return min([high, *(rule.max_width for rule in binding if rule.max_width is not None)])


def compare_with_market(low: int, high: int, kind: PayKind, places: Sequence[RoleSurvey]) -> str:
    """A sentence on how a range of base pay compares with the middle half in the place; "" where that isn't known."""
    if kind is not PayKind.BASE or not places or places[0].p25 is None or places[0].p75 is None:
        return ""
    market = places[0]
    half = pay_range(places[0].p25.amount, places[0].p75.amount)
    named = {"half": half, "area": market.area_name, "publisher": market.provenance.publisher}
    if high < places[0].p25.amount:
        return gettext("Below the market: the middle half earns %(half)s in %(area)s (%(publisher)s).") % named
    if low > places[0].p75.amount:
        return gettext("Above the market: the middle half earns %(half)s in %(area)s (%(publisher)s).") % named
    if low < places[0].p25.amount:
        return (
            gettext("The lower end is below the market: the middle half earns %(half)s in %(area)s (%(publisher)s).")
            % named
        )
    if high > places[0].p75.amount:
        return (
            gettext("The upper end is above the market: the middle half earns %(half)s in %(area)s (%(publisher)s).")
            % named
        )
    return gettext("Within the market: the middle half earns %(half)s in %(area)s (%(publisher)s).") % named


class _Start(msgspec.Struct, frozen=True, kw_only=True):
    """Where a plan begins."""

    low: int
    high: int
    kind: PayKind
    currency: str
    is_national: bool
    step: str


def _start_from(figure: StartFigure) -> _Start:
    if isinstance(figure, EditorialFigure):
        part = figure.benchmark
        national, step = part.area in NATIONAL, gettext("The editorial range “%(name)s.”") % {"name": part.name}
        return _Start(
            low=part.low, high=part.high, kind=part.kind, currency=part.currency, is_national=national, step=step
        )
    if isinstance(figure, OwnFigure):
        return _start_from_own(figure)
    if isinstance(figure, RoleSurvey):
        return _start_from_survey(figure)
    if isinstance(figure, LevelEstimate):
        return _start_from_level(figure)
    if figure.p25 is None or figure.p75 is None:
        raise ValueError(gettext("This figure is based on too few records. Choose another one."))
    message = ngettext(
        "The 25th to the 75th percentile of %(count)s record, %(area)s.",
        "The 25th to the 75th percentile of %(count)s records, %(area)s.",
        figure.n,
    )
    return _Start(
        low=figure.p25,
        high=figure.p75,
        kind=figure.kind,
        currency=figure.currency,
        is_national=figure.area in NATIONAL,
        step=message % {"count": format_number(figure.n), "area": figure.area_name},
    )


def _start_from_own(own: OwnFigure) -> _Start:
    if own.low is None or own.high is None:
        raise ValueError(gettext("The pay band has only one end. Choose another figure."))
    step = gettext("%(company)s’s own pay band for %(level)s.")
    step %= {"company": own.provenance.publisher, "level": own.level}
    return _Start(low=own.low, high=own.high, kind=own.kind, currency=own.currency, is_national=False, step=step)


def _start_from_survey(survey: RoleSurvey) -> _Start:
    if survey.p25 is None or survey.p75 is None:
        raise ValueError(gettext("The survey doesn’t say what the middle half earns here. Choose another figure."))
    named = {"area": survey.area_name, "period": survey.provenance.period}
    return _Start(
        low=survey.p25.amount,
        high=survey.p75.amount,
        kind=PayKind.BASE,
        currency="USD",
        is_national=survey.area == NATION,
        step=gettext("What the middle half earns in %(area)s, from the survey of %(period)s.") % named,
    )


def _start_from_level(level: LevelEstimate) -> _Start:
    named = {
        "level": level.name,
        "low": level.low_percentile,
        "high": level.high_percentile,
        "area": level.survey.area_name,
        "period": level.survey.provenance.period,
    }
    return _Start(
        low=level.low.amount,
        high=level.high.amount,
        kind=PayKind.BASE,
        currency="USD",
        is_national=level.survey.area == NATION,
        step=gettext("Our estimate for %(level)s: the %(low)sth to the %(high)sth percentile in %(area)s, %(period)s.")
        % named,
    )
