from decimal import Decimal
from pathlib import Path

import pytest

from compensation.models.records import PayRecord
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db
LAYOUTS = {
    "2014": (rows.LCA_2014, "FY2014", 2, "90000"),
    "2015": (rows.LCA_2015, "FY2015", 2, "66000"),
    "2016": (rows.LCA_2016, "FY2016", 1, "66000"),
    "2019": (rows.LCA_2019, "FY2019", 2, "66000"),
    "2020": (rows.LCA_2020, "FY2020", 1, "100000"),
}


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("suffix", ["csv", "csv.gz", "xlsx"])
def test_it_reads_every_layout_in_every_type(tmp_path: Path, name: str, suffix: str) -> None:
    row, year, quarter, wage = LAYOUTS[name]
    path = tmp_path / f"lca.{suffix}"
    (rows.write_workbook if suffix == "xlsx" else rows.write_csv)(path, row)
    assert "1 rows read: 1 added" in run("import_lca", path)
    record = PayRecord.objects.get()
    assert (record.title, record.employer, record.area, record.soc) == (
        "PRODUCT MANAGER",
        "ACME INC",
        "US-CA",
        "11-2021",
    )
    assert (record.year, record.quarter, record.annual_base) == (year, quarter, Decimal(wage))


def test_a_file_is_known_by_its_bytes_not_its_name(tmp_path: Path) -> None:
    path = rows.write_workbook(tmp_path / "lca.xlsx", rows.LCA_2020).rename(tmp_path / "lca.csv")
    assert "1 added" in run("import_lca", path)


def test_columns_are_found_in_any_order(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "lca.csv", dict(reversed(rows.LCA_2020.items())))
    assert "1 added" in run("import_lca", path)


@pytest.mark.parametrize(
    ("wage", "unit", "annual"),
    [
        ("35.42", "Hour", "73673.60"),
        ("2000", "Week", "104000"),
        ("5355.0", "Bi-Weekly", "139230"),
        ("10000", "Month", "120000"),
    ],
)
def test_pay_is_counted_by_the_year(tmp_path: Path, wage: str, unit: str, annual: str) -> None:
    run(
        "import_lca", rows.write_csv(tmp_path / "a.csv", rows.lca(1, WAGE_RATE_OF_PAY_FROM=wage, WAGE_UNIT_OF_PAY=unit))
    )
    assert PayRecord.objects.get().annual_base == Decimal(annual)


def test_a_bi_weekly_wage_is_recomputed_from_the_extract(tmp_path: Path) -> None:
    run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.LCA_EXTRACT), quarter="FY2024Q1")
    record = PayRecord.objects.get()
    assert (record.annual_base, record.year, record.quarter, record.decided_on) == (Decimal(139230), "FY2024", 1, None)


def test_no_personal_column_is_stored(tmp_path: Path) -> None:
    run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.LCA_2020, rows.lca(2)))
    stored = " ".join(str(values) for values in PayRecord.objects.values_list())
    assert "ACME" in stored
    for personal in ("Surname", "SURNAME", "example.com", "EXAMPLE.COM"):
        assert personal not in stored


def test_equal_rows_without_numbers_each_count_and_count_once(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", rows.LCA_EXTRACT, rows.LCA_EXTRACT)
    assert "2 added" in run("import_lca", path, quarter="FY2024Q1")
    assert "0 added, 0 changed, 4 already there" in run("import_lca", path, path, quarter="FY2024Q1")


def test_the_same_title_in_other_spaces_is_one_title(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", rows.lca(1, JOB_TITLE=" product\N{NO-BREAK SPACE} Manager "))
    run("import_lca", path)
    assert PayRecord.objects.get().title == "PRODUCT MANAGER"
