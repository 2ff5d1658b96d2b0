"""Old addresses that editors listed lead on to pages of today."""

import pytest
from django.db import OperationalError

from roles.models.old_address import OldAddress
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/roles/technical-product-manager/"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


@pytest.mark.parametrize("old", ["/roles/product-czar/", "/jobs/tpm", "/roles/technical-product-manager/faq/gone/"])
def test_a_reader_is_sent_on_for_good_with_the_query(client, old):
    OldAddress.objects.create(old_path=old, new_path=PAGE)
    response = client.get(f"{old}?utm=1")
    assert (response.status_code, response["Location"]) == (301, f"{PAGE}?utm=1")


def test_a_page_that_is_there_comes_first(client):
    OldAddress.objects.create(old_path=PAGE, new_path="/roles/")
    assert client.get(PAGE).status_code == 200


@pytest.mark.parametrize("path", ["/nothing/", "/nothing/%00", f"/{'a' * 300}/"])
def test_another_address_is_not_found(client, path):
    assert client.get(path).status_code == 404


def test_without_the_database_an_address_is_not_found(client, monkeypatch):
    def fail(path):
        raise OperationalError

    monkeypatch.setattr("roles.pages.slug_redirects.find_listed_page", fail)
    assert client.get("/nothing/").status_code == 404


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("/jobs/tpm/", "/roles/product-czar/", "new_path"),
        ("/jobs/tpm/", "https://elsewhere.example/", "new_path"),
        ("/jobs/tpm/", "//elsewhere.example/", "new_path"),
        ("/jobs/tpm/?a=1", PAGE, "old_path"),
        (PAGE, "/roles/", "old_path"),
        ("/roles/", "/roles/", "old_path"),
    ],
)
def test_the_desk_refuses_what_would_lead_nowhere(admin_client, old, new, field):
    response = admin_client.post("/admin/roles/oldaddress/add/", {"old_path": old, "new_path": new})
    assert field in response.context["adminform"].errors
    assert not OldAddress.objects.exists()


def test_the_desk_lists_one(admin_client):
    admin_client.post("/admin/roles/oldaddress/add/", {"old_path": "/jobs/tpm/", "new_path": PAGE})
    assert b"/jobs/tpm/" in admin_client.get("/admin/roles/oldaddress/").content


def test_an_address_is_listed_as_browsers_copy_it(admin_client, client):
    listed = {"old_path": "/dise%C3%B1o/", "new_path": PAGE}
    assert admin_client.post("/admin/roles/oldaddress/add/", listed).status_code == 302
    assert client.get("/dise%C3%B1o/").status_code == 301
    assert admin_client.post("/admin/roles/oldaddress/add/", listed | {"old_path": "/a%0Ab/"}).status_code == 200
