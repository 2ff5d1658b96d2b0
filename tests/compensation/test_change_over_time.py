"""Two years of the survey side by side: the change in percent, with the bureau's warning."""

from html import unescape
from pathlib import Path
from typing import Any

import pytest

from compensation.models.summaries import PaySummary
from compensation.pages.places import list_role_places
from compensation.pay_words import write_change
from compensation.role_survey import PayChange, combine_pay
from compensation.survey import find_survey_pay
from roles.kit.value import KitOccupation
from roles.models.working_copy import Source
from tests.compensation import rows
from tests.compensation.helpers import public_file, run
from tests.compensation.test_role_survey import some_pay
from tests.factories import a_published_kit

DEVELOPERS = [KitOccupation(soc="15-1252", weight=100)]
EXACT = {"A_PCT75": 160_000, "A_PCT90": 200_000}


def import_year(folder: Path, year: int, median: int) -> None:
    row = {**rows.OEWS, **EXACT, "A_MEDIAN": median}
    run("import_oews", rows.write_csv(folder / f"national_M{year}_dl.csv", row))


@pytest.mark.django_db
def test_the_newest_year_counts_and_an_earlier_one_gives_the_change(tmp_path: Path) -> None:
    import_year(tmp_path, 2025, 143_000)
    import_year(tmp_path, 2024, 130_000)
    (nation,) = list_role_places({"15-1252": 100}, None)
    assert (nation.year, nation.change) == (2025, PayChange(2024, 130_000, 10.0))
    pay = find_survey_pay("15-1252")
    assert pay is not None
    assert (pay.year, pay.p50) == (2025, 143_000)


@pytest.mark.slow
@pytest.mark.django_db
def test_the_page_says_the_change_with_the_warning(client, tmp_path: Path) -> None:
    import_year(tmp_path, 2024, 130_000)
    import_year(tmp_path, 2025, 123_500)
    a_published_kit(occupations=DEVELOPERS)
    text = client.get("/roles/technical-product-manager/salary/").content.decode()
    assert "the median was $130,000 in May 2024 and has fallen by 5.0% since then." in text
    assert "less useful for comparisons over time" in text


@pytest.mark.django_db
def test_a_single_year_says_nothing_of_change(client, tmp_path: Path) -> None:
    import_year(tmp_path, 2025, 123_500)
    a_published_kit(occupations=DEVELOPERS)
    assert "comparisons over time" not in client.get("/roles/technical-product-manager/salary/").content.decode()


def test_years_of_different_occupations_are_not_compared() -> None:
    weights = {"15-1252": 60, "11-3021": 40}
    survey = combine_pay(weights, [some_pay("15-1252"), some_pay("11-3021"), some_pay("15-1252", year=2024)])
    assert survey is not None
    assert survey.change is None


def test_a_floor_is_not_compared() -> None:
    capped = {"p50": None, "p75": None, "p90": None, "top_code": 239_200, "top_coded_from": 50}
    survey = combine_pay({"29-1242": 100}, [some_pay("29-1242", **capped), some_pay("29-1242", year=2024)])
    assert survey is not None
    assert write_change(survey) == ""


@pytest.mark.django_db
@pytest.mark.whole_survey
def test_the_bureaus_own_files_of_two_years_give_the_change() -> None:
    run("import_oews", public_file("oews/national_M2024_dl.xlsx"))
    run("load_figures")
    (nation,) = list_role_places({"15-1252": 100}, None)
    assert nation.change == PayChange(2024, 133_080, 2.2)  # from 133,080 to 135,980


FISCAL_YEAR = {"period": "FY2023", "n": 40, "p50": 150_000}


def summarize(source: Source, **changes: Any) -> None:
    figures = {"p10": 90_000, "p25": 100_000, "p75": 180_000, "p90": 200_000, "employers": 30, "largest_share": 0.1}
    named = {"role": "technical-product-manager", "area": "US", "currency": "USD"}
    PaySummary.objects.create(source=source, **{**named, **figures, **FISCAL_YEAR, "year": "FY2023", **changes})


@pytest.mark.django_db
def test_two_periods_of_filings_give_the_change_in_percent_and_in_words(client) -> None:
    a_published_kit()
    source = Source.objects.first()
    assert source is not None
    summarize(source, year="FY2022", p50=None, p25=None, p75=None, p10=None, p90=None, n=4)
    summarize(source)
    summarize(source, year="FY2024", period="FY2024 Q1", p50=157_500, n=26)
    text = unescape(client.get("/roles/technical-product-manager/salary/").content.decode())
    assert "the median filing was $150,000 in October 2022 to September 2023 (40 records)" in text
    assert "$157,500 in October to December 2023, a change of +5.0%." in text
    assert "aren’t adjusted for inflation" in text


@pytest.mark.django_db
def test_a_single_period_of_filings_says_nothing_of_change(client) -> None:
    a_published_kit()
    source = Source.objects.first()
    assert source is not None
    summarize(source)
    text = client.get("/roles/technical-product-manager/salary/").content.decode()
    assert "$150,000" in text
    assert "the median filing was" not in text
