"""Wherever a page shows what a role pays, the source stands beside it."""

import pytest
from lxml import html

from compensation import shipped
from roles.kit.files import read_kit
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit
from tests.sourced_figures import is_sourced, list_figures

ROLE = "/roles/technical-product-manager/"
PAGES = [
    "/",
    "/roles/",
    "/salaries/",
    "/how-we-measure-pay/",
    "/how-we-check/",
    "/levels/",
    "/faq/",
    "/interview-questions/",
    "/authors/aditi-chaturvedi/",
    "/compare/product-manager/technical-product-manager/",
    "/search/?q=technical",
    "/search/?q=salary",
    ROLE,
    *(f"{ROLE}{part}/" for part in ("salary", "faq", "job-description", "interview-kit", "interview-questions")),
    f"{ROLE}faq/technical-pm-salary/",
    f"{ROLE}salary/?start=editorial:Senior+Technical+PM",
]


@pytest.fixture
def library(db):
    shipped.load_shipped()
    for slug in ("product-manager", "technical-program-manager", "technical-product-manager"):
        publish_role(save_kit(read_kit(STARTER_LIBRARY / f"{slug}.yaml")), note="First edition")


@pytest.mark.slow
def test_no_page_shows_pay_without_its_source(client, library):
    shown = 0
    for address in PAGES:
        response = client.get(address)
        assert response.status_code == 200, address
        for element in list_figures(html.fromstring(response.content.decode())):
            shown += 1
            assert is_sourced(element), f"{address}: {element.text_content().strip()[:120]}"
    assert shown > 150
