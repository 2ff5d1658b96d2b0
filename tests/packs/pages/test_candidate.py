"""The candidate's page: what of the law's list a posting says, and a link that carries the text."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compensation.pay_law.table import add_missing, shipped_rules
from packs.models import Pack
from packs.pages.candidate import LONGEST_CARRIED, pack_text, unpack_text

ADDRESS = "/review/law/"
TEXT = "Pump Engineer\n\nLocation: Denver, Colorado\n\nPay\nThe pay is $60,000-$70,000 a year.\n"


@pytest.fixture
def rules(db):
    add_missing(shipped_rules())


def words(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def check(client, **fields):
    return client.post(ADDRESS, {"text": TEXT, "region": "Colorado", "country": "United States", **fields})


def test_it_says_what_the_text_does_and_does_not_say(client, rules):
    said = words(check(client))
    missing = said.partition("missing from the text")[2].partition("Stated in the text")[0]
    assert all(asked in missing for asked in ("Benefits", "An application deadline", "How to apply"))
    assert "A pay range or a fixed rate" in said.partition("Stated in the text")[2]


def test_without_a_place_in_the_fields_the_places_of_the_text_count(client, rules):
    assert "For work in Denver, CO, US" in words(check(client, region="", country=""))


def test_a_text_without_a_place_asks_for_one(client, rules):
    assert "place that we recognize" in words(check(client, text="Pump Engineer\n\nCome.", region="", country=""))


def test_the_link_opens_the_same_result_and_stores_nothing(client, rules):
    first = check(client)
    link = unescape(re.search(r'href="[^"]*(/review/law/\?posting=[^"]+)"', first.content.decode())[1])
    again = client.get(link)
    assert words(again) == words(first)
    assert again.headers["Cache-Control"] == "private, no-store"
    assert again.headers["Referrer-Policy"] == "no-referrer"
    assert Pack.objects.count() == 0
    assert not again.cookies


@pytest.mark.slow
def test_a_text_that_is_too_long_for_an_address_has_no_link(client, rules):
    text = TEXT + " ".join(f"{number * 7919 % 100003:x}" for number in range(6000))
    assert "too long for a link" in words(check(client, text=text))


@pytest.mark.parametrize(
    "packed", ["", "x", "%%%", "!!!!", pack_text("a" * (LONGEST_CARRIED + 1)), pack_text(TEXT)[:-9]]
)
def test_a_link_that_carries_no_text_asks_for_one(client, rules, packed):
    response = client.get(ADDRESS, {"posting": packed})
    assert response.status_code == 422


def test_a_country_that_nobody_knows_is_named(client, rules):
    response = check(client, country="Narnia")
    assert response.status_code == 422
    assert "We don’t recognize that country. Check the spelling." in words(response)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=500))
def test_a_text_comes_back_from_its_address(text):
    assert unpack_text(pack_text(text)) == text
