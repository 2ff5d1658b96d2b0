"""Openings in Chromium: ten from a spreadsheet, with a script and without, and two people at work on one of them."""

import re

import pytest
from playwright.sync_api import expect

from packs.models import Pack, Suggestion, Version
from tests.browser import new_window
from tests.factories import a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TEN = "Title;Level;Place;Pay\n" + "".join(
    f"Technical PM {number};Senior;Denver, CO;{120 + number}000-{150 + number}000\n" for number in range(1, 11)
)
PAUSE = 1_600  # milliseconds, a little more than static/js/autosave.js waits for without typing


@pytest.fixture(autouse=True)
def edition():
    return a_published_kit()


def make_ten(page):
    """From nothing to ten openings: a name, a file, a look and a press. Returns the address of the list."""
    page.goto("/packs/")
    page.get_by_label("The list’s name").fill("Spring")
    page.get_by_role("button", name="Start the list").click()
    page.get_by_role("link", name="Make openings from a table").first.click()
    file = {"name": "ten.csv", "mimeType": "text/csv", "buffer": TEN.encode("utf-8-sig")}
    page.get_by_label("Choose a file").set_input_files(file)
    page.get_by_role("button", name="Preview the openings").click()
    page.get_by_role("button", name="Make 10 openings").click()
    page.wait_for_url("**/openings/")
    return page.url


def test_ten_openings_from_a_csv_take_one_list_one_file_and_one_look(page):
    make_ten(page)
    expect(page.locator("tbody tr")).to_have_count(10)
    assert Pack.objects.count() == 10
    page.goto("/packs/")
    expect(page.get_by_role("link", name="Spring")).to_be_visible()


def test_without_a_script_the_link_of_the_list_is_enough(javascript_off):
    page = javascript_off.new_page()
    address = make_ten(page)
    page.goto(address)
    page.get_by_label("Select Technical PM 10 Denver").check()
    page.locator("#new-state").select_option("posted")
    page.get_by_role("button", name="Mark", exact=True).click()
    expect(page.locator(".state-posted")).to_have_count(1)


def test_two_people_suggest_and_edit_at_once_and_no_word_is_lost(browser, live_server, context):
    page = context.new_page()
    page.clock.install()
    make_ten(page)
    with page.expect_navigation():
        page.get_by_role("link", name="Technical PM 10").click()
    edited = page.url
    page.goto(f"{edited}suggestions/")
    page.get_by_role("button", name="Make a suggestion link").click()
    link = page.locator("#suggest-link").input_value()
    page.goto(edited)

    colleague = new_window(browser, base_url=live_server.url).new_page()
    colleague.goto(link)
    colleague.get_by_role("link", name=re.compile("^Suggest")).nth(1).click()
    colleague.get_by_role("textbox", name="Words", exact=True).fill("Words of the colleague.")

    first = page.get_by_label(re.compile("Line 1")).first
    first.fill("Words of the owner.")
    page.locator("#save-state", has_text="Not saved yet").or_(page.locator("#save-state", has_text="Saving")).wait_for()
    page.clock.fast_forward(PAUSE)
    page.locator("#save-state", has_text="Saved at").wait_for()

    colleague.locator(".suggest-form").get_by_label("Your name").fill("Ada")
    colleague.get_by_role("button", name="Send the suggestion").click()
    colleague.get_by_text("Your suggestion has been sent to the text’s editors.").wait_for()
    colleague.get_by_role("link", name=re.compile("^Suggest")).nth(2).click()
    expect(colleague.locator(".suggest-form").get_by_label("Your name")).to_have_value("Ada")

    owner = context.new_page()
    owner.goto(f"{edited}suggestions/")
    expect(owner.locator("ins")).to_have_text("Words of the colleague.")
    expect(owner.locator("del").last).to_have_text("Words of the owner.")
    owner.get_by_role("button", name="Use these words").click()
    owner.get_by_text("Applied in version").wait_for()

    page.get_by_label(re.compile("Line 2")).first.fill("Typed meanwhile.")
    page.locator("#save-state", has_text="Not saved yet").or_(page.locator("#save-state", has_text="Saving")).wait_for()
    page.clock.fast_forward(PAUSE)
    expect(page.get_by_label(re.compile("Line 1")).first).to_have_value("Words of the colleague.")
    expect(page.get_by_label(re.compile("Line 2")).first).to_have_value("Typed meanwhile.")
    said = [version.description for version in Version.objects.filter(pack=Suggestion.objects.get().pack)]
    lines = {line.text for description in said for line in description.lines}
    assert {"Words of the owner.", "Words of the colleague.", "Typed meanwhile."} <= lines
    newest = max(Version.objects.filter(pack=Suggestion.objects.get().pack), key=lambda version: version.number)
    texts = [line.text for line in newest.description.lines]
    assert {"Words of the colleague.", "Typed meanwhile."} <= {*texts}
    assert not newest.beside
    assert Version.objects.get(credited_to="Ada").description.lines[0].text == "Words of the colleague."
