"""The importers on the real files, which are no part of the project: absent, the tests skip."""

import csv
from pathlib import Path

import pytest

from compensation.models.official import AreaFactor
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import PaySummary
from tests.compensation.helpers import public_file, run

pytestmark = pytest.mark.django_db
TABLE = {
    "PRODUCT MANAGER": (286, 105_888, 129_624, 160_000, 190_087, 211_000),
    "TECHNICAL PRODUCT MANAGER": (26, 102_960, 128_454, 140_000, 168_750, 194_656),
    "PRODUCT OWNER": (34, 77_272, 93_125, 112_518, 117_266, 137_901),
}


def test_the_first_quarter_of_2024_gives_the_known_percentiles() -> None:
    path = public_file("lca/lca_fy2024q1_certified_fulltime.csv.gz")
    for title in TABLE:
        TitleMatch.objects.create(role=title.lower().replace(" ", "-"), title=title)
    assert "96,545 added" in run("import_lca", path, quarter="FY2024Q1")
    rows = PaySummary.objects.filter(area="US").exclude(title="")
    assert {row.title: (row.n, row.p10, row.p25, row.p50, row.p75, row.p90) for row in rows} == TABLE


def test_every_row_of_the_older_layouts_is_taken_or_explained(tmp_path: Path) -> None:
    names = ["fy2015_999rows", "fy2016_999rows", "fy2017_999rows", "fy2020q1_5000rows_96cols"]
    paths = [public_file(f"lca/lca_{name}.csv") for name in names]
    report = tmp_path / "report.csv"
    assert "7,997 rows read: 6,177 added" in run("import_lca", *paths, report=report)
    with report.open() as file:
        told = list(csv.DictReader(file))
    refused = [row for row in told if row["outcome"] == "refused"]
    corrected = [row["value"] for row in told if row["outcome"] == "corrected"]
    assert len(refused) == 7997 - PayRecord.objects.count()
    assert all(row["reason"] for row in refused)
    assert corrected.count("Nov-21 is 11-3021") > corrected.count("Nov-21 is 11-2021") > 0
    assert not PayRecord.objects.exclude(soc__regex=r"^\d\d-\d{4}(\.\d\d)?$").exists()


def test_the_area_factors_are_those_that_were_derived_before() -> None:
    run("import_oews", public_file("oews/national_M2024_dl.xlsx"))
    levels = public_file("wage-levels/prevailing_wages_selected_soc.csv")
    run("import_wage_levels", levels, wage_year="2025-26")
    with public_file("wage-levels/metro_wage_factor.csv").open() as file:
        known = {row["area_code"]: float(row["wage_factor"]) for row in csv.DictReader(file)}
    factors = {row.area_code: float(row.factor) for row in AreaFactor.objects.all()}
    assert factors == pytest.approx(known, abs=0.000_11)  # the older table rounded on the way
    assert len(factors) == 530
