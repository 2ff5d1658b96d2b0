"""What is read and copied is counted, without a word about who did it."""

import pytest
from django.db import OperationalError

from bench.fields import Fields
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


def test_a_count_says_when_and_what_and_nothing_else():
    assert {field.name for field in Count._meta.get_fields()} == {"id", "what", "slug", "part", "day", "times"}


def list_counts():
    write_counts()
    return {(count.what, count.part): count.times for count in Count.objects.all()}


def test_parts_of_a_role_are_counted_by_themselves(client, edition):
    answer = edition.kit.faqs[0].slug
    for helped in ("yes", "yes", "no"):
        client.post(f"/roles/{SLUG}/faq/{answer}/", {"helped": helped})
    client.get(f"/roles/{SLUG}/faq/{answer}/")
    client.get(f"/roles/{SLUG}/interview-questions/")
    assert list_counts() == {
        ("read", f"answers/{answer}"): 1,
        ("helped", f"answers/{answer}"): 2,
        ("not-helped", f"answers/{answer}"): 1,
        ("read", "questions"): 1,
    }


@pytest.mark.parametrize(("posted", "counted"), [({"format": "text"}, "downloaded"), ({"do": "save"}, "saved")])
def test_what_the_workbench_gives_is_counted(client, posted, counted):
    page = client.get(f"/roles/{SLUG}/job-description/").content.decode()
    client.post(f"/roles/{SLUG}/job-description/", {**dict(Fields(page).found), **posted})
    assert list_counts() == {(counted, ""): 1}


def test_a_preview_is_not_counted(client):
    page = client.get(f"/roles/{SLUG}/job-description/").content.decode()
    client.post(f"/roles/{SLUG}/job-description/", dict(Fields(page).found), headers={"HX-Request": "true"})
    assert list_counts() == {}


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
