"""The list of openings without a browser: start, fill, change several, share, and delete."""

import io
import re
import zipfile

import pytest
from django.conf import settings

from packs.models import Link, OpeningList, OpeningState, Pack
from tests.factories import a_published_kit
from tests.packs.browsing import posted
from tests.packs.pages.openings.lists import find_addresses, find_ids, make_openings, start_list

pytestmark = pytest.mark.django_db
WORKBENCH = "/roles/technical-product-manager/job-description/"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.fixture
def address(client):
    """A list of three openings that were made from a table."""
    address = start_list(client)
    assert make_openings(client, address).status_code == 303
    return address


def act(client, address, do, *packs, **data):
    """Do one thing with openings, by their keys."""
    return client.post(address, {"do": do, "pack": packs, **data})


def test_a_list_shows_title_place_state_and_what_is_open(client, address):
    page = client.get(address).content.decode()
    assert not client.cookies
    for words in ("Chief Vibes Officer", "Denver, Colorado, United States", "Draft", "blank"):
        assert words in page


def test_an_opening_of_a_list_is_edited_by_its_address(client, address):
    path = find_addresses(client, address)["Technical PM"]
    assert 'value="Berlin"' in client.get(path).content.decode()
    client.post(path, posted(do="save", version=1, title="Renamed"))
    assert "Renamed" in find_addresses(client, address)


def test_a_list_takes_packs_in_by_their_edit_links(client, address):
    own = client.post(WORKBENCH, posted(do="save", title="Brought along")).headers["Location"]
    answer = act(client, address, "add", links=f"Here it is:\nhttps://example.com{own}\n/packs/unknown/")
    assert answer.status_code == 303
    assert "Brought along" in find_addresses(client, address)
    assert act(client, address, "add", links="no link").status_code == 422


def test_a_list_is_started_with_what_a_browser_remembers(client):
    own = client.post(WORKBENCH, posted(do="save", title="Remembered")).headers["Location"]
    assert [*find_addresses(client, start_list(client, link=[own]))] == ["Remembered"]


def test_several_are_marked_and_archived_and_come_back(client, address):
    first, second, third = find_ids(client, address)
    act(client, address, "state", first, second, state="posted")
    assert Pack.objects.filter(state=OpeningState.POSTED).count() == 2
    act(client, address, "archive", third)
    assert find_ids(client, address) == [first, second]
    assert find_ids(client, f"{address}?show=archived") == [third]
    act(client, address, "bring-back", third)
    assert third in find_ids(client, address)


def test_a_copy_leaves_out_the_pay_and_the_place_that_nobody_wants(client, address):
    pack = next(pack for pack in Pack.objects.all() if pack.current().description.title == "Technical Product Manager")
    act(client, address, "copy", pack.pk, **{"with": ["pay"]})
    copied = Pack.objects.latest("created_at").current().description
    assert (copied.places, copied.workplace) == ((), None)
    assert copied.pay == pack.current().description.pay
    act(client, address, "copy", pack.pk)
    assert not Pack.objects.latest("created_at").current().description.pay.is_given


def test_several_are_downloaded_as_one_zip_and_each_has_its_own_name(client, address):
    make_openings(client, address, "Title\nTechnical PM\n")
    answer = act(client, address, "download", *find_ids(client, address), format="text")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        names = archive.namelist()
        texts = [archive.read(name).decode() for name in names]
    assert len({*names}) == len(texts) == 4
    assert any("Denver" in text for text in texts)
    assert "Spring.zip" in answer.headers["Content-Disposition"]


def test_a_download_without_a_tick_says_what_to_do(client, address):
    answer = act(client, address, "download", format="text")
    assert answer.status_code == 422
    assert "Select up to" in answer.content.decode()


@pytest.mark.parametrize("do", ["state", "copy", "archive", "bring-back", "take-off"])
def test_a_press_without_a_tick_says_what_to_do(client, address, do):
    answer = act(client, address, do, state="posted")
    assert answer.status_code == 422
    assert "Select one or more openings first." in answer.content.decode()
    assert {*Pack.objects.values_list("state", flat=True)} == {"draft"}


def test_a_renewed_link_closes_the_list_and_the_addresses_that_it_gave(client, address):
    path = find_addresses(client, address)["Technical PM"]
    renewed = client.post(f"{address}link/", {"do": "renew"}).headers["Location"].removesuffix("link/")
    assert client.get(address).status_code == client.get(path).status_code == 404
    assert "There’s no list at this link" in client.get(address).content.decode()
    assert client.get(find_addresses(client, renewed)["Technical PM"]).status_code == 200


def test_a_deleted_list_leaves_no_row(client, address):
    assert "Only this list leads to 3 openings" in client.get(f"{address}link/").content.decode()
    assert "The list has been deleted" in client.post(f"{address}link/", {"do": "delete"}).content.decode()
    assert not any(model.objects.exists() for model in (OpeningList, Link, Pack))


def test_a_list_of_another_cannot_touch_a_pack(client, address):
    other = start_list(client, "Other")
    stranger = find_ids(client, address)[0]
    act(client, other, "archive", stranger)
    act(client, other, "state", stranger, state="closed")
    assert not Pack.objects.filter(archived_at__isnull=False).exists()
    assert {*Pack.objects.values_list("state", flat=True)} == {"draft"}


@pytest.mark.slow
def test_a_list_costs_as_many_queries_with_many_openings_as_with_few(client, address, django_assert_num_queries):
    client.get(address)
    make_openings(client, address, "Title\n" + "Technical PM\n" * 20)
    client.get(address)
    with django_assert_num_queries(6):
        client.get(address)


def test_more_than_a_day_allows_is_refused_and_none_is_made(client, monkeypatch, address):
    monkeypatch.setattr(settings, "NEW_PACKS_A_DAY", 5)
    assert make_openings(client, address).status_code == 429
    assert Pack.objects.count() == 3


@pytest.mark.parametrize("page", ["", "table/", "link/"])
def test_pages_of_a_list_are_private_and_take_no_post_of_another_site(client, address, page):
    answer = client.get(f"{address}{page}")
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    posted_elsewhere = client.post(f"{address}{page}", {"do": "delete"}, headers={"sec-fetch-site": "cross-site"})
    assert posted_elsewhere.status_code == 403
    assert OpeningList.objects.exists()


def test_no_row_holds_the_token_of_a_list_or_of_its_openings(client, address):
    tokens = [path.split("/")[2] for path in (address, *find_addresses(client, address).values())]
    kept = [
        *OpeningList.objects.values_list("token_hash", flat=True),
        *Link.objects.values_list("token_hash", flat=True),
    ]
    assert len(kept) >= len(tokens) > 1
    assert all(re.fullmatch("[0-9a-f]{64}", text) for text in kept)
    assert not {*tokens} & {*kept}
