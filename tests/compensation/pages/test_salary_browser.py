"""The pages on pay in Chromium: both themes, two widths, and without scripts."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
ADDRESS = "/roles/technical-product-manager/salary/"
PLAN = f"{ADDRESS}?start=computed:us-dol-lca-extract:Senior:US:USD&rate=3"


def test_a_reader_plans_a_range_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto(ADDRESS)
    page.get_by_label("Start from").select_option(label="Senior, United States: 19 records, base salary")
    page.get_by_role("button", name="Suggest a range").click()
    page.get_by_role("link", name="Use in the job description").click()
    page.wait_for_url("**/job-description/?**")
    assert page.locator("[name=pay_low]").input_value() == "114,000"
    assert page.locator("[name=level]").input_value() == "Senior"


def test_a_place_is_completed_and_remembered_without_a_cookie(page):
    page.goto(ADDRESS)
    box = page.get_by_label("City, area or state")
    box.focus()
    page.locator("#pay-places option").nth(500).wait_for(state="attached")
    box.fill("austin")
    box.press("Enter")
    page.wait_for_url("**/salary/austin-round-rock-san-marcos-tx/")
    page.goto("/roles/product-manager/")
    more = page.get_by_role("link", name="More on pay")
    expect(more).to_have_attribute("href", re.compile("/product-manager/salary/austin-round-rock-san-marcos-tx/$"))
    more.click()
    page.wait_for_url("**/roles/product-manager/salary/austin-round-rock-san-marcos-tx/")
    assert page.context.cookies() == []


def test_on_a_slow_phone_two_presses_lead_from_the_role_to_the_figure_of_a_place_on_one_screen(page):
    page.set_viewport_size({"width": 360, "height": 640})
    devtools = page.context.new_cdp_session(page)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    slow = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 25_000}
    devtools.send("Network.emulateNetworkConditions", slow)
    page.goto("/roles/technical-product-manager/")
    page.get_by_role("link", name="Pay by place").click()  # the first press
    page.get_by_label("City, area or state").fill("austin")
    page.get_by_role("button", name="Show pay there").click()  # the second
    page.wait_for_url("**/salary/austin-round-rock-san-marcos-tx/")
    answer = page.locator(".pay-answer .lede")
    expect(answer).to_contain_text("$100,330 and $175,740")
    expect(answer).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0
