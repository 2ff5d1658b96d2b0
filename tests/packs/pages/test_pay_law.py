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


@pytest.fixture(scope="module", autouse=True)
def rules(module_db):
    a_published_kit()
    add_missing(shipped_rules())


def law(client, **fields):
    html = client.post(ADDRESS, posted(**fields)).content.decode()
    section = re.search(r'(?s)id="pay-law-title"[^>]*>(.*?)</section>', html)[1]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", section)).split())


def test_without_a_place_it_asks_for_one(client):
    assert "Enter the job’s country" in law(client)
    assert "isn’t legal advice" in law(client)


def test_a_place_lists_what_its_rule_asks_with_the_words_that_meet_it(client):
    text = law(client, **DENVER, posted_on="2026-11-23")
    assert "Colorado: " in text
    assert "Met A pay range or a fixed rate" in text
    assert "Missing An application deadline" in text
    assert "Source: 7 CCR 1103-18, rule 11.1, read November 2026" in text


@pytest.mark.parametrize(("city", "region"), [("Denver", "Colorado"), ("", "CO"), ("Denver", "")])
def test_a_state_or_a_city_of_one_country_needs_no_country(client, city, region):
    assert "Colorado: " in law(client, **{"place-0-city": city, "place-0-region": region, "place-0-country": ""})


@pytest.mark.parametrize(("city", "region"), [("Springfield", ""), ("", "Somewhere"), ("Nowhere at All", "")])
def test_a_name_of_several_places_still_asks_for_the_country(client, city, region):
    assert "Enter the job’s country" in law(client, **{"place-0-city": city, "place-0-region": region})


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
    assert all(name in text for name in ("Colorado", "California", "New York City"))
    assert "Columbus, Ohio" not in text, "only work that is performed there counts"
    assert "Not confirmed: whether remote work counts" in text


REMOTE = {"place-0-country": "United States", "workplace": "remote", "posted_on": "2026-11-29"}


def test_each_thing_to_do_is_named_once_with_every_place_that_asks_for_it(client):
    text = law(client, **REMOTE)
    assert text.count("Add: Benefits") == 1
    asked = text.partition("Add: Benefits")[2].partition("Insert words")[0]
    assert all(place in asked for place in ("Colorado", "Washington", "New Jersey", "Illinois"))


def test_a_press_inserts_words_and_says_that_they_have_to_be_true(client):
    html = client.post(ADDRESS, posted(**REMOTE, do="law:benefits")).content.decode()
    assert "Health insurance, paid time off and a retirement plan" in html
    assert "Make sure they’re true of your job" in html
    assert "Insert words: Benefits" not in unescape(html)


def test_words_that_were_there_stay(client):
    html = client.post(ADDRESS, posted(**REMOTE, how_to_apply="Knock.", do="law:how-to-apply")).content.decode()
    assert "Knock.\nTo apply, send your résumé" in unescape(html).replace("\r\n", "\n")


@pytest.mark.slow
def test_a_line_that_a_ban_names_is_left_out_at_a_press(client):
    fields = {**REMOTE, "other": "Free tea.\nTell us your current salary."}
    html = unescape(client.post(ADDRESS, posted(**fields)).content.decode())
    assert 'value="take-out:other:1"' in html
    html = unescape(client.post(ADDRESS, posted(**fields, do="take-out:other:1")).content.decode())
    assert "Free tea." in html
    assert "Tell us your current salary." not in html


@pytest.mark.slow
def test_whether_artificial_intelligence_is_used_is_asked_first(client):
    toronto = {"place-0-region": "Ontario", "place-0-country": "Canada", "posted_on": "2026-11-29"}
    text = law(client, **toronto)
    assert "Answer: Whether artificial intelligence" in text
    assert "Do you use artificial intelligence to screen, assess or select applicants?" in text
    assert "Answer:" not in law(client, **toronto, screening="not-used")


def test_a_company_that_is_too_small_is_told_so(client):
    text = law(client, **REMOTE, employees="12")
    assert "don’t cover a company of your size" in text
    assert "California" in re.findall(r"The rules in (.*?) don’t cover", text)[0]
    assert "From 15 employees, at least one of them in California" not in text


def test_no_rule_starts_from_one_employee(client):
    assert "From 1 " not in law(client, **REMOTE)


