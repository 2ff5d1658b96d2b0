from datetime import date

import pytest

from compensation.imports.amounts import read_amount, read_whole_amount
from compensation.imports.days import DayOrder, read_day
from compensation.imports.report import RefusedError

SAME = [
    "160000", "160,000", "160,000.00", "160.000,00", "160 000", "160\N{NO-BREAK SPACE}000", "160'000",
    "160\N{RIGHT SINGLE QUOTATION MARK}000", "160k", "160 K", "$160,000", "160 000 €", "EUR 160.000,00", "CHF 160'000",
    "160`000", "160,000 kr", "zł 160 000", "Rs. 160,000", "₩160,000", "R$ 160.000,00", "160k€", "C$160,000", "160kEUR",
]  # fmt: skip
NEVER = [
    "160.000",
    "160,000-180,000",
    "1e5",
    "nan",
    "-5",
    "160,00,0",
    "25,000,00,000",
    "160 0000",
    "60,000.000",
    "k",
    "",
    "9" * 50,
]


@pytest.mark.parametrize("text", SAME)
def test_an_amount_reads_the_same_in_every_country(text: str) -> None:
    assert read_amount(text) == 160_000


@pytest.mark.parametrize("text", NEVER)
def test_an_amount_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_amount(text)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("12,50", 12.5),
        ("12.50", 12.5),
        ("1.600.000", 1_600_000),
        ("0.5", 0.5),
        ("₹25,00,000", 2_500_000),
        ("1,60,000.50", 160_000.5),
    ],
)
def test_cents_and_millions_are_read_by_their_digits(text: str, amount: float) -> None:
    assert read_amount(text) == amount


def test_a_whole_amount_has_no_cents() -> None:
    with pytest.raises(RefusedError, match="whole units"):
        read_whole_amount("12,50")


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-31",
        "31/03/2026",
        "03/31/2026",
        "31.03.2026",
        "2026-03-31 00:00:00",
        "2026/03/31",
        "2026.3.31",
        "2026-03-31T00:00:00+00:00",
        "31 March 2026",
        "31-Mar-2026",
        "Mar. 31, 2026",
        "March 31st, 2026",
    ],
)
def test_a_day_that_one_country_alone_can_mean_is_read(text: str) -> None:
    assert read_day(text) == date(2026, 3, 31)


@pytest.mark.parametrize("text", ["03/04/2026", "3.4.2026", "03-04-2026"])
def test_a_day_that_two_countries_read_differently_is_asked_about(text: str) -> None:
    with pytest.raises(RefusedError, match="which comes first"):
        read_day(text)
    assert read_day(text, DayOrder.DAY_FIRST) == date(2026, 4, 3)
    assert read_day(text, DayOrder.MONTH_FIRST) == date(2026, 3, 4)


@pytest.mark.parametrize(
    "text", ["03/31/75", "1975-03-31", "2026-02-30", "2062-03-31", "soon", "", "31 Ma 2026", "31 Mart 2026"]
)
def test_a_day_that_cannot_be_is_refused(text: str) -> None:
    with pytest.raises(RefusedError):
        read_day(text, today=date(2026, 11, 1))
