from datetime import date
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from django.db import models
from pytest_django import DjangoAssertNumQueries

from compensation import shipped
from compensation.figures import (
    EditorialFigure,
    FactorFigure,
    Provenance,
    area_factors,
    editorial_figures,
    national_pay,
    pay_for_role,
)
from compensation.models.official import AreaFactor
from compensation.models.records import TitleMatch
from compensation.models.summaries import PaySummary
from compensation.models.survey import SurveyArea, SurveyFigure
from compensation.pages.places import list_role_places
from compensation.pay_law.table import shipped_rules
from compensation.planning import Width, age_amount, compare_with_market, judge_width, plan_range
from compensation.role_survey import combine_pay
from roles.kit.choices import PayKind
from roles.kit.files import read_kit
from roles.kit.value import KitBenchmark
from roles.models.working_copy import Source
from roles.publishing.library_files import STARTER_LIBRARY
from tests.compensation import rows
from tests.compensation.helpers import run
from tests.compensation.test_role_survey import some_pay

pytestmark = pytest.mark.django_db
SHIPPED: list[type[models.Model]] = [*shipped.FILES.values(), TitleMatch, Source]


@pytest.fixture
def _shipped() -> None:
    shipped.load_shipped()


def area_factor(code: str) -> FactorFigure:
    (factor,) = [factor for factor in area_factors() if factor.area_code == code]
    return factor


def everything() -> list[list[tuple[object, ...]]]:
    return [list(model._default_manager.order_by("pk").values_list()) for model in SHIPPED]


def complete(provenance: Provenance) -> bool:
    return all((provenance.publisher, provenance.title, provenance.period, provenance.method, provenance.retrieved_on))


@pytest.mark.slow
def test_the_shipped_figures_are_the_known_ones() -> None:
    shipped.load_shipped()
    (figure,) = pay_for_role("technical-product-manager", area="US", level="").figures
    title = {figure.title: figure for figure in pay_for_role("technical-product-manager").titles}
    known = title["TECHNICAL PRODUCT MANAGER"]
    assert (known.n, known.p10, known.p25, known.p50, known.p75, known.p90) == (
        26,
        102_960,
        128_454,
        140_000,
        168_750,
        194_656,
    )
    assert figure.n > known.n
    assert figure.provenance.period == "October to December 2023"


@pytest.mark.slow
def test_loading_twice_changes_nothing() -> None:
    shipped.load_shipped()
    before = everything()
    assert set(shipped.load_shipped().values()) == {0}
    assert everything() == before


@pytest.mark.usefixtures("_shipped")
def test_a_load_brings_back_what_was_shipped_and_keeps_an_editors_titles() -> None:
    PaySummary.objects.filter(role="product-manager").delete()
    TitleMatch.objects.filter(role="product-manager").exclude(title="PRODUCT MANAGER").delete()
    assert shipped.load_shipped()["summaries.csv"] > 0
    assert [match.title for match in TitleMatch.objects.filter(role="product-manager")] == ["PRODUCT MANAGER"]


@pytest.mark.usefixtures("_shipped")
def test_a_load_leaves_the_summaries_of_imported_records(tmp_path: Path) -> None:
    run("import_lca", rows.write_csv(tmp_path / "a.csv", *[rows.LCA_EXTRACT] * 6), quarter="FY2025Q1")
    before = everything()
    shipped.load_shipped()
    assert everything() == before


@pytest.mark.usefixtures("_shipped")
def test_what_is_written_is_what_was_loaded(tmp_path: Path) -> None:
    paths = shipped.write_shipped(tmp_path)
    assert len(paths) == 5
    for path in paths:
        assert path.read_bytes() == (shipped.SHIPPED_FOLDER / path.name).read_bytes(), path.name


@pytest.mark.slow
def test_a_load_keeps_more_of_an_official_table_than_ships(tmp_path: Path) -> None:
    row = {**rows.OEWS, "OCC_CODE": "35-2014"}
    run("import_oews", rows.write_csv(tmp_path / "national_M2024_dl.csv", row))
    shipped.load_shipped()
    assert SurveyFigure.objects.filter(survey=2024, occupation="35-2014").exists()


