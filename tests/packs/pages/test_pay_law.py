"""Pay law beside the job description: what the chosen places ask, and the words that answer."""

import re
from html import unescape

import pytest

from compensation.pay_law.table import add_missing, shipped_rules
from tests.factories import a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
ADDRESS = "/roles/technical-product-manager/job-description/"
DENVER = {"place-0-city": "Denver", "place-0-region": "Colorado", "place-0-country": "United States"}


@pytest.fixture(autouse=True)
def rules():
    a_published_kit()
    add_missing(shipped_rules())


def law(client, **fields):
    html = client.post(ADDRESS, posted(**fields)).content.decode()
    section = re.search(r'(?s)id="pay-law-title"[^>]*>(.*?)</section>', html)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())


def test_without_a_place_it_asks_for_one(client):
    assert "Enter the job’s country" in law(client)
    assert "not legal advice" in law(client)


def test_a_place_lists_what_its_rule_asks_with_the_words_that_meet_it(client):
    text = law(client, **DENVER, posted_on="2026-11-23")
    assert "Colorado: " in text
    assert "Met A pay range or a fixed rate" in text
    assert "Missing An application deadline" in text
    assert "Source: 7 CCR 1103-18, rule 11.1, read November 2026" in text


def test_filling_the_fields_meets_the_rule(client):
    fields = {
        "benefits": "Health insurance",
        "ongoing": "on",
        "how_to_apply": "Apply online.",
        "pay_low": "160000",
        "pay_high": "190000",
        "pay_bonus": "A yearly bonus",
    }
    assert "Colorado: nothing missing" in law(client, **DENVER, **fields, posted_on="2026-11-23")


def test_a_day_before_the_rule_asks_for_nothing_yet(client):
    assert "Colorado: from January 1, 2021" in law(client, **DENVER, posted_on="2020-06-01")


def test_remote_work_meets_every_rule_of_the_country(client):
    text = law(client, **{"place-0-country": "US"}, workplace="remote", posted_on="2026-11-23")
    assert all(name in text for name in ("Colorado", "California", "New York City", "Columbus, Ohio"))
    assert "Not confirmed: whether remote work counts" in text


def test_an_unknown_country_is_said_to_be_unknown(client):
    assert "don’t know a country named “Narnia”" in law(client, **{"place-0-country": "Narnia"})


def test_a_place_without_a_rule_is_no_promise(client):
    text = law(client, **{"place-0-country": "US", "place-0-region": "Texas"})
    assert "doesn’t prove there is none" in text


def test_the_rules_cost_one_query_more(client, django_assert_num_queries):
    data = posted(**DENVER)
    with django_assert_num_queries(2):
        client.post(ADDRESS, data)
