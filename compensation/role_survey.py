"""What the survey says of a role, which it knows only by the occupations that the kit names with their weights.

A role of one occupation has that one's figures. Of several, each figure is the mean of theirs by weight: an estimate,
and said to be one wherever it stands.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import sqrt

import msgspec

from compensation.figures import Provenance
from compensation.models.survey import NATION
from compensation.survey import PERCENTILE_NAMES, SurveyAmount, SurveyPay, list_survey_pay

ROUNDING = 10  # dollars, as the bureau rounds
LEAST_WEIGHT = 50  # percent of a role whose occupations must have a figure in the area


class WeightedPay(msgspec.Struct, frozen=True):
    """An occupation's pay, and its part of the role in percent."""

    pay: SurveyPay
    weight: int


class RoleSurvey(msgspec.Struct, frozen=True, kw_only=True):
    """A role's base pay in an area, in dollars a year. `mean_rse` is the standard error of the mean in percent.

    `weight` is the part of the role in percent whose occupations have a figure there.
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

    @property
    def is_estimate(self) -> bool:
        """Whether several occupations had to be brought together."""
        return len(self.parts) > 1

    @property
    def employment(self) -> int:
        """How many jobs the survey counts in the occupations, whoever holds them."""
        return sum(part.pay.employment or 0 for part in self.parts)


def find_role_survey(occupations: Mapping[str, int], area: str = NATION) -> RoleSurvey | None:
    """A role's pay in an area, in one query: its occupations by SOC code with their weights in percent."""
    return combine_pay(occupations, list_survey_pay(occupations, areas=[area]))


def combine_pay(occupations: Mapping[str, int], found: Iterable[SurveyPay]) -> RoleSurvey | None:
    """One area's figures of a role's occupations as the role's. None where they are less than half of it."""
    parts = [WeightedPay(pay, occupations[pay.soc]) for pay in found if pay.soc in occupations and pay.is_shown]
    weight = sum(part.weight for part in parts)
    if weight < LEAST_WEIGHT:
        return None
    parts.sort(key=lambda part: (-part.weight, part.pay.soc))
    one = parts[0].pay
    means = [(part.weight, part.pay.mean, part.pay.mean_rse) for part in parts]
    mean = None if any(value is None for _, value, _ in means) else _average([(w, m or 0) for w, m, _ in means])
    return RoleSurvey(
        area=one.area,
        area_name=one.area_name,
        area_slug=one.area_slug,
        area_kind=one.area_kind,
        year=one.year,
        parts=parts,
        weight=weight,
        **{name: _combine_percentile(parts, name) for name in PERCENTILE_NAMES},
        mean=mean,
        mean_rse=_combine_errors(means, mean),
        provenance=one.provenance,
    )


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
