from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError

from compensation.areas import area_name, in_area
from compensation.imports.factors import AREA_OCCUPATIONS
from compensation.models.official import AreaFactor, WageLevel
from compensation.models.survey import SurveyFigure
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_it_reads_a_workbook_of_the_bureau(tmp_path: Path, suffix: str) -> None:
    write = rows.write_workbook if suffix == "xlsx" else rows.write_csv
    run("import_oews", write(tmp_path / f"national_M2024_dl.{suffix}", rows.OEWS))
    figure = SurveyFigure.objects.get()
    assert (figure.survey_id, figure.area_id, figure.occupation_id, figure.mean, figure.p50) == (
        2024,
        "0000000",
        "15-1252",
        144570,
        133080,
    )
    assert (figure.p75, figure.p90, figure.top_code, figure.top_coded_from) == (None, None, 239_200, 75)


def test_a_figure_that_the_bureau_keeps_back_stays_empty(tmp_path: Path) -> None:
    row = {**rows.OEWS, "A_PCT75": "*", "A_PCT90": "*", "TOT_EMP": "**"}
    run("import_oews", rows.write_workbook(tmp_path / "national_M2024_dl.xlsx", row))
    figure = SurveyFigure.objects.get()
    assert (figure.p75, figure.employment, figure.top_coded_from) == (None, None, None)


def test_a_total_over_occupations_is_known_as_one(tmp_path: Path) -> None:
    row = {**rows.OEWS, "O_GROUP": "major"}
    run("import_oews", rows.write_workbook(tmp_path / "national_M2024_dl.xlsx", row))
    assert not SurveyFigure.objects.get().occupation.is_detailed


def test_a_single_industry_is_refused_and_alone_ends_the_import(tmp_path: Path) -> None:
    row = {**rows.OEWS, "NAICS": "110000"}
    with pytest.raises(CommandError, match=r"no row was accepted\. Refused: 1 of a single industry"):
        run("import_oews", rows.write_workbook(tmp_path / "natsector_M2024_dl.xlsx", row))
    assert not SurveyFigure.objects.exists()


def test_the_year_is_asked_for_where_the_name_tells_none(tmp_path: Path) -> None:
    path = rows.write_workbook(tmp_path / "national.xlsx", rows.OEWS)
    with pytest.raises(CommandError, match="--year"):
        run("import_oews", path)
    run("import_oews", path, year=2023)
    assert SurveyFigure.objects.get().survey_id == 2023


def test_levels_that_fall_are_refused(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", {**rows.WAGE_LEVEL, "level4_annual": "10"})
    assert "1 refused: levels that decrease" in run("import_wage_levels", path, wage_year="2025-26")


def test_a_word_that_is_no_wage_year_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="2025-26"):
        run("import_wage_levels", rows.write_csv(tmp_path / "a.csv", rows.WAGE_LEVEL), wage_year="2025")


def test_the_area_factor_is_the_mean_over_five_occupations(tmp_path: Path) -> None:
    nation = [{**rows.OEWS, "OCC_CODE": soc, "A_MEAN": 100_000} for soc in AREA_OCCUPATIONS]
    levels = [{**rows.WAGE_LEVEL, "soc_code": soc} for soc in AREA_OCCUPATIONS]
    run("import_oews", rows.write_csv(tmp_path / "national_M2024_dl.csv", *nation))
    run("import_wage_levels", rows.write_csv(tmp_path / "levels.csv", *levels), wage_year="2025-26")
    factor = AreaFactor.objects.get()
    assert factor.factor == Decimal("1.5000")  # (90,000 + 2 x 180,000) / 3 / 100,000
    assert (factor.states, factor.occupations, factor.period) == (["CA"], 5, "Wages 2025-26 over May 2024")


def test_an_area_that_lacks_an_occupation_has_no_factor(tmp_path: Path) -> None:
    nation = [{**rows.OEWS, "OCC_CODE": soc} for soc in AREA_OCCUPATIONS]
    run("import_oews", rows.write_csv(tmp_path / "national_M2024_dl.csv", *nation))
    run("import_wage_levels", rows.write_csv(tmp_path / "levels.csv", rows.WAGE_LEVEL), wage_year="2025-26")
    assert WageLevel.objects.exists()
    assert not AreaFactor.objects.exists()


def test_an_amount_moves_to_an_area_by_its_factor() -> None:
    assert in_area(160_000, Decimal("1.2928")) == 206_848


def test_areas_have_names() -> None:
    assert (area_name("US-CA"), area_name("US"), area_name("DE-BE")) == ("California", "United States", "DE-BE")
