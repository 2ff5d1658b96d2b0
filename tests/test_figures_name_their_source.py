"""Wherever a page shows what a role pays, the source stands beside it."""

import re

import pytest
from lxml import html

from compensation import shipped
from roles.kit.files import read_kit
from roles.publishing.library_files import STARTER_LIBRARY
from roles.publishing.publish import publish_role
from roles.publishing.rows import save_kit

PAY = re.compile(r"\$\d")
SOURCE = re.compile(r"\b[Ss]ource|Best PM Jobs|Bureau of Labor Statistics")
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
# What somebody's own document says, and what is typed, are no figures of the site's.
THEIRS = "descendant::*[@id='preview-place' or @id='clipboard' or self::textarea or self::script]"


@pytest.fixture
def library(db):
    shipped.load_shipped()
    for slug in ("product-manager", "technical-program-manager", "technical-product-manager"):
        publish_role(save_kit(read_kit(STARTER_LIBRARY / f"{slug}.yaml")), note="First edition")


def figures(page):
    """Every element of the page's main part whose own words hold a figure of pay."""
    for theirs in page.xpath(THEIRS):
        theirs.drop_tree()
    main = page.get_element_by_id("main")
    return [element for element in main.iter() if PAY.search("".join(element.xpath("text()")))]


def sourced(element):
    """Whether the element, or one around it that is less than the page, names a source."""
    around = [element, *element.iterancestors()]
    parts = around[: next(index for index, each in enumerate(around) if each.get("id") == "main") - 1]
    return any(part.get("data-provenance") or SOURCE.search(part.text_content()) for part in parts)


def test_no_page_shows_pay_without_its_source(client, library):
    shown = 0
    for address in PAGES:
        response = client.get(address)
        assert response.status_code == 200, address
        for element in figures(html.fromstring(response.content.decode())):
            shown += 1
            assert sourced(element), f"{address}: {element.text_content().strip()[:120]}"
    assert shown > 150
