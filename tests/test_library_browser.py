"""The library in Chromium: read it, follow it, in both themes, at two widths, with and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.browser import live_region

pytestmark = pytest.mark.browser
ROLE = "/roles/technical-product-manager/"


def test_a_reader_finds_a_role_and_jumps_to_its_salaries(page):
    page.goto("/")
    page.get_by_role("link", name="Roles", exact=True).first.click()
    page.get_by_role("link", name="Technical Product Manager", exact=True).click()
    page.get_by_role("navigation", name="On this page").get_by_role("link", name="Salary benchmarks").click()
    page.wait_for_url("**#salary")
    assert page.get_by_role("cell", name="$280,000–$400,000").or_(page.get_by_text("$280K–$400K")).first.is_visible()


def test_a_question_unfolds_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto(f"{ROLE}#interview-questions")
    fold = page.locator("#interview-questions details").first
    inside = fold.locator(":scope > :not(summary)").first
    assert inside.is_hidden()
    fold.locator("summary").first.click()
    expect(inside).to_be_visible()


def test_the_template_copies_as_rich_and_plain_text(page):
    page.goto(ROLE)
    said = live_region(page, "#copy-status")
    assert said.inner_text() == ""
    page.get_by_role("button", name="Copy the template").click()
    page.get_by_text("Copied.").wait_for()
    assert said.inner_text().startswith("Copied. Paste it")
    kinds = page.evaluate("navigator.clipboard.read().then(items => items[0].types)")
    plain = page.evaluate("navigator.clipboard.readText()")
    assert set(kinds) == {"text/plain", "text/html"}
    assert "[technical product area]" in plain
    assert "What you will do" in plain


def test_the_theme_is_remembered(page):
    page.goto("/")
    page.get_by_role("button", name="Use the dark theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/roles/")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
