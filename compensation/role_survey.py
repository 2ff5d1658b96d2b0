"""What the survey says of a role, which it knows only by the occupations that the kit names with their weights.

A role of one occupation has that one's figures. Of several, each figure is the mean of theirs by weight: an estimate,
and said to be one wherever it stands.

The survey does not ask for levels, so we place them on its percentiles by a rule, for kits whose editors have no
figures: the lowest half, the middle half and the highest half of a role's people stand for its levels in their order;
with four, the quarters between the 10th and the 90th percentile do.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import msgspec

from compensation.areas import area_name
from compensation.figures import Provenance
from compensation.models.survey import NATION
from compensation.periods import word_survey_month
from compensation.survey import SurveyAmount, SurveyPay, list_survey_pay
from roles.kit.value import Kit

ROUNDING = 10  # dollars, as the bureau rounds
LEAST_WEIGHT = 50  # percent of a role whose occupations must have a figure in the area
LEVEL_RULES: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("p25", "p75"),),
    2: (("p10", "p50"), ("p50", "p90")),
    3: (("p10", "p50"), ("p25", "p75"), ("p50", "p90")),
    4: (("p10", "p25"), ("p25", "p50"), ("p50", "p75"), ("p75", "p90")),
}


class WeightedPay(msgspec.Struct, frozen=True):
    """An occupation's pay, and its share of the role in percent."""

    pay: SurveyPay
    weight: int


class PayChange(msgspec.Struct, frozen=True):
    """The change of the median base pay since an earlier year, in percent of the earlier amount."""

    year: int
    before: int
    percent: float


class RoleSurvey(msgspec.Struct, frozen=True, kw_only=True):
    """A role's base pay in an area, in dollars a year; `mean_rse` is the standard error of the mean in percent.

    `weight` is the share of the role, in percent, whose occupations have a figure there. `change` is the change since
    the year before, None where no earlier year of the same occupations is loaded.
    """

    area: str
    area_name: str
    area_slug: str
    area_kind: str
    year: int
    parts: Sequence[WeightedPay]
    weight: int
    p10: SurveyAmount | None
    p25: SurveyAmount | None
    p50: SurveyAmount | None
    p75: SurveyAmount | None
    p90: SurveyAmount | None
    mean: int | None
    mean_rse: float | None
    provenance: Provenance
    change: PayChange | None = None

    @property
    def is_estimate(self) -> bool:
        """Whether the figures combine several occupations."""
        return len(self.parts) > 1

    @property
    def employment(self) -> int:
        """The number of jobs that the survey counts in the role's occupations together."""
        return sum(part.pay.employment or 0 for part in self.parts)


def find_role_survey(occupations: Mapping[str, int], area: str = NATION) -> RoleSurvey | None:
    """A role's pay in an area, from its occupations' weights in percent by SOC code; None without enough figures. One
    query.
    """
    return combine_pay(occupations, list_survey_pay(occupations, areas=[area]))


def combine_pay(occupations: Mapping[str, int], found: Iterable[SurveyPay]) -> RoleSurvey | None:
    """A role's pay in one area from its occupations' figures; None where they make up less than half of it.

    The newest year of each occupation counts; an earlier one gives the change.
    """
    by_age = sorted((pay for pay in found if pay.soc in occupations), key=lambda pay: pay.year)
    newest = {pay.soc: pay for pay in by_age}
    parts = [WeightedPay(pay, occupations[pay.soc]) for pay in newest.values() if pay.is_shown]
    weight = sum(part.weight for part in parts)
    if weight < LEAST_WEIGHT:
        return None
    parts.sort(key=lambda part: (-part.weight, part.pay.soc))
    one = parts[0].pay
    means = [(part.weight, part.pay.mean, part.pay.mean_rse) for part in parts]
    mean = None if any(value is None for _, value, _ in means) else _average([(w, m or 0) for w, m, _ in means])
    survey = RoleSurvey(
        area=one.area,
        area_name=area_name("US") if one.area == NATION else one.area_name,
        area_slug=one.area_slug,
        area_kind=one.area_kind,
        year=one.year,
        parts=parts,
        weight=weight,
        p10=_combine_percentile(parts, "p10"),
        p25=_combine_percentile(parts, "p25"),
        p50=_combine_percentile(parts, "p50"),
        p75=_combine_percentile(parts, "p75"),
        p90=_combine_percentile(parts, "p90"),
        mean=mean,
        mean_rse=_combine_errors(means, mean),
        provenance=msgspec.structs.replace(one.provenance, period=word_survey_month(one.year)),
    )
    before = combine_pay(occupations, [pay for pay in by_age if pay is not newest[pay.soc]])
    return msgspec.structs.replace(survey, change=_measure_change(survey, before)) if before else survey


