from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.percentiles import refresh_summaries, word_period
from compensation.rules import choose_publishable
from roles.publishing.rows import save_kit
from tests.compensation import rows
from tests.compensation.helpers import run
from tests.factories import a_kit

VALUES = (10, 25, 50, 75, 90)


@given(n=st.integers(0, 40), employers=st.integers(0, 40))
def test_what_may_be_published_follows_the_counts(n: int, employers: int) -> None:
    shown = choose_publishable(VALUES, n=n, employers=employers)
    enough = n >= 10 and employers >= 5
    assert [shown["p25"], shown["p50"], shown["p75"]] == ([25, 50, 75] if enough else [None] * 3)
    assert [shown["p10"], shown["p90"]] == ([10, 90] if enough else [None] * 2)


@pytest.mark.parametrize(
    ("quarters", "text"),
    [
        ([1], "FY2024 Q1"),
        ([3, 1, 2], "FY2024 Q1–Q3"),
        ([1, 4], "FY2024 Q1, Q4"),
        ([1, 2, 3, 4], "FY2024"),
        ([None], "FY2024"),
    ],
)
def test_a_period_names_what_it_covers(quarters: list[int | None], text: str) -> None:
    assert word_period("FY2024", quarters) == text


def filings(tmp_path: Path, count: int, *, employers: int | None = None, **changes: str) -> None:
    made = [
        rows.lca(
            number,
            EMPLOYER_NAME=f"Employer {number % (employers or count)}",
            WAGE_RATE_OF_PAY_FROM=str(100_000 + 1000 * number),
            **changes,
        )
        for number in range(count)
    ]
    run("import_lca", rows.write_csv(tmp_path / "a.csv", *made))


@pytest.fixture
def _titles(db: None) -> None:
    TitleMatch.objects.create(role="product-manager", title="PRODUCT MANAGER")
    TitleMatch.objects.create(role="product-manager", level="Senior", title="SENIOR PRODUCT MANAGER")


pytestmark = pytest.mark.usefixtures("_titles")


def summary(area: str = "US", level: str = "", title: str = "") -> PaySummary:
    return PaySummary.objects.get(role="product-manager", area=area, level=level, title=title)


def test_an_import_refreshes_the_percentiles(tmp_path: Path) -> None:
    filings(tmp_path, 11)
    row = summary()
    assert (row.n, row.employers, row.period, row.currency) == (11, 11, "FY2020 Q1", "USD")
    assert (row.p10, row.p25, row.p50, row.p75, row.p90) == (101_000, 102_500, 105_000, 107_500, 109_000)
    assert summary(area="US-CA").p50 == summary(title="PRODUCT MANAGER").p50 == 105_000


def test_a_level_counts_its_own_titles_and_the_role_all(tmp_path: Path) -> None:
    filings(tmp_path, 10)
    TitleMatch.objects.filter(level="").update(level="Mid")
    refresh_summaries()
    assert (summary().n, summary(level="Mid").n) == (10, 10)
    assert not PaySummary.objects.filter(level="Senior").exists()


def test_fewer_than_ten_records_show_nothing_but_their_number(tmp_path: Path) -> None:
    filings(tmp_path, 9)
    assert (summary().n, summary().p50) == (9, None)
    assert not PaySummary.objects.filter(area="US-CA").exists()


def test_fewer_than_five_employers_show_nothing(tmp_path: Path) -> None:
    filings(tmp_path, 20, employers=4)
    assert (summary().n, summary().employers, summary().p50) == (20, 4, None)


def test_an_employer_of_more_than_a_quarter_is_flagged(tmp_path: Path) -> None:
    filings(tmp_path, 20, employers=5)
    assert not summary().flagged
    PayRecord.objects.filter(employer="EMPLOYER 1").update(employer="EMPLOYER 0")
    PayRecord.objects.filter(case_number__endswith="19").update(employer="ANOTHER")
    refresh_summaries()
    assert summary().largest_share == 0.4
    assert summary().flagged


def test_an_editor_changes_what_counts(tmp_path: Path) -> None:
    filings(tmp_path, 6, JOB_TITLE="Product Wizard")
    assert not PaySummary.objects.exists()
    save_kit(a_kit(slug="product-manager"))
    match = TitleMatch(role="product-manager", title="product  wizard")
    match.full_clean()
    match.save()
    refresh_summaries()
    assert summary().n == 6
    counted = TitleMatch.objects.with_counts().values("title", "records")  # type: ignore[misc] # an annotation
    assert {row["title"]: row["records"] for row in counted} == {
        "PRODUCT MANAGER": 0,
        "SENIOR PRODUCT MANAGER": 0,
        "PRODUCT WIZARD": 6,
    }


def test_occupations_are_counted_and_no_one_stands_for_the_role(tmp_path: Path) -> None:
    filings(tmp_path, 15)
    PayRecord.objects.filter(case_number__endswith="0").update(soc="15-1299.09")
    PayRecord.objects.filter(annual_base__gte=105_000).update(soc="15-1252")
    refresh_summaries()
    assert [(row.soc, row.n, round(row.share, 3)) for row in FiledOccupation.objects.all()] == [("15-1252", 10, 0.667)]


def test_years_and_sources_are_kept_apart(tmp_path: Path) -> None:
    filings(tmp_path, 6)
    later = [rows.lca(100 + number, DECISION_DATE="11/2/2020", EMPLOYER_NAME=f"E{number}") for number in range(6)]
    run("import_lca", rows.write_csv(tmp_path / "b.csv", *later))
    run("import_lca", rows.write_csv(tmp_path / "c.csv", *[rows.LCA_EXTRACT] * 6), quarter="FY2021Q1")
    found = PaySummary.objects.filter(area="US", title="").values_list("source", "period", "n")
    assert sorted(found) == [
        ("us-dol-lca", "FY2020 Q1", 6),
        ("us-dol-lca", "FY2021 Q1", 6),
        ("us-dol-lca-extract", "FY2021 Q1", 6),
    ]
