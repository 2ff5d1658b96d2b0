"""The library as data: kits as files, editions, differences, the feed."""

from xml.etree import ElementTree

import jsonschema
import pytest

from roles.kit.files import parse_kit
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
ROLE = "/roles/technical-product-manager"
API = "/api/roles/technical-product-manager/"
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def edition():
    return a_published_kit()


@pytest.mark.parametrize("extension", ["json", "yaml"])
def test_a_kit_comes_back_from_its_file(client, edition, extension):
    response = client.get(f"{ROLE}.{extension}")
    assert parse_kit(response.content, name="download") == edition.kit


@pytest.mark.slow
def test_a_kit_fits_the_schema(client, edition):
    schema = client.get("/kit.schema.json").json()
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(client.get(f"{ROLE}.json").json(), schema)


@pytest.mark.parametrize("path", [f"{ROLE}.json", f"{ROLE}.yaml", "/kit.schema.json", "/api/roles/", f"{API}editions/"])
def test_data_is_open_to_all_and_kept_by_caches(client, edition, path):
    response = client.get(path)
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert '<http://localhost:8000/kit.schema.json>; rel="describedby"' in response["Link"]
    assert 'rel="license"' in response["Link"]
    assert not response.cookies
    again = client.get(path, headers={"If-None-Match": response["ETag"]})
    assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


def test_the_role_page_names_its_files(client, edition):
    html = client.get(f"{ROLE}/").content.decode()
    assert f'href="{ROLE}.json"' in html
    assert f'href="{ROLE}.yaml"' in html


def test_the_list_names_every_live_role(client, edition):
    data = client.get("/api/roles/").json()
    assert (data["count"], data["next"]) == (1, None)
    assert data["roles"][0]["json"] == f"http://localhost:8000{ROLE}.json"
    assert data["roles"][0]["edition"] == 1


def test_a_long_list_leads_to_its_next_page(client, edition, monkeypatch):
    monkeypatch.setattr("roles.pages.api.ROLES_PER_API_PAGE", 1)
    a_published_kit(slug="other", title="Other", related=[], comparisons=[])
    data = client.get("/api/roles/").json()
    assert data["next"] == "http://localhost:8000/api/roles/?page=2"
    assert client.get("/api/roles/?page=2").json()["next"] is None


@pytest.mark.parametrize("count", [1, 8])
def test_the_list_costs_two_queries(client, django_assert_num_queries, count):
    for number in range(count):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
    with django_assert_num_queries(2):
        client.get("/api/roles/")


def test_editions_and_their_difference(client, edition):
    publish_role(save_kit(a_kit(title="Changed")), note="New title")
    editions = client.get(f"{API}editions/").json()["editions"]
    assert [(item["number"], item["note"]) for item in editions] == [(2, "New title"), (1, "First edition")]
    assert client.get(f"{API}editions/1/").json()["kit"]["title"] == "Technical Product Manager"
    assert client.get(f"{API}changes/1/2/").json()["changes"] == [
        {"kind": "changed", "path": ["title"], "before": "Technical Product Manager", "after": "Changed"}
    ]


def test_what_is_not_there_is_not_found(client, edition):
    assert client.get(f"{API}editions/9/").status_code == 404
    assert client.get("/api/roles/nobody/editions/").status_code == 404
    unpublish_role(edition.role)
    for path in (f"{ROLE}.json", f"{API}editions/", f"{API}editions/1/", f"{API}changes/1/1/"):
        assert client.get(path).status_code == 404


def test_the_feed_has_an_entry_for_each_edition(client, edition):
    publish_role(save_kit(a_kit(title="Changed")), note="New <title>")
    response = client.get("/feed.xml", headers={"Host": "127.0.0.1"})
    assert response["Content-Type"].startswith("application/atom+xml")
    feed = ElementTree.fromstring(response.content)  # noqa: S314 our own
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == [
        "Changed, edition 2",
        "Technical Product Manager, edition 1",
    ]
    assert entries[0].find(f"{ATOM}summary").text == "New <title>"
    assert entries[0].find(f"{ATOM}link").get("href") == f"http://localhost:8000{ROLE}/#changes"
    assert len({entry.find(f"{ATOM}id").text for entry in entries}) == 2
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert len(links) > 2
    assert all(link.startswith("http://localhost:8000") for link in links)


def test_the_feed_leaves_out_what_is_off_the_site(client, edition):
    unpublish_role(edition.role)
    assert b"<entry>" not in client.get("/feed.xml").content
