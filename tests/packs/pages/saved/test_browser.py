"""Saved packs in Chromium: autosave, two windows on one pack, what the browser remembers, both themes."""

import pytest
from playwright.sync_api import expect

from packs.models import Pack, Version
from tests.browser import live_region, new_window
from tests.factories import a_published_kit
from tests.packs.browsing import open_step, write_fact

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
SAVES = "**/packs/**"  # and previews, which htmx asks for
# Milliseconds, a little more than static/js/autosave.js waits for without typing, and between tries when a save fails.
PAUSE, RETRY = 1_600, 10_100
WORKBENCH = "/roles/technical-product-manager/job-description/"


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def saved(page, company="Acme"):
    """Write a job description, save it, and return the address of its pack."""
    page.clock.install()  # which goes on by itself, and ahead when a test says so
    page.goto(WORKBENCH)
    write_fact(page, "company", "Company name", company)
    page.get_by_role("button", name="Save and get a link").click()
    page.wait_for_url("**/packs/*/")
    return page.url


def write(page, label, text):
    """Type into a field, and let the page wait for more of it."""
    open_step(page, "company")
    page.get_by_label(label).fill(text)
    page.locator("#save-state", has_text="Not saved yet").or_(page.locator("#save-state", has_text="Saving")).wait_for()
    page.clock.fast_forward(PAUSE)


def test_typing_is_saved_by_itself(page):
    address = saved(page)
    write(page, "Company name", "Beta Boats")
    page.locator("#save-state", has_text="Saved at").wait_for()
    page.goto(address)
    assert page.get_by_label("Company name").input_value() == "Beta Boats"
    assert Version.objects.count() == 2


def test_a_button_that_changes_lines_is_saved_too(page):
    saved(page)
    page.locator("[data-line=t0] .line-menu > summary").click()
    page.locator("#down-t0").click()
    page.locator("#save-state", has_text="Not saved yet").wait_for()
    page.clock.fast_forward(PAUSE)
    page.locator("#save-state", has_text="Saved at").wait_for()
    assert [line.id for line in Pack.objects.get().current().description.lines[:2]] == ["t1", "t0"]
    page.get_by_role("button", name="Undo").click()
    page.locator("#copy-status", has_text="Undone: Move line 1").wait_for()
    page.locator("#save-state", has_text="Not saved yet").wait_for()
    page.locator("#save-state", has_text="Saved at").wait_for()
    assert [line.id for line in Pack.objects.get().current().description.lines[:2]] == ["t0", "t1"]
    assert page.locator("#save-alert").inner_text() == ""


def test_two_browsers_on_one_pack_lose_nothing(browser, live_server, context):
    page = context.new_page()
    address = saved(page)
    other_context = new_window(browser, base_url=live_server.url)
    other = other_context.new_page()
    other.goto(address)
    write(page, "Company name", "First")
    page.locator("#save-state", has_text="Saved at").wait_for()
    write(other, "Company name", "Second")
    other.locator("#save-state", has_text="saved separately").wait_for()
    other.get_by_role("link", name="Choose what to keep").click()
    expect(other.locator("del").first).to_have_text("First")
    expect(other.locator("ins").first).to_have_text("Second")
    other.get_by_role("button", name="Save my choice").click()
    other.wait_for_url(address)
    expect(other.get_by_label("Company name")).to_have_value("Second")
    companies = [version.description.company for version in Pack.objects.get().versions.all()]
    assert sorted(companies) == ["Acme", "First", "Second", "Second"]
    other_context.close()


def test_a_save_that_fails_says_so_and_is_tried_again(page):
    saved(page)
    alert = live_region(page, "#save-alert", "alert")
    assert alert.inner_text() == ""
    page.route(SAVES, lambda route: route.fulfill() if "hx-request" in route.request.headers else route.abort())
    write(page, "Company name", "Beta")
    page.locator("#save-alert", has_text="we’ll try again").wait_for()
    assert alert.inner_text().startswith("Not saved: the site isn’t responding.")
    page.unroute(SAVES)
    page.clock.fast_forward(RETRY)
    page.locator("#save-state", has_text="Saved at").wait_for()
    assert page.locator("#save-alert").inner_text() == ""
    assert Pack.objects.get().current().description.company == "Beta"


def test_a_deleted_pack_tells_the_page_that_still_has_it(page):
    saved(page)
    Pack.objects.all().delete()
    page.route(SAVES, lambda route: route.fulfill() if "hx-request" in route.request.headers else route.continue_())
    write(page, "Company name", "Beta")
    page.locator("#save-alert", has_text="This pack is gone").wait_for()


def test_everything_works_without_scripts(javascript_off):
    page = javascript_off.new_page()
    address = saved(page)
    write_fact(page, "company", "Company name", "Beta")
    with page.expect_navigation(url=address):
        page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_label("Company name")).to_have_value("Beta")
    page.get_by_role("link", name="Versions").click()
    page.get_by_role("link", name="Compare with the current version").click()
    page.get_by_role("button", name="Restore the checked parts").click()
    expect(page.get_by_label("Company name")).to_have_value("Acme")
    page.get_by_role("link", name="Delete").click()
    page.get_by_role("button", name="Delete the pack").click()
    expect(page.get_by_role("heading", name="The pack has been deleted")).to_be_visible()
    assert not Pack.objects.exists()


def test_the_browser_remembers_its_packs_until_told_not_to(page):
    address = saved(page)
    page.goto("/packs/")
    link = page.get_by_role("link", name="Technical Product Manager, Acme")
    expect(link).to_have_js_property("href", address)
    link.click()
    page.get_by_role("link", name="Links and sharing").click()
    page.get_by_role("button", name="Make a new edit link").click()
    page.wait_for_url(lambda url: address not in url)
    page.goto("/packs/")
    expect(page.locator(".pack-list a")).to_have_count(1)
    expect(page.locator(".pack-list a")).not_to_have_js_property("href", address)
    said = live_region(page, "#list-status")
    page.get_by_role("button", name="Clear this list").click()
    page.get_by_text("The list has been cleared.").wait_for()
    assert said.inner_text() == "The list has been cleared."
    assert page.get_by_text("No openings on this device yet").is_visible()
    assert page.evaluate("localStorage.getItem('packs')") == "{}"
    assert Pack.objects.count() == 1


def test_a_deleted_pack_is_forgotten(page):
    address = saved(page)
    page.goto(f"{address}delete/")
    page.get_by_role("button", name="Delete the pack").click()
    page.get_by_role("heading", name="The pack has been deleted").wait_for()
    page.wait_for_load_state()
    page.goto("/packs/")
    assert page.get_by_text("No openings on this device yet").is_visible()


def test_a_reader_opens_the_shared_page_and_copies(browser, live_server, page):
    saved(page)
    page.get_by_role("link", name="Links and sharing").click()
    page.get_by_role("button", name="Make a read-only link").click()
    said = live_region(page, "#copy-status")
    assert said.inner_text() == ""
    page.get_by_role("button", name="Copy the read-only link").click()
    page.get_by_text("The link has been copied.").wait_for()
    assert said.inner_text() == "The link has been copied."
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto(link)
    assert page.get_by_text("Shared read-only").is_visible()
    assert "Acme" in page.locator("#preview-paper").inner_text()
