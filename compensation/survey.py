"""What the survey says of an occupation in an area, as values for pages. Amounts are in dollars a year."""

from collections.abc import Iterable
from itertools import groupby, islice

import msgspec
from django.utils.translation import gettext

from compensation.figures import Provenance, make_provenance
from compensation.models.survey import NATION, SurveyFigure
from compensation.periods import word_survey_month
from roles.kit.figures import format_money

NAMES = ("area", "occupation", "survey__source")
PERCENTILE_NAMES = ("p10", "p25", "p50", "p75", "p90")


class SurveyAmount(msgspec.Struct, frozen=True):
    """An annual wage in dollars; with `at_least` the bureau says only that the wage is this or more."""

    amount: int
    at_least: bool = False

    @property
    def in_words(self) -> str:
        """The amount in dollars, or "at least" that amount, in the current language."""
        money = format_money(self.amount)
        return gettext("at least %(amount)s") % {"amount": money} if self.at_least else money


class SurveyPay(msgspec.Struct, frozen=True, kw_only=True):
    """An occupation's pay in an area, as the survey of May of `year` has it.

    `soc` is a SOC code and `area` the bureau's code of seven digits. Amounts are dollars a year of base pay, None where
    none is published: `withheld` then says "4" for an occupation paid by the hour and "8" for a figure not released.
    From the percentile `top_coded_from` on, the bureau says only that the wage is at or above `top_code`. `employment`
    counts jobs; the standard errors (rse) are in percent.
    """

    soc: str
    title: str
    area: str
    area_name: str
    area_kind: str
    area_slug: str
    year: int
    employment: int | None
    employment_rse: float | None
    mean: int | None
    mean_rse: float | None
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    hourly_p50: float | None
    top_code: int | None
    top_coded_from: int | None
    withheld: str
    provenance: Provenance

    @property
    def is_shown(self) -> bool:
        """Whether the bureau publishes a median annual wage."""
        return self.find_amount("p50") is not None

    @property
    def median(self) -> str:
        """The median annual wage in words; "" where the bureau publishes none."""
        amount = self.find_amount("p50")
        return amount.in_words if amount else ""

    def find_amount(self, name: str) -> SurveyAmount | None:
        """A percentile by its name ("p50") as the bureau publishes it; None where it publishes none.

        Percentiles don't fall, so one above the top code is also at or above the highest that is given.
        """
        amount: int | None = getattr(self, name)
        if amount is not None:
            return SurveyAmount(amount)
        if self.top_code is None or self.top_coded_from is None or int(name[1:]) < self.top_coded_from:
            return None
        known = [value for lower in PERCENTILE_NAMES if (value := getattr(self, lower)) is not None]
        return SurveyAmount(max([self.top_code, *known]), at_least=True)


def find_survey_pay(soc: str, area: str = NATION) -> SurveyPay | None:
    """An occupation's newest pay in an area, by default the nation, in dollars a year. One query. None without a
    figure.

    `soc` is a code such as "15-1252", `area` one such as "0019740" (Denver) or "0800000" (Colorado).
    """
    return next(iter(list_survey_pay([soc], areas=[area])), None)


def list_survey_pay(socs: Iterable[str], *, areas: Iterable[str] | None = None, years: int = 1) -> list[SurveyPay]:
    """The pay of occupations in these areas, or in all, in dollars a year, by occupation and name of area. One query.

    Each has the newest of its years, or the newest `years` of them.
    """
    figures = SurveyFigure.objects.filter(occupation__in=[*socs])
    if areas is not None:
        figures = figures.filter(area__in=[*areas])
    rows = figures.select_related(*NAMES).order_by("occupation", "area__name", "area", "-survey")
    by_place = groupby(rows, lambda row: (row.occupation_id, row.area_id))
    return [make_survey_pay(row) for _, by_age in by_place for row in islice(by_age, years)]


def make_survey_pay(row: SurveyFigure) -> SurveyPay:
    """The value of a stored figure, whose area, occupation and source must be loaded."""
    named = {"soc", "title", "area", "area_name", "area_kind", "area_slug", "year", "provenance"}
    own = {field: getattr(row, field) for field in SurveyPay.__struct_fields__ if field not in named}
    own["hourly_p50"] = None if row.hourly_p50 is None else float(row.hourly_p50)
    return SurveyPay(
        **own,
        soc=row.occupation_id,
        title=row.occupation.title,
        area=row.area_id,
        area_name=row.area.name,
        area_kind=row.area.kind,
        area_slug=row.area.slug,
        year=row.survey_id,
        provenance=make_provenance(row.survey.source, period=word_survey_month(row.survey_id)),
    )
