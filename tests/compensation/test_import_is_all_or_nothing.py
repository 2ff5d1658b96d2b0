import gzip
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError
from django.db import connection

from compensation.models.records import PayRecord
from roles.models.working_copy import Source
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db


def many(count: int) -> list[dict[str, str]]:
    return [rows.lca(number) for number in range(count)]


def test_twice_changes_nothing(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", *many(7))
    assert "7 added" in run("import_lca", path)
    before = list(PayRecord.objects.order_by("pk").values_list())
    assert "0 added, 0 changed, 7 already there" in run("import_lca", path)
    assert list(PayRecord.objects.order_by("pk").values_list()) == before


def test_a_dry_run_tells_all_and_changes_nothing(tmp_path: Path) -> None:
    said = run("import_lca", rows.write_csv(tmp_path / "a.csv", *many(3)), dry_run=True)
    assert "3 added" in said
    assert "dry run" in said
    assert not PayRecord.objects.exists()


def test_the_newer_decision_of_a_case_stays(tmp_path: Path) -> None:
    newer = rows.write_csv(tmp_path / "b.csv", rows.lca(1, DECISION_DATE="3/1/2020", WAGE_RATE_OF_PAY_FROM="120000"))
    older = rows.write_csv(tmp_path / "a.csv", rows.lca(1))
    assert "1 added" in run("import_lca", newer)
    assert "0 added, 0 changed" in run("import_lca", older)
    assert PayRecord.objects.get().annual_base == 120_000


def refuses(path: Path, *words: str, command: str = "import_lca", **options: object) -> None:
    with pytest.raises(CommandError, match="Nothing was imported") as caught:
        run(command, path, **options)
    for word in (path.name, *words):
        assert word in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not PayRecord.objects.exists()


def test_a_truncated_gzip_changes_nothing(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv.gz", *many(2000))
    path.write_bytes(path.read_bytes()[:-2000])
    refuses(path, "ends too early")


def test_a_damaged_gzip_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"x" * 100)[:12] + b"\xff" * 50)
    refuses(path, "damaged")


@pytest.mark.parametrize("content", [b"%PDF-1.7 text", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04 no workbook"])
def test_a_wrong_type_changes_nothing(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    refuses(path)


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    refuses(tmp_path / "a.csv", "no column")


def test_an_absent_file_changes_nothing(tmp_path: Path) -> None:
    refuses(tmp_path / "a.csv", "No such file")


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    row = {name: value for name, value in rows.LCA_2020.items() if name != "WAGE_RATE_OF_PAY_FROM"}
    refuses(rows.write_csv(tmp_path / "a.csv", row), "WAGE_RATE_OF_PAY_FROM")


def test_a_quote_that_does_not_close_changes_nothing(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", *many(3))
    path.write_text(path.read_text() + '"I-200')
    refuses(path, "Row 5: a quotation mark is never closed")


def test_a_column_that_stands_twice_changes_nothing(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", *many(2))
    head, *others = path.read_text().splitlines()
    path.write_text("\n".join([f"{head},wage_rate_of_pay_from", *(f"{line},1" for line in others)]))
    refuses(path, "the column WAGE_RATE_OF_PAY_FROM appears twice")


def test_a_file_without_dates_asks_for_its_quarter(tmp_path: Path) -> None:
    refuses(rows.write_csv(tmp_path / "a.csv", rows.LCA_EXTRACT), "FY2024Q1")


def test_the_second_file_at_fault_takes_the_first_back(tmp_path: Path) -> None:
    good = rows.write_csv(tmp_path / "a.csv", *many(3))
    bad = tmp_path / "b.csv"
    bad.write_text("nothing\n")
    with pytest.raises(CommandError, match=r"b\.csv"):
        run("import_lca", good, bad)
    assert not PayRecord.objects.exists()


def test_latin_1_bytes_are_read(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", rows.lca(1, EMPLOYER_NAME="Café Noël"), encoding="latin-1")
    run("import_lca", path)
    assert PayRecord.objects.get().employer == "CAFÉ NOËL"


def test_utf_8_with_a_mark_is_read(tmp_path: Path) -> None:
    path = rows.write_csv(tmp_path / "a.csv", rows.lca(1, EMPLOYER_NAME="Café"), encoding="utf-8-sig")
    run("import_lca", path)
    assert PayRecord.objects.get().employer == "CAFÉ"


def test_signs_of_the_form_that_copy_reads_are_letters_like_others(tmp_path: Path) -> None:
    row = rows.lca(1) | {"CASE_NUMBER": "I\\200\t1\n2\r3", "JOB_TITLE": r"\N Manager \. A\\B"}
    assert "2 added" in run("import_lca", rows.write_csv(tmp_path / "a.csv", row, rows.lca(2)))
    record = PayRecord.objects.get(title__endswith="B")
    assert (record.case_number, record.title) == (row["CASE_NUMBER"], row["JOB_TITLE"].upper())


KILLED = """
import os, signal, sys
import django
from django.conf import settings
settings.DATABASES["default"]["NAME"] = sys.argv[2]
django.setup()
from pathlib import Path
from compensation.imports import lca, loading
from compensation.imports.report import Report

def progress(word):
    if sys.argv[3] in word:
        os.kill(os.getpid(), signal.SIGKILL)

loading.ROWS_PER_STEP = 100
run = loading.ImportRun(report=Report(), progress=progress)
loading.import_files(lca.build_lca_layout(None), [Path(sys.argv[1])], run)
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("moment", ["100 rows read.", "200 rows read, 200 accepted", "Summarizing"])
def test_an_import_that_is_killed_half_way_leaves_nothing_behind(tmp_path: Path, moment: str) -> None:
    run("import_lca", rows.write_csv(tmp_path / "a.csv", rows.lca(999_999)))
    before = list(PayRecord.objects.values_list()), list(Source.objects.values_list())
    path = rows.write_csv(tmp_path / "b.csv", *many(200))
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings", "PYTEST_XDIST_WORKER": "killed"}
    database = connection.settings_dict["NAME"]
    command = [sys.executable, "-c", KILLED, path, database, moment]
    killed = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=False)
    assert killed.returncode == -signal.SIGKILL
    assert (list(PayRecord.objects.values_list()), list(Source.objects.values_list())) == before
    assert "200 added" in run("import_lca", path)
