"""An address may name the level that a job description starts with."""

import pytest

from tests.factories import a_published_kit

pytestmark = pytest.mark.django_db
PAGE = "/roles/technical-product-manager/job-description/"


def test_it_starts_at_the_level_of_the_address(client):
    a_published_kit()
    assert '<option value="Senior" selected>' in client.get(PAGE, {"level": "Senior"}).content.decode()


def test_a_level_that_the_kit_lacks_is_passed_over(client):
    a_published_kit()
    assert client.get(PAGE, {"level": "Emperor"}).content == client.get(PAGE).content
