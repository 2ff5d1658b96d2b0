"""The profile's form: lists are lines, and a line at fault is named by its number."""

import pytest
from django.http import QueryDict
from lxml import html

from company.forms import ProfileForm, show_profile
from company.profile import CompanyProfile, Office
from tests.company.samples import ACME


def post_form(profile, **changes):
    """What a browser sends for the form of a profile, with some fields changed."""
    page = html.fromstring(f"<form>{ProfileForm(initial=show_profile(profile)).as_p()}</form>")
    data = {name: value or "" for name, value in page.form_values()}
    query = QueryDict(mutable=True)
    query.update(data | changes)
    return query


def test_a_form_that_nobody_changes_gives_the_same_profile():
    form = ProfileForm(post_form(ACME))
    assert form.is_valid(), form.errors
    assert form.read_profile() == ACME


def test_an_empty_form_is_an_empty_profile():
    form = ProfileForm(post_form(CompanyProfile()))
    assert form.is_valid(), form.errors
    assert form.read_profile() == CompanyProfile()


@pytest.mark.parametrize(
    ("field", "typed", "says"),
    [
        ("offices", "Spain\na, b, c, d", "Line 2"),
        ("pay_bands", "Senior | much", "Line 1: “much” is no amount"),
        ("pay_bands", "Senior | NaN", "no amount"),
        ("pay_bands", "| 1", "name of a level"),
        ("pay_bands", "Senior | 2 | 1", "expected 2 or more"),
        ("house_words", "x | y", "2 to 80 characters"),
        ("house_words", "\n".join(f"word {number}" for number in range(61)), "At most 60 lines"),
        ("currency", "US", "three letters"),
        ("employees", "none", "whole number"),
        ("url", "nowhere", "URL"),
    ],
)
def test_a_line_at_fault_is_named(field, typed, says):
    form = ProfileForm(post_form(ACME, **{field: typed}))
    assert not form.is_valid()
    assert says in " ".join(form.errors[field])
    assert [*form.errors] == [field]


def test_columns_can_be_pasted_from_a_sheet():
    form = ProfileForm(post_form(ACME, pay_bands="L1\t90,000\t110 000\t\t\t5 %"))
    assert form.is_valid(), form.errors
    band = form.read_profile().pay_bands[0]
    assert (band.base_low, band.base_high, band.total_low, band.bonus) == (90_000, 110_000, None, "5 %")


def test_an_office_has_one_two_or_three_parts():
    form = ProfileForm(post_form(ACME, offices="Spain | remote\nBerlin, Germany\nDenver, Colorado, United States"))
    assert form.is_valid(), form.errors
    assert form.read_profile().offices == (
        Office(country="Spain", remote=True),
        Office(city="Berlin", country="Germany"),
        Office(city="Denver", region="Colorado", country="United States"),
    )


def test_a_benefit_is_ticked_with_a_note():
    form = ProfileForm(post_form(CompanyProfile(), benefits_0="on", benefits_1="from day one"))
    assert form.is_valid(), form.errors
    assert [(one.name, one.note) for one in form.read_profile().benefits] == [("Health insurance", "from day one")]
