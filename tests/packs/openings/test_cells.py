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
        ("$28.50/hr - $32/hr", "28.50", 32, "USD", "HOUR"),
        ("$80,000 - $90,000 CAD", 80000, 90000, "CAD", "YEAR"),
        ("USD $90,000", 90000, 90000, "USD", "YEAR"),
        ("R$120000 - R$150000", 120000, 150000, "BRL", "YEAR"),
        ("₹25,00,000 – ₹30,00,000", 2500000, 3000000, "INR", "YEAR"),
        ("25-30 LPA", 2500000, 3000000, "INR", "YEAR"),
        ("1.2 crore", 12000000, 12000000, "INR", "YEAR"),
        ("12 000 zł", 12000, 12000, "PLN", "YEAR"),
        ("1 200 000 Kč", 1200000, 1200000, "CZK", "YEAR"),
        ("₩60,000,000", 60000000, 60000000, "KRW", "YEAR"),
        ("R450,000", 450000, 450000, "ZAR", "YEAR"),
        ("550000 kr", 550000, 550000, "SEK", "YEAR"),
        ("DKK 550000 kr.", 550000, 550000, "DKK", "YEAR"),
        ("£12.60ph", "12.60", "12.60", "GBP", "HOUR"),
        ("£28,400 p.a.", 28400, 28400, "GBP", "YEAR"),
        ("£2,300 pcm", 2300, 2300, "GBP", "MONTH"),
        ("EUR 3,900-4,600 gross monthly", 3900, 4600, "EUR", "MONTH"),
        ("30.000,00 - 35.000,00 € brutos/año", 30000, 35000, "EUR", "YEAR"),
        ("45-55k€", 45000, 55000, "EUR", "YEAR"),
        ("starting at $20/hr", 20, None, "USD", "HOUR"),
        ("from 90,000 to 100,000", 90000, 100000, "USD", "YEAR"),
        ("between $90,000 and $100,000 annual", 90000, 100000, "USD", "YEAR"),
        ("entre 30000 y 35000 € al año", 30000, 35000, "EUR", "YEAR"),
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
        ("$90,000 EUR", "two currencies"),
        ("$20 an hour - $900 a week", "isn’t a pay figure"),
        ("$1,900 bi-weekly", "isn’t a pay figure"),
        ("$1,900 every two weeks", "isn’t a pay figure"),
    ],
)
def test_pay_that_is_none_or_could_be_read_in_two_ways_is_refused(cell, reason):
    with pytest.raises(CellError, match=reason):
        read_pay_cell(cell, [], "USD")


def test_the_place_gives_the_currency_that_no_sign_names():
    assert read_pay_cell("55000", ["Germany"], "USD").currency == "EUR"
    assert read_pay_cell("$90000", ["Canada"], "USD").currency == "CAD"
    assert read_pay_cell("550000 kr", ["Norway"], "USD").currency == "NOK"
    assert read_pay_cell("¥300000", ["China"], "USD").currency == "CNY"


@pytest.mark.parametrize(
    ("cell", "place", "workplace"),
    [
        ("Denver, CO", "Denver, Colorado, United States", None),
        ("Berlin, Germany (hybrid)", "Berlin, Germany", Workplace.HYBRID),
        ("Remote, Germany", "Germany (remote)", Workplace.REMOTE),
        ("Remote", "Remote", Workplace.REMOTE),
        ("London", "London, United Kingdom", None),
        ("Fully remote", "Remote", Workplace.REMOTE),
        ("Work from home, Texas", "Texas, United States (remote)", Workplace.REMOTE),
        ("Anywhere in Germany", "Germany (remote)", Workplace.REMOTE),
        ("Remote or Denver, CO", "Denver, Colorado, United States (remote)", Workplace.REMOTE),
        ("On-site, Chicago, IL", "Chicago, Illinois, United States", Workplace.ON_SITE),
        ("L.A.", "Los Angeles, California, United States", None),
        ("Köln", "Köln, Germany", None),
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
        ("Data Analyst x2", "Data Analyst"),
        ("Account Executive - EMEA", "Account Executive"),
        ("Full-Stack Developer", "Full-Stack Developer"),
        ("(Chef)", ""),
    ],
)
def test_a_title_is_cut_before_its_number_and_its_note(title, cut):
    assert cut_title(title) == cut
