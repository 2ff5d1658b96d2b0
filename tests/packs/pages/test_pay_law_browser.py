"""Pay law in a browser: each thing to do once, and one press does it."""

import pytest
from playwright.sync_api import Page, expect

from tests.packs.browsing import open_step, write_fact

pytestmark = pytest.mark.browser
ADDRESS = "/roles/technical-product-manager/job-description/"
MOST_PRESSES = 12


@pytest.fixture
def denver(page: Page) -> Page:
    """Denver and remote work in the United States, for a company of 120."""
    page.goto(ADDRESS)
    open_step(page, "place")
    page.get_by_label("Workplace").select_option("remote")
    page.locator("#id_place-0-city").fill("Denver")
    page.locator("#id_place-0-region").fill("Colorado")
    page.locator("#id_place-0-country").fill("United States")
    page.get_by_role("button", name="Add a place").click()
    page.locator("#id_place-1-country").fill("United States")
    write_fact(page, "company", "Number of employees", "120")
    write_fact(page, "company", "Company location", "Colorado, United States")
    expect(page.locator("#pay-law .law-tasks")).to_contain_text("California")
    open_step(page, "check")
    return page


def test_each_missing_thing_is_named_once_and_one_press_each_leaves_nothing_missing(denver: Page):
    labels = [label.inner_text() for label in denver.locator(".law-tasks li p a").all()]
    assert len(labels) == len(set(labels)) >= 4
    buttons = denver.locator(".law-tasks button")
    left = buttons.count()
    assert 0 < left < MOST_PRESSES
    while left:
        buttons.first.click()
        left -= 1
        expect(buttons).to_have_count(left)
    open_step(denver, "company")
    denver.get_by_text("Statements", exact=True).click()
    denver.locator("#id_screening").select_option("not-used")
    expect(denver.locator("#pay-law .law-tasks")).to_have_count(0)
    expect(denver.locator("#pay-law .law-missing")).to_have_count(0)
    open_step(denver, "check")
    expect(denver.locator("#pay-law summary", has_text="nothing missing").first).to_be_visible()


def test_the_list_of_things_to_do_breaks_no_rule_of_accessibility(denver: Page, axe):
    axe(denver)
