"""Packs and the law over time: the first posting date stays, and rules that changed since are named."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from django.utils.timezone import localdate

from compensation.models.pay_law import PayLawRule, PayLawVersion
from compensation.pay_law.table import add_missing, shipped_rules
from packs.models import Pack
from tests.factories import a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
WORKBENCH = "/roles/technical-product-manager/job-description/"
DENVER = {
    "place-0-city": "Denver",
    "place-0-region": "Colorado",
    "place-0-country": "United States",
    "company": "Acme",
}


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.fixture
def address(client):
    """A pack of a job in Denver."""
    return client.post(WORKBENCH, posted(do="save", **DENVER)).headers["Location"]


def date_posted(client, address, **changes):
    body = client.post(address, posted(format="job-posting", **DENVER, **changes)).content.decode()
    return re.search(r'"datePosted": "([0-9-]+)"', body)[1]


def test_a_posting_that_leaves_again_keeps_its_first_date(client, address):
    first = date_posted(client, address)
    assert first == Pack.objects.get().first_posted_on.isoformat()
    Pack.objects.update(first_posted_on="2026-01-05")
    assert date_posted(client, address) == "2026-01-05"


def test_a_date_of_its_own_goes_before(client, address):
    day = localdate().isoformat()
    assert date_posted(client, address, posted_on=day) == day
    assert Pack.objects.get().first_posted_on is None


@pytest.mark.slow
def test_a_pack_says_which_rules_changed_since_it_was_saved(client, address):
    add_missing(shipped_rules())
    PayLawVersion.objects.update(recorded_at=timezone.now() - timedelta(days=1))
    assert "Pay law has changed" not in client.get(address).content.decode()
    for slug in ("us-co", "us-hi"):
        row = PayLawRule.objects.get(slug=slug)
        row.note = "New."
        row.save()
    html = unescape(client.get(address).content.decode())
    notice = html.partition("Pay law has changed for this pack since it was saved:")[2].partition("</p>")[0]
    assert ("Colorado" in notice, "Hawaii" in notice) == (True, False)


@pytest.mark.slow
def test_a_save_settles_it(client, address):
    add_missing(shipped_rules())
    version = re.search(r'name="version"[^>]*value="(\d+)"', client.get(address).content.decode())[1]
    client.post(address, posted(do="save", version=version, **DENVER, benefits="Tea"))
    assert "Pay law has changed" not in client.get(address).content.decode()
