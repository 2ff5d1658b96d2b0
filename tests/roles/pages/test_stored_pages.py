"""Role pages that another process has finished: one query, never an old one, and no reader waits for a write."""

import gzip

import pytest
from django.db import connection

from roles.models.edition import Edition
from roles.models.stored_page import StoredPage
from roles.pages.stored_pages import find_page
from roles.publishing import library_version
from roles.publishing.publish import publish_role, unpublish_role
from roles.publishing.rows import save_kit
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db
SLUG = "technical-product-manager"
ADDRESS = f"/roles/{SLUG}/"
OTHER = "platform-product-manager"


@pytest.fixture
def edition():
    return a_published_kit(related=[OTHER], comparisons=[])


@pytest.fixture
def stored(client, edition):
    """The page as its first reader got it."""
    return client.get(ADDRESS)


def publish_another(slug="gardener", **parts):
    return a_published_kit(slug=slug, related=[], comparisons=[], **parts)


def test_it_costs_one_query_where_another_process_has_rendered_it(client, stored, django_assert_num_queries, settings):
    publish_another()  # which drops what this process has in memory
    library_version.read_current_version()
    settings.SECONDS_STALE = 1000  # the library's state was asked for a moment ago, as it is once a second
    with django_assert_num_queries(1):
        again = client.get(ADDRESS)
    assert again.content == stored.content
    assert again.headers == stored.headers


def test_a_page_that_names_no_changed_role_stays(stored):
    publish_another()
    page = find_page(SLUG)
    assert page is not None
    assert gzip.decompress(page.gzipped) == stored.content


@pytest.mark.slow
def test_a_page_goes_when_a_role_that_it_names_is_published(client, stored):
    publish_another(OTHER, title="Platform Product Manager")
    assert find_page(SLUG) is None
    assert b"Platform Product Manager</a>" in client.get(ADDRESS).content
    assert find_page(SLUG) is not None


def test_a_page_goes_when_a_role_that_it_names_is_taken_off(client, edition):
    other = publish_another(OTHER, title="Platform Product Manager")
    client.get(ADDRESS)
    unpublish_role(other.role)
    assert find_page(SLUG) is None


def test_a_page_goes_when_its_own_role_is_published(client, stored):
    publish_role(save_kit(a_kit(title="Changed Title", related=[OTHER], comparisons=[])), note="New title")
    assert find_page(SLUG) is None
    assert b"Changed Title" in client.get(ADDRESS).content


def test_a_role_has_one_page_at_most(client, stored):
    publish_role(save_kit(a_kit(title="Changed Title")), note="New title")
    client.get(ADDRESS)
    assert StoredPage.objects.get().edition == Edition.objects.live().get(slug=SLUG)


def test_a_role_that_is_off_the_site_has_no_page(client, edition, stored):
    unpublish_role(edition.role)
    assert find_page(SLUG) is None
    assert client.get(ADDRESS).status_code == 404


def test_another_release_renders_its_own(client, stored, monkeypatch):
    monkeypatch.setattr("roles.pages.stored_pages.read_release", lambda: "another")
    assert find_page(SLUG) is None
    publish_another()
    client.get(ADDRESS)
    assert StoredPage.objects.get().release == "another"


def test_a_database_that_takes_no_writes_serves_all_the_same(client, edition):
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET TRANSACTION READ ONLY")
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert not response.cookies
    assert not StoredPage.objects.exists()


def test_nothing_is_stored_while_templates_change(client, edition, settings):
    settings.DEBUG = True
    client.get(ADDRESS)
    assert not StoredPage.objects.exists()
    assert find_page(SLUG) is None
