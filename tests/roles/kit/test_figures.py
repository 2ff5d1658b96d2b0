import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from roles.kit.figures import (
    format_money,
    format_number,
    format_tick,
    format_years,
    pay_range,
    short_money,
    short_pay_range,
)


def test_money_is_written_in_full():
    assert format_money(160_000) == "$160,000"


def test_thousands_are_set_apart():
    assert (format_number(999), format_number(1_234_567), format_number(1.0825)) == ("999", "1,234,567", "1.0825")
    with override("es"):
        assert format_number(1_234_567) == "1.234.567"


def test_a_currency_without_a_symbol_keeps_its_code():
    assert format_money(160_000, "CHF") == "CHF\N{NO-BREAK SPACE}160,000"


@pytest.mark.parametrize(
    ("amount", "text"), [(950, "$950"), (160_000, "$160K"), (162_500, "$162.5K"), (1_200_000, "$1.2M")]
)
def test_money_has_a_short_form(amount, text):
    assert short_money(amount) == text


@given(st.integers(0, 100_000_000))
def test_the_short_form_loses_nothing(amount):
    text = short_money(amount).removeprefix("$").replace(",", "")
    unit = {"K": 1_000, "M": 1_000_000}.get(text[-1], 1)
    assert round(float(text.rstrip("KM")) * unit) == amount


def test_a_pay_range_names_both_ends():
    assert pay_range(160_000, 280_000) == "$160,000–$280,000"
    assert short_pay_range(160_000, 220_000) == "$160K–$220K"


def test_an_open_pay_range_says_so():
    assert pay_range(160_000, None) == "From $160,000"
    assert pay_range(None, 160_000) == "Up to $160,000"
    assert pay_range(None, None) == ""


def test_a_range_of_one_figure_is_that_figure():
    assert pay_range(160_000, 160_000) == "$160,000"


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [(4, 7, "4–7 years"), (5, None, "5+ years"), (None, 1, "Up to 1 year"), (1, 1, "1 year"), (None, None, "")],
)
def test_years_of_experience(low, high, text):
    assert format_years(low, high) == text


def test_an_axis_has_little_room_for_a_currency():
    assert format_tick(150_000) == "$150K"
    with override("es"):
        assert format_tick(150_000) == "150\N{NO-BREAK SPACE}mil"
