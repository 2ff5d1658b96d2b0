from pathlib import Path

import openpyxl
import pytest

from compensation.models.records import PayRecord
from roles.models.working_copy import Source
from tests.compensation import rows
from tests.compensation.helpers import run
from tests.compensation.test_generic_pay import survey

__all__ = ["survey"]
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("survey")]


def table(separator: str, before: str = "") -> str:
    lines = [list(rows.GENERIC), [value.replace(",", "") for value in rows.GENERIC.values()]]
    return before + "\r\n".join(separator.join(line) for line in lines) + "\r\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("named", [True, False])
def test_it_reads_the_separator_of_any_spreadsheet(tmp_path: Path, separator: str, named: bool) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table(separator, f"sep={separator}\r\n" if named else "").encode())
    assert "1 added" in run("import_pay", path, source="survey")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_it_reads_the_encoding_of_any_spreadsheet(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(table(";").replace("Product", "Señior").encode(encoding))
    run("import_pay", path, source="survey")
    assert PayRecord.objects.get().title == "SEÑIOR MANAGER"


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_it_reads_the_csv_of_a_mac(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.csv"
    text = table(";").replace("Product", "Gestión de méritos").replace("\r\n", end)
    path.write_bytes(text.encode("mac_roman"))
    run("import_pay", path, source="survey")
    assert PayRecord.objects.get().title == "GESTIÓN DE MÉRITOS MANAGER"


def test_a_workbook_may_leave_empty_last_cells_out(tmp_path: Path) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([*rows.GENERIC, "soc"])
    sheet.append([*rows.GENERIC.values()])
    book.save(tmp_path / "a.xlsx")
    assert "1 added" in run("import_pay", tmp_path / "a.xlsx", source="survey")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"pay": "160.000"}, "an amount that can be read in two ways"),
        ({"date": "03/04/2026"}, "a date that can be read in two ways"),
        ({"date": "2062-03-31"}, "a day in the future"),
        ({"date": "03/31/75"}, "a date without its century"),
        ({"area": "XX"}, "no such area"),
        ({"area": "US-ZZ"}, "no such area"),
        ({"area": "DE-QQ"}, "no such area"),
        ({"currency": "ABC"}, "no such currency"),
        ({"currency": "DEM"}, "no such currency"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    path = rows.write_csv(tmp_path / "a.csv", {**rows.GENERIC, **changes})
    assert f"1 refused: {reason}" in run("import_pay", path, source="survey")
    assert not PayRecord.objects.exists()


def test_the_order_of_dates_can_be_told(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", {**rows.GENERIC, "date": "03/04/2026"})
    assert "1 added" in run("import_pay", path, source="survey", dates="day-first")
    assert str(PayRecord.objects.get().decided_on) == "2026-04-03"
    assert Source.objects.filter(slug="survey").exists()