@pytest.mark.usefixtures("_shipped")
@pytest.mark.parametrize("slug", ["product-manager", "software-engineer", "no-such-role"])
def test_a_roles_pay_takes_two_queries(slug: str, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        pay_for_role(slug)


@pytest.mark.usefixtures("_shipped")
def test_figures_are_of_the_area_and_level_asked_for() -> None:
    pay = pay_for_role("software-engineer", area="US-CA", level="Senior")
    (figure,) = pay.figures
    assert (figure.area_name, figure.level, figure.kind) == ("California", "Senior", PayKind.BASE)
    assert {title.level for title in pay.titles} == {"Senior"}
    assert len({figure.area for figure in pay_for_role("software-engineer").figures}) > 10


@pytest.mark.usefixtures("_shipped")
def test_only_the_newest_year_of_a_source_is_told() -> None:
    old = PaySummary.objects.get(role="product-manager", area="US", level="", title="")
    old.pk, old.year, old.period = None, "FY2023", "FY2023"
    old.save()
    assert {figure.provenance.period for figure in pay_for_role("product-manager").figures} == {
        "October to December 2023"
    }


@pytest.mark.usefixtures("_shipped")
def test_no_occupation_stands_for_product_managers() -> None:
    occupations = pay_for_role("product-manager").occupations
    assert len(occupations) > 5
    assert [one.filings for one in occupations] == sorted((one.filings for one in occupations), reverse=True)
    assert max(one.share for one in occupations) < 0.5
    assert all(one.provenance.period == "May 2025" for one in occupations)


@pytest.mark.slow
@pytest.mark.usefixtures("_shipped")
def test_every_figure_has_its_provenance() -> None:
    slugs = set(PaySummary.objects.values_list("role", flat=True))
    swept = 0
    for slug in slugs:
        pay = pay_for_role(slug)
        for provenance in [one.provenance for part in (pay.figures, pay.titles) for one in part]:
            assert complete(provenance)
            swept += 1
        assert all(complete(one.provenance) for one in pay.occupations)
        for computed in pay.figures:
            assert computed.provenance.n == computed.n
            assert "lower end" in (computed.provenance.caveat or "")
    assert len(slugs) > 20
    assert swept > 300
    assert all(complete(factor.provenance) for factor in area_factors())
    kit = read_kit(STARTER_LIBRARY / "technical-product-manager.yaml")
    assert all(complete(figure.provenance) for figure in editorial_figures(kit))


@pytest.mark.usefixtures("_shipped")
def test_the_hub_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        pay = national_pay()
    assert len(pay["product-manager"]) == 1


@pytest.mark.usefixtures("_shipped")
def test_area_factors_are_those_of_the_sources() -> None:
    known = {"41940": 1.57, "41860": 1.29, "42660": 1.21, "35620": 1.14, "12420": 0.98, "33100": 0.93}
    assert {code: round(area_factor(code).factor, 2) for code in known} == known


@pytest.mark.usefixtures("_shipped")
def test_a_range_is_the_middle_half_moved_to_a_place_by_what_was_measured_there() -> None:
    (figure,) = pay_for_role("senior-product-manager", area="US", level="").figures
    places = list_role_places({"15-1252": 100}, SurveyArea.objects.get(code="0012420"))
    plan = plan_range(figure, places=places)
    assert (figure.p25, figure.p75) == (141_566, 181_860)
    assert (plan.low, plan.high) == (140_000, 179_000)  # times 134,120 / 135,980
    assert plan.width.verdict == Width.MODERATE
    assert [one.source for one in plan.provenance] == ["us-dol-lca-extract", "us-bls-oews"]


@pytest.mark.usefixtures("_shipped")
def test_a_range_is_aged_only_when_asked_and_says_the_rate() -> None:
    (figure,) = pay_for_role("senior-product-manager", area="US", level="").figures
    assert plan_range(figure).low == 142_000
    plan = plan_range(figure, rate=Decimal("0.03"), since=date(2023, 11, 15), until=date(2026, 11, 15))
    assert plan.low == 155_000
    assert "3.0% a year" in " ".join(plan.steps)
    with pytest.raises(ValueError, match="To age the figures"):
        plan_range(figure, rate=Decimal("0.03"))


@pytest.mark.usefixtures("_shipped")
def test_what_may_not_be_shown_may_not_be_planned_with() -> None:
    (figure,) = pay_for_role("growth-product-manager", area="US", level="").figures
    assert not figure.is_shown
    with pytest.raises(ValueError, match="too few records"):
        plan_range(figure)


def test_an_editorial_range_is_narrowed_to_what_readers_trust() -> None:
    kit = read_kit(STARTER_LIBRARY / "technical-product-manager.yaml")
    figure = editorial_figures(kit)[0]
    assert isinstance(figure, EditorialFigure)
    assert isinstance(figure.benchmark, KitBenchmark)
    plan = plan_range(figure)
    assert (plan.low, plan.high, plan.kind) == (170_000, 210_000, PayKind.TOTAL)
    assert plan.width.verdict == Width.MODERATE


def test_a_range_is_no_wider_than_the_law_of_the_place_allows() -> None:
    kit = read_kit(STARTER_LIBRARY / "technical-product-manager.yaml")
    (strict,) = [rule for rule in shipped_rules() if rule.max_width]
    rule = msgspec.structs.replace(strict, max_width=30_000, exempt_above=300_000, currency="USD")
    plan = plan_range(editorial_figures(kit)[0], rules=[rule])
    assert (plan.low, plan.high, plan.laws) == (175_000, 205_000, ["Ontario"])
    assert "the most that the law there allows" in plan.steps[-1]
    exempt = msgspec.structs.replace(rule, exempt_above=200_000)
    assert plan_range(editorial_figures(kit)[0], rules=[exempt]).high == 210_000


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (60_000, 70_000, "Below the market"),
        (70_000, 90_000, "The lower end is below the market"),
        (90_000, 120_000, "Within the market"),
        (110_000, 140_000, "The upper end is above the market"),
        (140_000, 150_000, "Above the market"),
    ],
)
def test_a_range_is_compared_with_what_half_of_the_people_earn(low: int, high: int, words: str) -> None:
    survey = combine_pay({"15-1252": 100}, [some_pay("15-1252")])  # half earn between 80,000 and 130,000
    assert survey is not None
    assert compare_with_market(low, high, PayKind.BASE, [survey]).startswith(words)


@pytest.mark.parametrize(
    ("low", "high", "verdict"),
    [
        (150_000, 160_000, Width.CLOSE),
        (150_000, 199_999, Width.MODERATE),
        (150_000, 200_000, Width.WIDE),
    ],
)
def test_a_width_is_judged_with_its_source(low: int, high: int, verdict: Width) -> None:
    judged = judge_width(low, high)
    assert judged.verdict == verdict
    assert "Journal of Applied Psychology" in (judged.source or "")


def test_a_width_in_another_currency_has_no_verdict() -> None:
    assert judge_width(50_000, 90_000, "EUR").verdict is None


def test_ageing_compounds_over_the_days() -> None:
    assert age_amount(100_000, rate=Decimal("0.04"), since=date(2022, 1, 1), until=date(2026, 1, 1)) == 116_986
    assert age_amount(100_000, rate=Decimal("0.04"), since=date(2022, 1, 1), until=date(2022, 1, 1)) == 100_000
    with pytest.raises(ValueError, match="before"):
        age_amount(1, rate=Decimal(0), since=date(2022, 1, 2), until=date(2022, 1, 1))


def test_an_area_without_figures_has_no_factor() -> None:
    assert not AreaFactor.objects.exists()
    assert area_factors() == []
