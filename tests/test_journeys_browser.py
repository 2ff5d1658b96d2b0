"""The two journeys through the site in Chromium that `make test` covers: by keyboard alone, and without scripts."""

import pytest
from playwright.sync_api import expect

from tests.packs.browsing import open_step, read_paper, write_fact
from tests.packs.pages.test_job_description_browser import first_two, lines_of, open_tools
from tests.test_keyboard_browser import ROLE, Keys

pytestmark = [pytest.mark.browser, pytest.mark.journey]


def test_from_the_home_page_to_a_copied_job_description(page):
    keys = Keys(page)
    page.goto("/")
    keys.write("Search Rolebook", "technical product")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/**")
    keys.skip()
    keys.link("Technical Product Manager", f"**{ROLE}")
    keys.skip()
    keys.link("Customize this job description", "**/job-description/")
    keys.open_step("blanks")
    keys.write("Team", "the payments team")
    keys.open_step("company")
    keys.write("Company name", "Acme")
    expect(page.locator("#copy-plain")).to_contain_text("the payments team")
    keys.reach(page.locator("#paper .line textarea"))
    page.keyboard.press("Control+End")
    page.keyboard.type(" You are a rockstar.")
    expect(page.locator("#paper .flag", has_text="rockstar")).to_have_count(1)
    keys.reach(page.locator("#step-check > summary"), key="Shift+Tab")
    page.keyboard.press("Enter")
    keys.reach(page.locator(".finding a", has_text="rockstar"))
    page.keyboard.press("Enter")
    expect(page.locator("#paper .line textarea").first).to_be_focused()
    assert page.evaluate("getSelection().toString()") == "a rockstar"
    rewrite = page.locator(".finding", has_text="rockstar").get_by_role("button")
    keys.reach(rewrite, key="Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#copy-status")).to_have_text("The rewrite has been applied.")
    keys.press("Copy")
    expect(page.locator("#copy-status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "the payments team" in copied
    assert "rockstar" not in copied


def test_everything_works_without_javascript(javascript_off):
    page = javascript_off.new_page()
    page.goto(f"{ROLE}job-description/")
    write_fact(page, "company", "Company name", "Acme")
    page.get_by_label("Company name").press("Enter")
    expect(read_paper(page)).to_contain_text("At Acme, we'll")
    page.get_by_label("Level").select_option("Staff")
    page.get_by_role("button", name="Use this level").click()
    expect(read_paper(page)).to_contain_text("7–10 years of product management")
    first, second = first_two(page)
    open_tools(lines_of(page, "required").first)
    lines_of(page, "required").first.get_by_role("button", name="down").press("Enter")
    expect(page.locator("fieldset:has(#add-required) textarea").first).to_have_value(second)
    assert first_two(page) == [second, first]
    expect(lines_of(page, "required").nth(1).get_by_role("button", name="down")).to_be_focused()
    page.get_by_role("button", name="Add a line to Nice to have").click()
    page.locator("fieldset:has(#add-nice-to-have) textarea").last.fill("You like maps.")
    page.locator(".no-script", has_text="Update the preview").click()
    expect(page.locator("#paper .drawn", has_text="You like maps.")).to_be_visible()
    open_step(page, "send")
    with page.expect_download() as download:
        page.get_by_role("button", name="PDF", exact=True).click()
    assert download.value.suggested_filename.startswith("Acme - ")
