from pathlib import Path

import pytest
from django.core.management import CommandError

from compensation.figures import national_pay
from compensation.imports.oews.shipped import load_shipped_survey
from compensation.models.history import PayImport, ReplacedRecord, WithdrawnCase
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import PaySummary
from compensation.models.survey import SurveyYear
from compensation.shipped import load_shipped
from compensation.survey import find_survey_pay
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db
WITHDRAWN = {"CASE_STATUS": "Certified - Withdrawn", "DECISION_DATE": "2/10/2020"}


def certified(tmp_path: Path, count: int = 1, **changes: str) -> Path:
    made = [rows.lca(number, EMPLOYER_NAME=f"E{number}", **changes) for number in range(count)]
    return rows.write_csv(tmp_path / "certified.csv", *made)


def withdrawn(tmp_path: Path) -> Path:
    return rows.write_csv(tmp_path / "withdrawn.csv", rows.lca(0, **WITHDRAWN))


def test_a_withdrawn_case_leaves(tmp_path: Path) -> None:
    run("import_lca", certified(tmp_path))
    assert "1 withdrawn" in run("import_lca", withdrawn(tmp_path))
    assert not PayRecord.objects.exists()


def test_an_older_file_does_not_bring_a_withdrawn_case_again(tmp_path: Path) -> None:
    run("import_lca", withdrawn(tmp_path))
    run("import_lca", certified(tmp_path))
    assert not PayRecord.objects.exists()


def test_a_case_that_is_certified_after_all_stays(tmp_path: Path) -> None:
    run("import_lca", withdrawn(tmp_path))
    run("import_lca", certified(tmp_path, DECISION_DATE="3/1/2020"))
    assert PayRecord.objects.count() == 1


def test_a_withdrawal_that_is_taken_back_brings_its_case_again(tmp_path: Path) -> None:
    run("import_lca", certified(tmp_path))
    run("import_lca", withdrawn(tmp_path))
    run("take_back_import", PayImport.objects.latest("pk").pk)
    assert PayRecord.objects.count() == 1
    assert not WithdrawnCase.objects.exists()


@pytest.mark.slow
def test_an_import_is_taken_back_by_its_number(tmp_path: Path) -> None:
    TitleMatch.objects.create(role="product-manager", title="PRODUCT MANAGER")
    said = run("import_lca", certified(tmp_path, 12))
    number = PayImport.objects.get().pk
    assert f"take_back_import {number}" in said
    assert "12 rows added" in run("take_back_import", number)
    assert not PayRecord.objects.exists()
    assert not PaySummary.objects.filter(source="us-dol-lca").exists()


@pytest.mark.slow
def test_what_an_import_changed_is_as_it_was(tmp_path: Path) -> None:
    run("import_lca", certified(tmp_path))
    run("import_lca", certified(tmp_path, WAGE_RATE_OF_PAY_FROM="120000"))
    first, second = PayImport.objects.order_by("pk").values_list("pk", flat=True)
    with pytest.raises(CommandError, match=f"Import {second} changed some of its rows"):
        run("take_back_import", first)
    run("take_back_import", second)
    assert PayRecord.objects.get().annual_base == 100_000
    assert not ReplacedRecord.objects.exists()
    run("take_back_import", first)
    assert not PayRecord.objects.exists()


@pytest.mark.slow
def test_a_number_is_taken_back_once(tmp_path: Path) -> None:
    run("import_lca", certified(tmp_path))
    number = PayImport.objects.get().pk
    run("take_back_import", number)
    with pytest.raises(CommandError, match=f"no import {number}"):
        run("take_back_import", number)


def test_an_import_that_changes_nothing_has_no_number(tmp_path: Path) -> None:
    run("import_lca", certified(tmp_path))
    assert "take_back" not in run("import_lca", certified(tmp_path))
    assert PayImport.objects.count() == 1


def test_a_thin_newest_year_does_not_hide_the_one_before(tmp_path: Path) -> None:
    TitleMatch.objects.create(role="product-manager", title="PRODUCT MANAGER")
    run("import_lca", certified(tmp_path, 12, DECISION_DATE="2025-06-01"))
    run("import_lca", rows.write_csv(tmp_path / "b.csv", rows.lca(99, DECISION_DATE="2025-11-03")))
    (figure,) = national_pay()["product-manager"]
    assert (figure.n, figure.is_shown) == (12, True)


def surveyed(tmp_path: Path, year: int, median: int) -> Path:
    return rows.write_csv(tmp_path / f"national_M{year}_{median}.csv", {**rows.OEWS, "A_MEDIAN": median})


def find_median() -> tuple[int, int | None] | None:
    pay = find_survey_pay("15-1252")
    return (pay.year, pay.p50) if pay else None


def test_an_import_of_the_survey_is_taken_back_by_its_number(tmp_path: Path) -> None:
    run("import_oews", surveyed(tmp_path, 2024, 133_080))
    said = run("import_oews", surveyed(tmp_path, 2026, 140_000))
    assert find_median() == (2026, 140_000)
    number = PayImport.objects.latest("pk").pk
    assert f"take_back_import {number}" in said
    assert "1 rows added" in run("take_back_import", number)
    assert {year.year for year in SurveyYear.objects.all()} == {2024, 2025}  # 2025 ships


def test_what_an_import_of_the_survey_changed_is_as_it_was(tmp_path: Path) -> None:
    run("import_oews", surveyed(tmp_path, 2027, 133_080))
    run("import_oews", surveyed(tmp_path, 2027, 150_000))
    assert find_median() == (2027, 150_000)
    run("take_back_import", PayImport.objects.latest("pk").pk)
    assert find_median() == (2027, 133_080)
    assert not ReplacedRecord.objects.exists()


@pytest.mark.slow
def test_a_shipped_year_that_an_import_changed_is_as_it_shipped(tmp_path: Path) -> None:
    load_shipped()
    shipped = find_median()
    run("import_oews", surveyed(tmp_path, 2025, 77_777))
    assert find_median() == (2025, 77_777)
    run("take_back_import", PayImport.objects.get().pk)
    assert find_median() == shipped
    assert load_shipped_survey() == 0
