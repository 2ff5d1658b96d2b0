"""Saved packs without a browser: save, open, share, renew, expire, delete."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from packs.description.starting import start_description
from packs.models import Link, Pack, Version
from packs.store.saving import create_pack
from tests.factories import a_kit, a_published_kit
from tests.packs.browsing import posted, untouched

pytestmark = pytest.mark.django_db
WORKBENCH = "/roles/technical-product-manager/job-description/"
ABSENT = "/packs/absent-token/"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def saved_at(client, **changes):
    """The address of a new pack."""
    return client.post(WORKBENCH, posted(do="save", **changes)).headers["Location"]


def save(client, address, version, **changes):
    """Save over a version, as the page's script does."""
    data = posted(do="save", version=version, **changes)
    return client.post(address, data, headers={"accept": "application/json"})


def act(client, address, do, **more):
    """Press a button of the links page, and follow to where it leads."""
    return client.post(f"{address}links/", {"do": do, **more}).headers["Location"].removesuffix("links/")


def shared_at(client, address):
    """The address of the read-only link that the page of links shows."""
    act(client, address, "share")
    return re.search(r"/shared/[^/]+/", client.get(f"{address}links/").content.decode())[0]


def age(days):
    """Make every pack as old as if nobody had used it for so many days."""
    then = timezone.now() - timedelta(days=days)
    Pack.objects.update(created_at=then, used_at=then)


