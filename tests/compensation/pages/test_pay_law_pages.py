"""The public pages of pay law: the list, each rule with its history, and the feed."""

import re
from datetime import date
from html import unescape
from xml.etree import ElementTree as ET

import msgspec
import pytest

from compensation.models.pay_law import PayLawRule, PayLawVersion
from compensation.pay_law.table import shipped_rules, update_table

pytestmark = pytest.mark.django_db
RULES = {rule.slug: rule for rule in shipped_rules()}
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module", autouse=True)
def rules(module_db):
    update_table(RULES.values())


def words(response) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_the_list_links_every_rule(client):
    html = client.get("/pay-law/").content.decode()
    assert {*re.findall(r'href="/pay-law/([a-z0-9-]+)/"', html)} == {*RULES}


def test_no_directive_is_in_force_in_the_list(client):
    html = client.get("/pay-law/").content.decode()
    [row] = re.findall(r"(?s)<tr[^>]*>(?:(?!</tr>).)*de-directive.*?</tr>", html)
    assert "we know of no national law in force (not confirmed)" in " ".join(row.split())


def test_the_page_of_a_rule_says_what_is_confirmed_and_where_it_was_read(client):
    said = words(client.get("/pay-law/us-nj-jersey-city/"))
    assert "The day it starts (not confirmed) June 15, 2022" in said
    assert "Benefits (not confirmed)" in said
    assert "laborsphere.com , read on November 28, 2026" in said.replace(" ,", " ,")
    assert "This isn’t legal advice." in said


def test_a_rule_that_rests_on_notes_by_law_firms_says_so(client):
    second_hand = [slug for slug, rule in RULES.items() if "Law firms" in rule.source]
    assert len(second_hand) == 9
    for slug in second_hand:
        said = words(client.get(f"/pay-law/{slug}/"))
        assert "Law firms' notes; the link goes to the agency, whose own text we haven't read" in said
    assert "law firms’ notes instead of the law itself" in words(client.get("/pay-law/"))


@pytest.mark.parametrize("slug", RULES)
def test_every_rule_has_a_page(client, slug):
    assert RULES[slug].jurisdiction in words(client.get(f"/pay-law/{slug}/"))


def test_the_history_names_what_changed(client):
    row = PayLawRule.objects.get(slug="us-hi")
    row.min_headcount = 40
    row.save()
    assert "The employer’s size 50 → 40" in words(client.get("/pay-law/us-hi/"))


def test_an_unknown_rule_is_not_found(client):
    assert client.get("/pay-law/narnia/").status_code == 404


def test_the_feed_has_the_newest_changes_first(client):
    update_table(
        [*(r for r in RULES.values() if r.slug != "us-hi"), msgspec.structs.replace(RULES["us-hi"], note="New.")]
    )
    response = client.get("/pay-law/changes.atom")
    root = ET.fromstring(response.content)  # noqa: S314 our own
    titles = [entry.findtext(f"{ATOM}title") for entry in root.findall(f"{ATOM}entry")]
    assert titles[0] == "Hawaii"
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    ids = [entry.findtext(f"{ATOM}id") for entry in root.findall(f"{ATOM}entry")]
    assert len(ids) == len(set(ids))


def test_without_a_rule_there_is_a_list_and_no_feed(client):
    PayLawRule.objects.all().delete()
    PayLawVersion.objects.all().delete()
    assert "No rules are loaded." in words(client.get("/pay-law/"))
    assert client.get("/pay-law/changes.atom").status_code == 404


def test_a_rule_whose_first_day_is_not_known_says_so(client):
    said = words(client.get("/pay-law/us-de-pay-history/"))
    assert "The day it starts (not confirmed) Not known" in said
    assert RULES["us-de-pay-history"].find_scope(date(2026, 11, 29)).value == "in force"