@pytest.mark.slow
@pytest.mark.parametrize(("home", "said"), [("Vermont", "Vermont: "), ("Texas, United States", "")])
def test_where_the_company_is_decides_what_counts_for_an_office_there(client, home, said):
    assert "Vermont: only if your company is there" in law(client, **REMOTE)
    text = law(client, **REMOTE, home=home)
    assert "only if your company is there" not in text
    assert ("Vermont: " in text) is bool(said)


def test_leaving_out_the_residents_of_a_place_is_named(client):
    line = "This job is not open to residents of Colorado."
    text = law(client, **REMOTE, other=line)
    assert "Don’t exclude a place’s residents" in text
    assert f"This line excludes some residents: {line}" in text


def test_a_directive_without_a_national_law_is_not_in_force(client):
    text = law(client, **{"place-0-country": "Germany"}, posted_on="2026-11-29")
    assert "Germany: EU directive deadline June 7, 2026; we know of no national law in force (not confirmed)" in text
    assert "Add:" not in text


@pytest.mark.parametrize("country", ["Canada", "CA", "ca "])
@pytest.mark.parametrize("pay", ["$80,000 - $190,000 CAD", "$80,000 - $190,000"])
def test_dollars_are_those_of_the_country_of_the_work(client, country, pay):
    toronto = {"place-0-region": "Ontario", "place-0-country": country, "posted_on": "2026-11-29"}
    text = law(client, **toronto, pay_low="", pay_high="", how_to_apply=f"Pay: {pay} a year.")
    assert "The range is 110,000 CAD wide; the most allowed is 50,000." in text


def test_pay_that_the_fields_wrote_is_read_in_every_currency(client):
    prague = {"place-0-city": "Prague", "place-0-country": "Czech Republic", "posted_on": "2026-11-29"}
    text = law(client, **prague, pay_low="1200000", pay_high="1500000", pay_currency="CZK", pay_kind="base")
    assert "Met A pay range or a fixed rate" in text


@pytest.mark.slow
def test_the_pay_line_is_offered_for_the_chosen_places(client):
    fields = {
        **REMOTE,
        "pay_low": "160000",
        "pay_high": "190000",
        "pay_kind": "base",
        "benefits": "Tea",
        "ongoing": "on",
    }
    assert (
        "Pay line for these places: Base salary: $160,000–$190,000 a year. "
        "There is no other pay: the salary is the total pay. Benefits: Tea. "
        "Applications are accepted on an ongoing basis." in law(client, **fields)
    )
    html = client.post(ADDRESS, posted(**fields, do="law:pay-line:range+other-pay")).content.decode()
    assert "the salary is the total pay" in re.search(r'(?s)id="copy-rich".*?</template>', html)[0]


def test_a_pay_line_needs_the_base_range(client):
    text = law(client, **DENVER, pay_low="160000", pay_high="280000", pay_kind="total")
    assert "A pay line for these places starts with the base range" in text
    assert "Pay line for these places" not in text


@pytest.mark.slow
def test_the_pay_line_that_is_shown_is_the_one_that_goes_in(client):
    both = {"pay_low": "160000", "pay_high": "280000", "pay_kind": "total", "ongoing": "on"}
    more = {"range-TOTAL_FORMS": "1", "range-INITIAL_FORMS": "1", "range-0-kind": "base", "range-0-currency": "USD"}
    more |= {"range-0-low": "120000", "range-0-high": "150000"}
    shown = re.search("Pay line for these places: (.*?) Add the pay line", law(client, **DENVER, **both, **more))[1]
    assert "Base salary: $120,000–$150,000 a year" in shown
    html = client.post(ADDRESS, posted(**DENVER, **both, **more, do="law:pay-line:range+other-pay+deadline"))
    copied = re.search(r'(?s)id="copy-plain"[^>]*>(.*?)</', html.content.decode())[1]
    assert shown in " ".join(unescape(copied).split())


def test_an_unknown_country_is_said_to_be_unknown(client):
    assert "don’t recognize the country “Narnia.”" in law(client, **{"place-0-country": "Narnia"})


def test_a_place_without_a_rule_is_no_promise(client):
    text = law(client, **{"place-0-country": "US", "place-0-region": "Texas"})
    assert "doesn’t prove there is none" in text


@pytest.mark.slow
def test_the_rules_cost_one_query_more(client, django_assert_num_queries):
    data = posted(**DENVER)
    client.post(ADDRESS, data)  # what the role pays there is kept while the library stays as it is, which a query tells
    with django_assert_num_queries(5):  # two more tell what the site says of its company, and the kit's language
        client.post(ADDRESS, data)
