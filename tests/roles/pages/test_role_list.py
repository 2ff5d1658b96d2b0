"""The list of roles and its filters."""

import pytest

from roles.kit.choices import Demand
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


def slugs(response):
    return {line.split('"')[0] for line in response.content.decode().split('role-row-title"><a href="/roles/')[1:]}


@pytest.fixture
def roles():
    common = {"related": [], "comparisons": []}
    a_published_kit(**common)
    a_published_kit(
        slug="analyst", title="Analyst", family="Data", demand=None, experience_min=0, experience_max=2, **common
    )
    a_published_kit(
        slug="lead", title="Lead", family="Data", demand=Demand.STEADY, experience_min=9, experience_max=None, **common
    )


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {"technical-product-manager/", "analyst/", "lead/"}),
        ("?family=Data", {"analyst/", "lead/"}),
        ("?demand=high", {"technical-product-manager/"}),
        ("?experience=0-2", {"analyst/"}),
        ("?experience=3-5", {"technical-product-manager/"}),
        ("?experience=10-50", {"lead/"}),
        ("?family=Data&demand=steady", {"lead/"}),
        ("?family=Data&demand=high", set()),
        ("?family=Nonsense", {"technical-product-manager/", "analyst/", "lead/"}),
    ],
)
def test_filters(client, roles, query, expected):
    assert slugs(client.get(f"/roles/{query}")) == expected


def test_an_unknown_filter_is_reported_at_its_field(client, roles):
    assert b"Nonsense is not one of the available choices" in client.get("/roles/?family=Nonsense").content


def test_nothing_found_offers_a_way_out(client, roles):
    assert b"Show all roles" in client.get("/roles/?family=Data&demand=high").content


def test_an_empty_library_says_what_to_do(client):
    assert b"There are no roles here yet" in client.get("/roles/").content


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_three_queries_whatever_the_number_of_roles(client, django_assert_num_queries, count):
    for number in range(count):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
    with django_assert_num_queries(3):
        response = client.get("/roles/")
    assert len(slugs(response)) == count


def test_it_sets_no_cookie_and_answers_304(client, roles):
    response = client.get("/roles/?family=Data")
    assert not response.cookies
    assert client.get("/roles/?family=Data", headers={"If-None-Match": response.headers["ETag"]}).status_code == 304
    assert client.get("/roles/", headers={"If-None-Match": response.headers["ETag"]}).status_code == 200


def test_a_long_list_has_pages_that_keep_the_filter(client, monkeypatch):
    monkeypatch.setattr("roles.pages.roles.ROLES_PER_PAGE", 2)
    for number in range(3):
        a_published_kit(slug=f"role-{number}", title=f"Role {number}", related=[], comparisons=[])
    first = client.get("/roles/?family=Product+management")
    assert slugs(first) == {"role-0/", "role-1/"}
    assert b"?family=Product+management&amp;page=2" in first.content
    assert slugs(client.get("/roles/?page=2")) == {"role-2/"}
