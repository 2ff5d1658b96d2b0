from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError

from compensation.models.records import PayRecord
from roles.models.working_copy import Source
from tests.compensation import rows
from tests.compensation.helpers import run

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey() -> None:
    Source.objects.create(
        slug="survey", publisher="A", title="B", period="2026", method="C", retrieved_on=date(2026, 11, 1)
    )


@pytest.mark.usefixtures("survey")
def test_it_reads_pay_in_any_country(tmp_path: Path) -> None:
    run("import_pay", rows.write_csv(tmp_path / "a.csv", rows.GENERIC), source="survey")
    record = PayRecord.objects.get()
    assert (record.source_id, record.case_number, record.area, record.currency) == ("survey", "A-1", "DE", "EUR")
    assert (record.annual_base, record.year, record.quarter) == (Decimal(90_000), "2026", 1)


@pytest.mark.usefixtures("survey")
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"area": "Berlin"}, "area isn’t an ISO code"),
        ({"currency": "euro"}, "currency isn’t an ISO code"),
        ({"pay": "0"}, "pay that can’t be true"),
        ({"pay": "competitive"}, "no wage"),
        ({"record_id": ""}, "no record_id"),
    ],
)
def test_a_row_is_refused_with_its_reason(tmp_path: Path, changes: dict[str, str], reason: str) -> None:
    path = rows.write_csv(tmp_path / "a.csv", {**rows.GENERIC, **changes})
    assert f"1 refused: {reason}" in run("import_pay", path, source="survey")


@pytest.mark.usefixtures("survey")
def test_a_record_that_a_file_tells_in_two_ways_is_refused(tmp_path: Path) -> None:
    other = {**rows.GENERIC, "pay": "1000"}
    path = rows.write_csv(tmp_path / "a.csv", rows.GENERIC, rows.GENERIC, other)
    said = run("import_pay", path, source="survey")
    assert "1 refused: a row above gives other values for the same record" in said
    assert PayRecord.objects.get().annual_base == Decimal(90_000)


def test_an_unknown_source_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no source 'survey'"):
        run("import_pay", rows.write_csv(tmp_path / "a.csv", rows.GENERIC), source="survey")
