"""A network saves so much in a day; a pack has a size, and a shorter life where nobody comes back to it."""

from datetime import timedelta

import msgspec
import pytest
from django.core.management import call_command
from django.utils import timezone

from packs.description.starting import start_description
from packs.models import Pack
from packs.store import saving
from packs.store.saving import create_pack, save_version, too_large
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted
from web import quota

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager/"
TOO_MUCH = "Your network has saved as much as this site accepts in a day."


@pytest.fixture(autouse=True)
def limited(settings):
    a_published_kit()
    settings.NEW_PACKS_A_DAY = 1


def save(client, address=f"{ROLE}job-description/", **changes):
    return client.post(address, posted(do="save", company="Acme", **changes))


def test_one_pack_more_than_a_day_allows_is_refused_beside_what_was_typed(client):
    assert save(client).status_code == 302
    refused = save(client)
    assert refused.status_code == 429
    assert TOO_MUCH in refused.content.decode()
    assert 'value="Acme"' in refused.content.decode()
    assert Pack.objects.count() == 1


def test_another_network_may_still_save(client):
    save(client)
    assert client.post(f"{ROLE}job-description/", posted(do="save"), REMOTE_ADDR="203.0.113.7").status_code == 302


def test_a_pack_that_is_there_is_saved_until_the_bytes_of_a_day_are_full(client, settings, monkeypatch):
    address = save(client).headers["Location"]
    assert save(client, address, version=1, title="Changed").status_code == 303
    settings.MEGABYTES_A_DAY = 1
    monkeypatch.setattr(quota, "MEGABYTE", 1)
    refused = save(client, address, version=2, title="Changed again")
    assert refused.status_code == 429
    assert TOO_MUCH in refused.content.decode()
    assert Pack.objects.get().current().number == 2


def test_the_oldest_versions_go_where_all_together_are_too_large():
    assert too_large([(5, 40), (4, 40), (3, 40), (2, 5), (1, 5)], most=100) == [3, 2, 1]
    assert too_large([(2, 500), (1, 500)], most=100) == [], "the newest two stay"


def test_a_pack_takes_so_much_room_and_no_more(monkeypatch):
    description = start_description(a_kit(), 1)
    create_pack(description)
    monkeypatch.setattr(saving, "too_large", lambda versions: too_large(versions, most=1))
    for number in range(1, 5):
        save_version(Pack.objects.get(), msgspec.structs.replace(description, company=f"{number}"), base=number)
    assert [*Pack.objects.get().versions.values_list("number", flat=True)] == [5, 4]


def age(**by):
    then = timezone.now() - timedelta(**by)
    Pack.objects.update(created_at=then, used_at=then)


def test_a_pack_that_nobody_opens_again_goes_sooner(client, settings):
    save(client)
    age(days=settings.PACK_UNOPENED_DAYS - 1)
    call_command("expire_packs")
    assert Pack.objects.exists()
    age(days=settings.PACK_UNOPENED_DAYS)
    call_command("expire_packs")
    assert not Pack.objects.exists()


@pytest.mark.slow
def test_a_pack_that_somebody_opened_again_stays_its_whole_time(client, settings):
    address = save(client).headers["Location"]
    client.get(address)
    assert not Pack.objects.get().opened_again, "the page after the save is no coming back"
    age(hours=2)
    client.get(address)
    age(days=settings.PACK_DAYS - 1)
    call_command("expire_packs")
    assert Pack.objects.get().opened_again


def test_a_pack_that_was_saved_again_stays_its_whole_time(client, settings):
    address = save(client).headers["Location"]
    save(client, address, version=1, title="Changed")
    age(days=settings.PACK_DAYS - 1)
    call_command("expire_packs")
    assert Pack.objects.exists()