def stored():
    """Every value of every table of the database, as text."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table)} t")  # noqa: S608 names of our own
            for (row,) in cursor.fetchall():
                yield row


def rows():
    return [model for model in apps.get_app_config("packs").get_models() if model._default_manager.exists()]


def test_a_job_description_is_saved_and_comes_back(client):
    address = saved_at(client, company="Acme Rockets")
    page = client.get(address)
    assert page.status_code == 200
    assert 'value="Acme Rockets"' in page.content.decode()
    assert not page.cookies


def test_a_fault_is_shown_and_nothing_is_saved(client):
    response = client.post(WORKBENCH, posted(do="save", title=""))
    assert response.status_code == 422
    assert not Pack.objects.exists()


def test_a_save_without_scripts_leads_back_to_the_pack(client):
    address = saved_at(client)
    response = client.post(address, posted(do="save", version=1, company="Beta"))
    assert (response.status_code, response.headers["Location"]) == (303, address)
    assert 'value="Beta"' in client.get(address).content.decode()


def test_a_preview_that_was_due_when_save_was_pressed_saves_nothing(client):
    response = client.post(WORKBENCH, posted(do="save"), headers={"hx-request": "true"})
    assert 'data-for="title"' in response.content.decode()
    assert not Pack.objects.exists()


def test_only_a_save_that_changes_something_is_a_version(client):
    address = saved_at(client)
    assert save(client, address, 1).json()["version"] == 1
    assert save(client, address, 1, company="Beta").json()["version"] == 2
    assert Version.objects.count() == 2


def test_a_preview_and_a_download_save_nothing(client):
    address = saved_at(client)
    client.post(address, posted(company="Beta", version=1))
    assert client.post(address, posted(company="Beta", format="text", version=1)).headers["X-Blanks-Left"]
    assert Version.objects.count() == 1


def test_no_table_holds_a_token(client):
    address = saved_at(client)
    shared = shared_at(client, address)
    text = "\n".join(stored())
    assert "technical-product-manager" in text, "the search reads the rows"
    for link in (address, shared):
        assert link.split("/")[2] not in text
    assert all(re.fullmatch("[0-9a-f]{64}", link.token_hash) for link in Link.objects.all())


@pytest.mark.parametrize("page", ["", "versions/", "versions/1/", "links/", "delete/", "template/"])
def test_private_pages_are_kept_by_nobody_and_told_to_nobody(client, page):
    headers = client.get(saved_at(client) + page).headers
    assert headers["Cache-Control"] == "private, no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex, nofollow"


def test_a_pack_page_has_no_canonical_address(client):
    assert "canonical" not in client.get(saved_at(client)).content.decode()


def test_another_site_can_not_save(client):
    address = saved_at(client)
    for headers in ({"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}, {"origin": "https://evil.test"}):
        for target in (WORKBENCH, address):
            assert client.post(target, posted(do="save", company="Evil", version=1), headers=headers).status_code == 403
    assert Version.objects.count() == 1


@pytest.mark.parametrize(
    "headers",
    [{"sec-fetch-site": "same-origin", "origin": "null"}, {"origin": "null"}, {"origin": "http://testserver"}],
)
def test_this_sites_own_pages_can(client, headers):
    assert client.post(saved_at(client), posted(do="save", version=1), headers=headers).status_code == 303


def test_the_read_only_page_shows_and_downloads_and_can_not_change(client):
    address = saved_at(client, company="Acme Rockets")
    shared = shared_at(client, address)
    page = client.get(shared).content.decode()
    assert "Acme Rockets" in page
    assert address.split("/")[2] not in page
    assert "Acme Rockets" in client.get(f"{shared}?format=text").content.decode()
    assert client.post(shared, posted(do="save")).status_code == 405
    token = shared.split("/")[2]
    assert client.get(f"/packs/{token}/").status_code == 404


def test_a_read_only_link_is_shown_again_turned_off_and_renewed(client):
    address = saved_at(client)
    first = shared_at(client, address)
    assert first in client.get(f"{address}links/").content.decode()
    second = shared_at(client, address)
    act(client, address, "unshare")
    assert [client.get(link).status_code for link in (first, second)] == [410, 410]
    assert "turned off" in client.get(first).content.decode()
    assert client.get(shared_at(client, address)).status_code == 200


def test_a_renewed_edit_link_stops_the_old_one_alone(client):
    address = saved_at(client)
    shared = shared_at(client, address)
    renewed = act(client, address, "renew")
    assert [client.get(link).status_code for link in (address, renewed, shared)] == [410, 200, 200]
    page = client.get(f"{renewed}links/").content.decode()
    assert "can’t show it again" in page
    assert "/shared/" not in page


def test_renewing_the_edit_link_turns_the_read_only_one_off_where_that_is_asked_for(client):
    address = saved_at(client)
    assert 'name="unshare"' not in client.get(f"{address}links/").content.decode(), "there is nothing to turn off yet"
    shared = shared_at(client, address)
    assert 'name="unshare"' in client.get(f"{address}links/").content.decode()
    renewed = act(client, address, "renew", unshare="on")
    assert [client.get(link).status_code for link in (address, renewed, shared)] == [410, 200, 410]


def test_an_unknown_link_gets_a_kind_404(client):
    for address in (ABSENT, f"{ABSENT}versions/", "/shared/absent-token/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "There’s no pack at this link" in response.content.decode()
        assert response.headers["Cache-Control"] == "private, no-store"


def test_a_version_that_is_not_there_says_so(client):
    assert "no such version" in client.get(f"{saved_at(client)}versions/7/").content.decode()


def test_deleting_leaves_no_row(client):
    address = saved_at(client)
    shared = shared_at(client, address)
    save(client, address, 1, company="Beta")
    assert rows() == [Pack, Version, Link]
    assert "Delete this pack?" in client.get(f"{address}delete/").content.decode()
    assert rows() == [Pack, Version, Link]
    assert "The pack has been deleted" in client.post(f"{address}delete/").content.decode()
    assert rows() == []
    assert [client.get(link).status_code for link in (address, shared)] == [404, 404]
    assert save(client, address, 2, company="Gamma").status_code == 404


@pytest.mark.slow
def test_a_pack_warns_before_it_expires_and_can_be_kept(client, settings):
    address = saved_at(client)
    shared = shared_at(client, address)
    age(settings.PACK_DAYS - settings.PACK_WARNING_DAYS - 1)
    assert "It will be deleted on" not in client.get(address).content.decode()
    age(settings.PACK_DAYS - settings.PACK_WARNING_DAYS)
    for page in (address, shared, f"{address}versions/"):
        assert "It will be deleted on" in client.get(page).content.decode()
    client.post(f"{address}keep/")
    assert "It will be deleted on" not in client.get(address).content.decode()


def test_opening_a_pack_is_no_use_of_it_and_saving_is(client):
    address = saved_at(client)
    age(100)
    before = Pack.objects.get().used_at
    client.get(address)
    assert Pack.objects.get().used_at == before
    save(client, address, 1, company="Beta")
    assert Pack.objects.get().used_at > before


def test_an_expired_pack_opens_no_more_and_its_rows_go(client, settings, capsys):
    address = saved_at(client)
    shared = shared_at(client, address)
    age(settings.PACK_DAYS)
    for link in (address, shared):
        response = client.get(link)
        assert response.status_code == 410
        assert "This pack has expired" in response.content.decode()
    fresh = saved_at(client)
    call_command("expire_packs")
    assert capsys.readouterr().out == "1 pack unused for 180 days deleted.\n"
    assert Pack.objects.count() == Version.objects.count() == Link.objects.count() == 1
    assert (client.get(address).status_code, client.get(fresh).status_code) == (404, 200)


def test_a_pack_outlives_its_role(client, edition):
    address = saved_at(client, company="Acme Rockets")
    edition.role.delete()
    page = client.get(address)
    assert page.status_code == 200
    assert "Acme Rockets" in page.content.decode()


def test_neither_text_nor_token_is_logged(client, caplog):
    caplog.set_level("DEBUG")
    address = saved_at(client, company="Acme Rockets")
    save(client, address, 1, company="Beta Boats")
    client.get(f"{address}versions/9/")
    lines = [record.getMessage() for record in caplog.records if record.name != "django.db.backends"]
    assert not [line for line in lines if "Acme" in line or "Beta" in line]


def test_the_workbench_says_what_is_kept(client):
    html = client.get(WORKBENCH).content.decode()
    assert "Save and get a link" in html
    assert start_description(a_kit(), 1) == untouched().start


def test_the_page_of_a_pack_shows_its_links(client):
    token = create_pack(start_description(a_kit(), 1))
    page = client.get(f"/packs/{token}/")
    assert f'value="http://testserver/packs/{token}/"' in page.content.decode()
    assert "Make a read-only link" in page.content.decode()
    client.post(f"/packs/{token}/links/", {"do": "share"})
    assert 'value="http://testserver/shared/' in client.get(f"/packs/{token}/").content.decode()
