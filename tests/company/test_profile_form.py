"""The profile's form: lists are lines, and a line at fault is named by its number."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from lxml import html

from company.forms import ProfileFileForm, ProfileForm, show_profile
from company.profile import CompanyProfile, Office
from company.profile_file import write_profile
from tests.company.samples import ACME, COLORED_ACME
from tests.company.test_logo import SVG


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
        ("pay_bands", "Senior | much", "Line 1: “much” isn’t an amount"),
        ("pay_bands", "Senior | NaN", "isn’t an amount"),
        ("pay_bands", "| 1", "name of a level"),
        ("pay_bands", "Senior | 2 | 1", "expected 2 or more"),
        ("house_words", "x | y", "2 to 80 characters"),
        ("house_words", "\n".join(f"word {number}" for number in range(61)), "Use at most 60 lines"),
        ("house_words", "clients | customers | why | and more", "at most 3 parts"),
        ("house_words", f"clients | customers | {'w' * 501}", "more than 500 characters"),
        ("pay_bands", f"Senior | 1 | 2 | | | {'b' * 501}", "Line 1: shorten it"),
        ("pay_bands", f"{'L' * 101} | 1", "more than 100 characters"),
        ("pay_bands", "Senior | 1 | 2 | 3 | 4 | bonus | equity | and more", "at most 7 parts"),
        ("values", f"We listen\n{'v' * 501}", "Line 2: shorten it"),
        ("offices", f"{'C' * 101}, Germany", "more than 100 characters"),
        ("offices", "Denver, United States | hybrid", "only “remote” can come after the bar"),
        ("offices", "Remote", "enter a city"),
        ("apply_to", "javascript:alert(1)", "link or an email"),
        ("currency", "ZZZ", "recognize the currency"),
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


@pytest.mark.parametrize("word", ["remote", "Remote", "remoto"])
def test_an_office_may_be_remote_in_any_case(word):
    form = ProfileForm(post_form(ACME, offices=f"Spain | {word}"))
    assert form.is_valid(), form.errors
    assert form.read_profile().offices == (Office(country="Spain", remote=True),)


def test_what_nobody_sees_is_dropped():
    form = ProfileForm(
        post_form(ACME, name="Acme\u00a0 Char\u200bts", values="We lis\u00adten", about_short="A\u200bcme")
    )
    assert form.is_valid(), form.errors
    profile = form.read_profile()
    assert (profile.name, profile.values, profile.about_short) == ("Acme Charts", ("We listen",), "Acme")


def test_columns_can_be_pasted_from_a_sheet():
    form = ProfileForm(post_form(ACME, pay_bands="L1\t90,000\t110 000\t\t\t5 %"))
    assert form.is_valid(), form.errors
    band = form.read_profile().pay_bands[0]
    assert (band.base_low, band.base_high, band.total_low, band.bonus) == (90_000, 110_000, None, "5 %")


@pytest.mark.parametrize("typed", ["$150,000.00", "150'000", "150 000 €", "150k"])
def test_an_amount_is_read_as_a_spreadsheet_or_a_person_writes_it(typed):
    form = ProfileForm(post_form(ACME, pay_bands=f"Senior | {typed}"))
    assert form.is_valid(), form.errors
    assert form.read_profile().pay_bands[0].base_low == 150_000


def test_an_amount_that_can_be_read_in_two_ways_is_refused():
    assert not ProfileForm(post_form(ACME, pay_bands="Senior | 150.000")).is_valid()


def test_lists_lose_the_bullets_that_they_were_pasted_with():
    lists = {
        "values": "• We listen\n1. We say no",
        "offices": "– Berlin, Germany",
        "benefits_28": "• Gym\n◦ Sabbatical | after five years",
    }
    form = ProfileForm(post_form(CompanyProfile(), **lists))
    assert form.is_valid(), form.errors
    profile = form.read_profile()
    assert profile.values == ("We listen", "We say no")
    assert profile.offices == (Office(city="Berlin", country="Germany"),)
    assert [(one.name, one.note) for one in profile.benefits] == [("Gym", ""), ("Sabbatical", "after five years")]


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


def test_a_logo_is_drawn_again_and_stays_until_it_is_taken_away():
    initial = show_profile(COLORED_ACME)
    typed, brought = (
        post_form(ACME, accent="#116644"),
        {"logo": SimpleUploadedFile("logo.svg", SVG.format("").encode())},
    )
    first, same = ProfileForm(typed, brought), ProfileForm(typed, {}, initial=initial)
    gone = ProfileForm(post_form(ACME, remove_logo="on"), {}, initial=initial)
    assert first.is_valid()
    assert same.is_valid()
    assert gone.is_valid()
    assert first.read_profile().logo.startswith(b"\x89PNG")
    assert same.read_profile() == COLORED_ACME
    assert gone.read_profile().logo == b""


@pytest.mark.parametrize(("field", "typed"), [("logo", b"GIF89a"), ("accent", "yellow")])
def test_what_is_no_logo_and_no_color_is_refused(field, typed):
    brought = {"logo": SimpleUploadedFile("logo.gif", typed)} if field == "logo" else {}
    form = ProfileForm(post_form(ACME, **({"accent": typed} if field == "accent" else {})), brought)
    assert not form.is_valid()
    assert [*form.errors] == [field]


def test_a_logo_of_a_file_is_drawn_again_too():
    stated = write_profile(COLORED_ACME)
    kept = ProfileFileForm({}, {"file": SimpleUploadedFile("acme.json", stated)})
    assert kept.is_valid(), kept.errors
    assert kept.cleaned_data["file"] == COLORED_ACME
    hidden = write_profile(CompanyProfile(logo=b"<html><script>alert(1)</script>"))
    refused = ProfileFileForm({}, {"file": SimpleUploadedFile("acme.json", hidden)})
    assert not refused.is_valid()
    assert "logo: Upload an SVG or PNG file." in refused.errors["file"]


@pytest.mark.parametrize("field", ["about_short", "about_long", "how_to_apply", "equal_opportunity", "workplace_rules"])
def test_a_list_pasted_into_a_text_has_one_mark_for_each_point(field):
    form = ProfileForm(post_form(ACME, **{field: "We offer:\r\n1. Tea\r\n2) Cake\r\n\u203a Pie"}))
    assert form.is_valid(), form.errors
    assert getattr(form.read_profile(), field) == "We offer:\n- Tea\n- Cake\n- Pie"
