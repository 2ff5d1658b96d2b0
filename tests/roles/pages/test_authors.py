"""Author pages say what live kits say."""

import pytest

from roles.models.working_copy import Author
from roles.publishing.publish import unpublish_role
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
ADDRESS = "/authors/aditi-chaturvedi/"


def test_an_author_is_shown_with_the_roles_that_credit_them(client, django_assert_num_queries):
    a_published_kit()
    with django_assert_num_queries(2):
        page = client.get(ADDRESS)
    assert b"Aditi Chaturvedi" in page.content
    assert b"/roles/technical-product-manager/" in page.content
    assert b'"@type":"Person"' in page.content
    assert not page.cookies


def test_a_change_in_admin_is_invisible_until_published(client):
    a_published_kit()
    Author.objects.update(bio="Half a thought")
    assert b"Half a thought" not in client.get(ADDRESS).content


def test_an_author_whom_no_live_kit_credits_is_not_found(client):
    unpublish_role(a_published_kit().role)
    assert client.get(ADDRESS).status_code == 404
    assert b"No authors are credited yet" in client.get("/authors/").content


def test_the_list_names_each_author_once(client):
    a_published_kit()
    a_published_kit(slug="other", related=[], comparisons=[])
    assert client.get("/authors/").content.count(b"Aditi Chaturvedi") == 1
