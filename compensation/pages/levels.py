"""Levels placed on the survey's percentiles: our estimate by a stated rule, for kits whose editors have no figures.

The survey does not ask for levels. So the lowest half, the middle half and the highest half of a role's people stand
for its levels in their order; with four, the quarters between the 10th and the 90th percentile do.
"""

import msgspec

from compensation.role_survey import RoleSurvey
from compensation.survey import SurveyAmount
from roles.kit.value import Kit

RULES: dict[int, tuple[tuple[str, str], ...]] = {
    1: (("p25", "p75"),),
    2: (("p10", "p50"), ("p50", "p90")),
    3: (("p10", "p50"), ("p25", "p75"), ("p50", "p90")),
    4: (("p10", "p25"), ("p25", "p50"), ("p50", "p75"), ("p75", "p90")),
}


class LevelEstimate(msgspec.Struct, frozen=True, kw_only=True):
    """A level's base pay by the rule: the percentiles that it lies between, and their amounts."""

    name: str
    low_percentile: int
    high_percentile: int
    low: SurveyAmount
    high: SurveyAmount


def estimate_levels(kit: Kit, survey: RoleSurvey | None) -> list[LevelEstimate]:
    """The kit's levels on the survey's percentiles; none where an editor has figures by level or one is missing."""
    rule = RULES.get(len(kit.levels))
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
                low_percentile=int(low[1:]),
                high_percentile=int(high[1:]),
                low=ends[0],
                high=ends[1],
            )
        )
    return found
