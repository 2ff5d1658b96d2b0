"""A site with another name, color and logo has no barrier either, in both themes and at two widths. What
its colors can't break is tried on the site as it comes.
"""

import pytest
from playwright.sync_api import expect

from company.colors import make_accent
from company.store import create_profile, save_site_company
from tests.browser import OF_LOOKS
from tests.company.samples import ACME, LOUD_BRAND
from tests.test_accessibility import PARTS
from tests.test_sweep import addresses
from tests.whole_site import fill

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
ROLE = "/roles/technical-product-manager/"


@pytest.fixture
def branded():
    fill()
    save_site_company(ACME, LOUD_BRAND)


def test_pages_of_a_branded_site_have_no_barrier(branded, audited, no_barrier):
    page = audited.new_page()
    for path in ("/", ROLE, f"{ROLE}job-description/", "/company/", f"/company/{create_profile(ACME)}/", "/none/"):
        page.goto(path)
        no_barrier(page)


@pytest.mark.parametrize("part", range(PARTS))
def test_public_pages_of_a_branded_site_have_no_barrier(branded, audited, no_barrier, part):
    page = audited.new_page()
    for path in [*addresses().values()][part::PARTS]:
        if audited.request.get(path).headers["content-type"].startswith("text/html"):
            page.goto(path)
            no_barrier(page, OF_LOOKS)


def test_the_color_is_that_of_the_buttons(branded, page):
    page.goto("/company/")
    button = page.get_by_role("button", name="Make a profile", exact=True)
    light = make_accent(LOUD_BRAND.accent).accent[0]
    red, green, blue = (int(light[at : at + 2], 16) for at in (1, 3, 5))
    expect(button).to_have_css("background-color", f"rgb({red}, {green}, {blue})")
    assert page.locator(".brand img").evaluate("image => image.complete && image.naturalHeight === 56")
