"""A role's pay from the survey: one occupation's own, or the mean of several by weight."""

from datetime import date

import pytest

from compensation.figures import Provenance
from compensation.pay_words import reconcile_figures, write_mixture, write_survey_sentence
from compensation.resolver import list_editorial
from compensation.role_survey import RoleSurvey, combine_pay, estimate_levels
from compensation.survey import SurveyAmount, SurveyPay
from tests.factories import a_kit

BLS = Provenance(
    source="us-bls-oews", publisher="BLS", title="Survey", url=None, period="May 2025", method="Asked.", caveat=None,
    licence=None, retrieved_on=date(2026, 11, 29), n=None,
)  # fmt: skip


def some_pay(soc: str, **changes: object) -> SurveyPay:
    """An occupation's pay in the nation, in round figures."""
    values: dict[str, object] = {
        "soc": soc, "title": f"Workers {soc}", "area": "0000000", "area_name": "United States", "area_kind": "N",
        "area_slug": "united-states", "year": 2025, "employment": 1000, "employment_rse": 1.0, "mean": 100_000,
        "mean_rse": 2.0, "p10": 60_000, "p25": 80_000, "p50": 100_000, "p75": 130_000, "p90": 170_000,
        "hourly_p50": None, "top_code": None, "top_coded_from": None, "withheld": "", "provenance": BLS,
    }  # fmt: skip
    return SurveyPay(**{**values, **changes})  # type: ignore[arg-type]


def a_survey(*pays: SurveyPay, **weights: int) -> RoleSurvey:
    by_soc = {pay.soc: weights.get(pay.soc.replace("-", "_"), 100 // len(pays)) for pay in pays}
    survey = combine_pay(by_soc, pays)
    assert survey is not None
    return survey


def test_a_single_occupations_figures_are_its_own() -> None:
    survey = a_survey(some_pay("15-1252", p50=135_983))
    assert (survey.p50, survey.is_estimate, survey.mean_rse) == (SurveyAmount(135_983), False, 2.0)
    assert write_mixture(survey) == ""


def test_several_occupations_are_a_mean_by_weight_to_ten_dollars() -> None:
    pays = some_pay("15-1252", p50=100_000), some_pay("11-3021", p50=200_010)
    survey = combine_pay({"15-1252": 75, "11-3021": 25}, pays)
    assert survey is not None
    assert survey.p50 == SurveyAmount(125_000)
    assert "Workers 15-1252 (75%), Workers 11-3021 (25%)" in write_mixture(survey)


@pytest.mark.parametrize(("weight", "other"), [(70, 15), (50, 0)])
def test_what_has_no_figure_in_the_place_is_told(weight: int, other: int) -> None:
    kept_back = some_pay("11-3021", mean=None, p10=None, p25=None, p50=None, p75=None, p90=None, withheld="8")
    pays = [some_pay("15-1252"), kept_back, *([some_pay("11-2021")] if other else [])]
    survey = combine_pay({"15-1252": weight, "11-2021": other, "11-3021": 100 - weight - other}, pays)
    assert survey is not None
    told = write_mixture(survey)
    assert f"no figure here for the role’s other occupations ({100 - weight - other}%)" in told
    assert ("weighted mean" in told) == bool(other)


def test_a_top_code_makes_the_mean_a_floor() -> None:
    capped = some_pay("29-1242", p75=None, p90=None, top_code=239_200, top_coded_from=75)
    survey = a_survey(some_pay("15-1252"), capped)
    assert survey.p75 == SurveyAmount((130_000 + 239_200) // 2, at_least=True)
    assert "at least $184,600" in write_survey_sentence(survey)


def test_less_than_half_of_a_role_is_no_figure() -> None:
    kept_back = some_pay("11-3021", mean=None, p10=None, p25=None, p50=None, p75=None, p90=None, withheld="8")
    assert combine_pay({"15-1252": 49, "11-3021": 51}, [some_pay("15-1252"), kept_back]) is None
    assert combine_pay({"15-1252": 50, "11-3021": 50}, [some_pay("15-1252"), kept_back]) is not None


def test_a_sentence_says_why_an_editors_figure_is_higher() -> None:
    reason = reconcile_figures(
        a_survey(some_pay("15-1252")), list_editorial(a_kit(figures_area="United States, major tech hubs"))
    )
    assert reason.startswith("The estimate is higher than the survey’s figure because it includes bonus and equity")
    assert "United States, major tech hubs" in reason


def test_levels_are_placed_on_the_survey_where_no_editor_has_figures() -> None:
    survey = a_survey(some_pay("15-1252"))
    levels = a_kit().levels
    assert estimate_levels(a_kit(), survey) == []
    placed = estimate_levels(a_kit(benchmarks=[], levels=levels[:3]), survey)
    assert [(level.low.amount, level.high.amount) for level in placed] == [
        (60_000, 100_000),
        (80_000, 130_000),
        (100_000, 170_000),
    ]
