"""What is read and copied is counted, without a word about who did it."""

import pytest
from django.db import OperationalError

from roles.kit.choices import Counted
from roles.models.count import Count
from roles.pages.counting import write_counts
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"


@pytest.fixture(autouse=True)
def edition():
    write_counts()
    Count.objects.all().delete()
    return a_published_kit()


def test_reads_and_copies_are_added_up_by_day(client):
    for _ in range(2):
        client.get(f"/roles/{SLUG}/")
        write_counts()
    client.get(f"/roles/{SLUG}/")
    answer = client.post(f"/counts/copied/{SLUG}/")
    assert (answer.status_code, answer.cookies) == (204, {})
    write_counts()
    assert dict(Count.objects.values_list("what", "times")) == {"read": 3, "copied": 1}
    assert Count.objects.most(Counted.READ).get() == {"slug": SLUG, "total": 3}


def test_a_count_says_when_and_what_and_nothing_else():
    assert {field.name for field in Count._meta.get_fields()} == {"id", "what", "slug", "day", "times"}


def test_what_is_not_live_is_not_counted(client):
    assert client.get("/roles/no-such-role/").status_code == 404
    assert client.post("/counts/copied/no-such-role/").status_code == 404
    assert client.get(f"/counts/copied/{SLUG}/").status_code == 405
    write_counts()
    assert not Count.objects.exists()


def test_what_the_database_does_not_take_is_counted_when_it_is_back(client, monkeypatch):
    client.get(f"/roles/{SLUG}/")
    with monkeypatch.context() as away:
        away.setattr("roles.pages.counting._add_to_rows", raise_operational_error)
        write_counts()
    client.get(f"/roles/{SLUG}/")
    write_counts()
    assert Count.objects.get(what=Counted.READ, slug=SLUG).times == 2


def raise_operational_error(rows):
    raise OperationalError
