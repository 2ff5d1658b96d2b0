"""Search, comparisons, answers and data in Chromium: with and without scripts, in both themes, at every width."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
ANSWER = "/roles/technical-product-manager/faq/do-technical-pms-code/"


def test_the_header_finds_a_role_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto("/")
    page.get_by_label("Search Rolebook").fill("techincal")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Technical Product Manager", exact=True).first.click()
    page.wait_for_url("**/roles/technical-product-manager/")


def test_names_are_suggested_while_typing(page):
    page.goto("/")
    with page.expect_response("**/search/suggestions/**"):
        page.get_by_label("Search Rolebook").press_sequentially("technical pr")
    expect(page.locator("#search-suggestions option").first).to_have_attribute("value", "Technical Product Manager")


def test_two_roles_are_compared_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto("/compare/")
    page.get_by_label("One role").select_option("Technical Product Manager")
    page.get_by_label("The other role").select_option("Product Manager")
    page.get_by_role("button", name="Compare").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Product Manager or Technical Product Manager?")


def test_a_vote_is_thanked_without_scripts_or_cookies(javascript_off):
    page = javascript_off.new_page()
    page.goto(ANSWER)
    assert not page.get_by_text("We’ve counted your vote").is_visible()
    page.get_by_role("button", name="Yes").click()
    page.get_by_text("We’ve counted your vote").wait_for()
    assert javascript_off.cookies() == []