def _measure_change(now: RoleSurvey, before: RoleSurvey) -> PayChange | None:
    """The change of the middle, where both years have it exactly and for the same occupations."""
    socs = [[part.pay.soc for part in survey.parts] for survey in (now, before)]
    years = [{part.pay.year for part in survey.parts} for survey in (now, before)]
    if socs[0] != socs[1] or any(len(found) > 1 for found in years) or now.p50 is None or before.p50 is None:
        return None
    if now.p50.at_least or before.p50.at_least:
        return None
    percent = round((now.p50.amount / before.p50.amount - 1) * 100, 1)
    return PayChange(before.year, before.p50.amount, percent)


def _combine_percentile(parts: Sequence[WeightedPay], name: str) -> SurveyAmount | None:
    amounts = [(part.weight, part.pay.find_amount(name)) for part in parts]
    known = [(weight, amount) for weight, amount in amounts if amount is not None]
    if len(known) < len(amounts):
        return None
    at_least = any(amount.at_least for _, amount in known)
    return SurveyAmount(_average([(weight, amount.amount) for weight, amount in known]), at_least)


def _average(weighted: Sequence[tuple[int, int]]) -> int:
    """The mean by weight, to ten dollars; a single amount as it is."""
    if len(weighted) == 1:
        return weighted[0][1]
    whole = sum(weight for weight, _ in weighted)
    return round(sum(weight * amount for weight, amount in weighted) / whole / ROUNDING) * ROUNDING


def _combine_errors(means: Sequence[tuple[int, int | None, float | None]], mean: int | None) -> float | None:
    """The relative standard error of a mean by weight, the samples of the occupations taken as independent."""
    if not mean or any(error is None for _, _, error in means):
        return None
    whole = sum(weight for weight, _, _ in means)
    squares = sum((weight / whole * (amount or 0) * (error or 0)) ** 2 for weight, amount, error in means)
    return round(sqrt(squares) / mean, 1)


class LevelEstimate(msgspec.Struct, frozen=True, kw_only=True):
    """A level's base pay estimated from a survey: two percentiles and their amounts in dollars a year."""

    name: str
    survey: RoleSurvey
    low_percentile: int
    high_percentile: int
    low: SurveyAmount
    high: SurveyAmount


def estimate_levels(kit: Kit, survey: RoleSurvey | None) -> list[LevelEstimate]:
    """An estimate for each of the kit's levels from the survey's percentiles; [] where editors have figures by level,
    or a percentile is missing.
    """
    rule = LEVEL_RULES.get(len(kit.levels))
    if survey is None or rule is None or any(part.level for part in kit.benchmarks):
        return []
    found = []
    for level, (low, high) in zip(kit.levels, rule, strict=True):
        ends: tuple[SurveyAmount | None, SurveyAmount | None] = getattr(survey, low), getattr(survey, high)
        if ends[0] is None or ends[1] is None:
            return []
        found.append(
            LevelEstimate(
                name=level.name,
                survey=survey,
                low_percentile=int(low[1:]),
                high_percentile=int(high[1:]),
                low=ends[0],
                high=ends[1],
            )
        )
    return found
