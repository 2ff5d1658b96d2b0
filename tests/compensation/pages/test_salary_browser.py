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
    page.get_by_label("Level and figure").select_option(label="Senior, United States: 19 records, base salary")
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
