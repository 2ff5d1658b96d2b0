"""What gunicorn believes of the headers that a visitor sends."""

import pytest

from tests.factories import a_published_kit
from tests.serving import database_url, serving
from tests.starting.places import ask

ROLE = "/roles/technical-product-manager/"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_no_header_says_below_which_path_the_site_is():
    a_published_kit()
    with serving(database_url()) as port:
        plain, claimed = (ask(port, ROLE, **headers)[1] for headers in ({}, {"SCRIPT_NAME": "/evil"}))
    assert claimed == plain
    assert "/evil" not in claimed
