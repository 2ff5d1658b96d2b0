"""What the cells of a table of openings say, and what they are refused for."""

from decimal import Decimal

import pytest

from packs.openings.cells import CellError, cut_title, read_pay_cell, read_place_cell
from packs.posting.facts import PayPeriod, Workplace


@pytest.mark.parametrize(
    ("cell", "low", "high", "currency", "period"),
    [
        ("120000-150000", 120000, 150000, "USD", "YEAR"),
        ("$120,000 – $150,000 a year", 120000, 150000, "USD", "YEAR"),
        ("120-150k", 120000, 150000, "USD", "YEAR"),
        ("$120k to $150k", 120000, 150000, "USD", "YEAR"),
        ("55 000 € - 65 000 €", 55000, 65000, "EUR", "YEAR"),
        ("EUR55.000,00 a 65.000,00", 55000, 65000, "EUR", "YEAR"),
        ("CHF 9'000-10'000 per month", 9000, 10000, "CHF", "MONTH"),
        ("28.50 an hour", "28.50", "28.50", "USD", "HOUR"),
        ("£14.20/hr", "14.20", "14.20", "GBP", "HOUR"),
        ("C$30-35 hourly", 30, 35, "CAD", "HOUR"),
        ("up to 90000", None, 90000, "USD", "YEAR"),
        ("desde 40000 EUR", 40000, None, "EUR", "YEAR"),
        ("80000+", 80000, None, "USD", "YEAR"),
        ("28.5000000000/hour", "28.50", "28.50", "USD", "HOUR"),
    ],
)
def test_pay_is_read(cell, low, high, currency, period):
    pay = read_pay_cell(cell, [], "USD")
    ends = tuple(None if end is None else Decimal(end) for end in (low, high))
    assert (pay.low, pay.high, pay.currency, pay.period) == (*ends, currency, PayPeriod(period))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("55.000-65.000", "two ways"),
        ("€55.000", "two ways"),
        ("25-30", "Add the period"),
        ("competitive", "isn’t a pay figure"),
        ("150000-120000", "isn’t a pay figure"),
        ("1-2-3", "isn’t a pay figure"),
        ("-5", "isn’t a pay figure"),
        ("0", "isn’t a pay figure"),
        ("up to 5000-6000", "isn’t a pay figure"),
        ("9999999999999", "isn’t a pay figure"),
        ("$5000 - 6000 EUR", "two currencies"),
        ("50000 QQQ", "recognize the currency"),
    ],
)
def test_pay_that_is_none_or_could_be_read_in_two_ways_is_refused(cell, reason):
    with pytest.raises(CellError, match=reason):
        read_pay_cell(cell, [], "USD")


def test_the_place_gives_the_currency_that_no_sign_names():
    assert read_pay_cell("55000", ["Germany"], "USD").currency == "EUR"
    assert read_pay_cell("$90000", ["Canada"], "USD").currency == "CAD"


@pytest.mark.parametrize(
    ("cell", "place", "workplace"),
    [
        ("Denver, CO", "Denver, Colorado, United States", None),
        ("Berlin, Germany (hybrid)", "Berlin, Germany", Workplace.HYBRID),
        ("Remote, Germany", "Germany (remote)", Workplace.REMOTE),
        ("Remote", "Remote", Workplace.REMOTE),
        ("London", "London, United Kingdom", None),
    ],
)
def test_a_place_is_read(cell, place, workplace):
    read = read_place_cell(cell)
    assert (str(read.places[0]), read.workplace) == (place, workplace)


def test_a_place_that_nobody_knows_is_refused():
    with pytest.raises(CellError, match="Xyzzyville"):
        read_place_cell("Xyzzyville")


@pytest.mark.parametrize(
    ("title", "cut"),
    [
        ("Data Analyst II (Night shift), Denver", "Data Analyst"),
        ("Data Analyst 3", "Data Analyst"),
        ("Account Executive - EMEA", "Account Executive"),
        ("Full-Stack Developer", "Full-Stack Developer"),
        ("(Chef)", ""),
    ],
)
def test_a_title_is_cut_before_its_number_and_its_note(title, cut):
    assert cut_title(title) == cut
