"""A thousand roles cost the desk no more queries than a few."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from roles.models.edition import Edition
from roles.models.working_copy import Role
from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db


def many(number):
    """Copies of the one role, with an edition each, written in two statements."""
    role, edition = Role.objects.get(slug="technical-product-manager"), Edition.objects.first()
    fields = {f.attname: getattr(role, f.attname) for f in Role._meta.concrete_fields if f.name not in ("id", "slug")}
    roles = Role.objects.bulk_create(Role(slug=f"role-{number}-{i}", **fields) for i in range(number))
    fields = {
        field.attname: getattr(edition, field.attname)
        for field in Edition._meta.concrete_fields
        if field.name not in ("id", "role", "slug", "published_at")
    }
    Edition.objects.bulk_create(
        Edition(role=role, slug=role.slug, published_at=timezone.now(), **fields) for role in roles
    )


ADDRESSES = [
    "/admin/roles/role/",
    "/admin/roles/role/board/",
    "/admin/roles/role/{pk}/change/",
    "/admin/interviews/competency/",
    "/admin/compensation/benchmark/",
]


def queries(client, path):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.slow
def test_the_number_of_queries_stays(admin_client):
    role = a_published_kit().role
    paths = [address.format(pk=role.pk) for address in ADDRESSES]
    many(2)
    for path in paths:
        admin_client.get(path)
    few = {path: queries(admin_client, path) for path in paths}
    many(1000)
    assert {path: queries(admin_client, path) for path in paths} == few
    assert max(few.values()) < 60
