"""Copies for job boards and mail, the menu of formats, and notices that go away, in a browser."""

import pytest
from playwright.sync_api import expect

from tests.packs.browsing import open_step

pytestmark = pytest.mark.browser
ADDRESS = "/roles/technical-product-manager/job-description/"
LASTS = 12_100  # milliseconds, a little more than static/js/notices.js lets a notice stand
READ = "async (type) => (await (await navigator.clipboard.read())[0].getType(type)).text()"


@pytest.fixture
def opened(context, page):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.clock.install()
    page.goto(ADDRESS)
    return page


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("Copy for LinkedIn", "<p><strong>What you bring</strong></p>"),
        ("Copy for Indeed", "<h2>What you bring</h2>"),
        ("Copy for email", "<p><strong>What you bring</strong></p>"),
    ],
)
def test_a_copy_for_a_board_is_what_the_fields_say(opened, name, heading):
    opened.get_by_label("Job title").fill("Platform Lead")
    open_step(opened, "send")
    opened.get_by_role("button", name=name).click()
    opened.clock.run_for(100)
    expect(opened.locator("#copy-status")).to_contain_text("Copied")
    html, text = (opened.evaluate(READ, type_) for type_ in ("text/html", "text/plain"))
    assert "Platform Lead" in html
    assert heading in html
    assert text.startswith("Platform Lead")


def test_a_notice_goes_away(opened):
    opened.get_by_role("button", name="Copy", exact=True).click()
    opened.clock.run_for(100)
    expect(opened.locator("#copy-status")).to_contain_text("Copied")
    opened.clock.run_for(LASTS)
    expect(opened.locator("#copy-status")).to_be_empty()


def test_the_tools_of_a_line_close_with_escape_and_by_a_press_outside(opened):
    menu = opened.get_by_label("Tools for line 1 of What you will do")
    after = opened.get_by_role("button", name="Add a line below line 1 of What you will do")
    menu.click()
    after.focus()
    opened.keyboard.press("Escape")
    expect(after).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    expect(after).to_be_visible()
    opened.locator("h1").click()
    expect(after).to_be_hidden()
