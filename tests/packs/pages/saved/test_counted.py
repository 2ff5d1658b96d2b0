"""What is downloaded of saved packs, and on how many days they are saved, is counted by role and nothing else."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from packs.description.starting import start_description
from packs.models import Pack
from packs.store.lists import create_list, put_on_list
from packs.store.saving import create_pack
from roles.models.count import Count
from roles.pages.counting import write_counts
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db
START = start_description(a_kit(), 1)


@pytest.fixture
def address() -> str:
    a_published_kit()
    write_counts()
    Count.objects.all().delete()
    return f"/packs/{create_pack(START)}/"


def age(**before: float) -> None:
    Pack.objects.update(created_at=(then := timezone.now() - timedelta(**before)), used_at=then)


def list_counts() -> dict[tuple[Any, ...], int]:
    write_counts()
    return {(count.what, count.slug, count.part): count.times for count in Count.objects.all()}


def save(client: Client, address: str, version: int, company: str) -> None:
    data = posted(do="save", version=version, company=company)
    assert client.post(address, data, headers={"accept": "application/json"}).status_code == 200


def test_a_download_of_a_pack_is_counted_for_its_role(client: Client, address: str) -> None:
    client.post(address, posted(format="text", version=1))
    assert list_counts() == {("downloaded", START.slug, "packs"): 1}


def test_each_of_several_in_one_file_is_counted(client: Client, address: str) -> None:
    opening_list, token = create_list("Spring")
    packs = [*Pack.objects.all()]
    put_on_list(opening_list, token, packs)
    client.post(f"/packs/{token}/openings/", {"do": "download", "format": "text", "pack": [pack.pk for pack in packs]})
    assert list_counts() == {("downloaded", START.slug, "packs"): 1}


def test_a_page_of_a_pack_is_not_counted(client: Client, address: str) -> None:
    client.get(address)
    client.get(f"{address}versions/")
    assert list_counts() == {}


def test_saves_of_a_later_day_are_counted_once_for_the_day(client: Client, address: str) -> None:
    age(days=2)
    save(client, address, 1, "Acme")
    save(client, address, 2, "Globex")
    assert list_counts() == {("saved", START.slug, "packs"): 1}


def test_a_save_on_the_day_of_the_first_one_is_no_other(client: Client, address: str) -> None:
    save(client, address, 1, "Acme")
    assert list_counts() == {}
