import csv
from pathlib import Path

import pytest

from compensation.models.records import PayRecord
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db
FAULTS = [
    ({"CASE_STATUS": "Certified - Withdrawn"}, "not certified, or withdrawn since"),
    ({"CASE_STATUS": "CERTIFIED-WITHDRAWN"}, "not certified, or withdrawn since"),
    ({"CASE_STATUS": "Denied"}, "not certified, or withdrawn since"),
    ({"FULL_TIME_POSITION": "N"}, "part time"),
    ({"JOB_TITLE": " "}, "no job title"),
    ({"WAGE_RATE_OF_PAY_FROM": "-"}, "no wage"),
    ({"WAGE_RATE_OF_PAY_FROM": "nan"}, "no wage"),
    ({"WAGE_UNIT_OF_PAY": "Fortnight"}, "unknown unit of pay"),
    ({"WAGE_RATE_OF_PAY_FROM": "95000", "WAGE_UNIT_OF_PAY": "Hour"}, "too high to be true"),
    ({"WAGE_RATE_OF_PAY_FROM": "45"}, "below the federal minimum wage"),
    ({"WORKSITE_STATE": "ZZ"}, "not a state of the United States"),
    ({"DECISION_DATE": "soon"}, "not a date that can be read"),
    ({"DECISION_DATE": ""}, "no decision date"),
    ({"CASE_NUMBER": ""}, "no case number"),
    ({"SOC_CODE": "manager"}, "occupation code can’t be read"),
    ({"SOC_CODE": "Nov-21", "SOC_TITLE": "Managers of something"}, "occupation code damaged"),
]


@pytest.mark.parametrize(("changes", "reason"), FAULTS)
def test_a_row_is_refused_with_its_reason(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    report = tmp_path / "report.csv"
    said = run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.lca(1, **changes), rows.lca(2)), report=report)
    assert "1 added" in said
    assert f"1 refused: {reason}" in said
    (row,) = csv.DictReader(report.read_text().splitlines())
    assert (row["file"], row["line"], row["outcome"]) == ("a.csv", "2", "refused")
    assert row["reason"].startswith(reason)


def test_a_ragged_row_is_refused(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", rows.lca(1))
    path.write_text(path.read_text() + "I-200,Certified\n\n")
    assert "1 refused: more or fewer values than the header" in run("import_lca", path)


@pytest.mark.parametrize(
    ("code", "title", "soc"),
    [
        ("Nov-21", "COMPUTER AND INFORMATION SYSTEMS MANAGERS", "11-3021"),
        ("Nov-21", "COMPUTER AND INFORMATION SYSTEMS MANAGER", "11-3021"),
        ("Nov-21", "Marketing Managers", "11-2021"),
        ("Nov-21", "CONSTRUCTION MANAGERS", "11-9021"),
        ("Nov-31", "PUBLIC RELATIONS AND FUNDRAISING MANAGERS", "11-2031"),
        ("15-2051-01", "", "15-2051.01"),
        ("17.2199.04", "", "17-2199.04"),
        ("111021", "", "11-1021"),
    ],
)
def test_a_damaged_code_is_mended_where_one_fits_and_told(tmp_path: Path, code: str, title: str, soc: str) -> None:
    report = tmp_path / "report.csv"
    path = rows.write_csv(tmp_path / "a.csv", rows.lca(1, SOC_CODE=code, SOC_TITLE=title))
    assert "1 corrected: occupation code corrected" in run("import_lca", path, report=report)
    assert PayRecord.objects.get().soc == soc
    (row,) = csv.DictReader(report.read_text().splitlines())
    assert (row["outcome"], row["value"]) == ("corrected", f"{code} is {soc}")


def test_two_codes_of_one_occupation_become_one(tmp_path: Path) -> None:
    run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.lca(1, SOC_CODE="15-1199.09")))
    assert PayRecord.objects.get().soc == "15-1299.09"


def test_the_report_holds_no_personal_column(tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.lca(1, JOB_TITLE="")), report=report)
    assert "Surname" not in report.read_text()
    assert "example.com" not in report.read_text()
