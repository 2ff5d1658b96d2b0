"""A long page on a phone: the menu of the header, and chapters that fold."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
ROLE = "/roles/technical-product-manager/"
SCREENS = 12


@pytest.fixture
def phone(page):
    page.set_viewport_size(PHONE)
    return page


def heading(page, name):
    return page.get_by_role("heading", name=name, exact=True)


def is_folded(page, chapter):
    return page.locator(f"#{chapter} > details").evaluate("details => !details.open")


def test_a_role_takes_few_screens_until_a_chapter_is_opened(phone):
    phone.goto(ROLE)
    expect(heading(phone, "Overview")).to_be_visible()
    assert is_folded(phone, "salary")
    assert phone.evaluate("document.documentElement.scrollHeight") <= SCREENS * PHONE["height"]
    heading(phone, "Salary benchmarks").click()
    expect(phone.locator("#salary > details")).to_have_attribute("open", "")


def test_an_address_opens_the_chapter_that_it_leads_into(phone):
    phone.goto(f"{ROLE}#skills")
    assert not is_folded(phone, "skills")
    phone.locator(".contents-narrow summary").click()
    phone.locator(".contents-narrow").get_by_role("link", name="Levels").click()
    expect(phone.locator("#levels > details")).to_have_attribute("open", "")


@pytest.mark.parametrize(("address", "rows"), [("/roles/", ".role-rows"), ("/faq/", ".link-rows")])
def test_a_long_list_shows_its_families_until_one_is_opened(phone, address, rows):
    phone.goto(address)
    first = phone.locator(".family").first
    expect(first.locator(rows)).to_be_hidden()
    first.get_by_role("heading").click()
    expect(first.locator(rows)).to_be_visible()


@pytest.mark.parametrize("address", ["/roles/?experience=2-5", "/faq/?topic=skills"])
def test_a_list_that_was_narrowed_down_stands_open(phone, address):
    phone.goto(address)
    expect(phone.locator(".family, .empty").first).to_be_visible()
    assert phone.locator(".chapter-fold").count() == 0


@pytest.mark.parametrize("address", ["/pay-law/", "/occupations/29-1141/pay/"])
def test_a_wide_table_is_stacked_rather_than_scrolled_sideways(phone, address):
    phone.goto(address)
    tables = phone.locator(".table-scroll")
    assert tables.count() >= 1
    assert tables.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1).length") == 0
    expect(phone.get_by_role("row").nth(1).get_by_role("rowheader")).to_be_visible()


def test_everything_is_open_on_a_wide_screen_and_without_scripts(page, javascript_off):
    page.goto(ROLE)
    assert page.locator(".chapter-fold").count() == 0
    plain = javascript_off.new_page()
    plain.set_viewport_size(PHONE)
    plain.goto(ROLE)
    expect(plain.locator("#salary table").first).to_be_visible()


def test_the_menu_opens_without_scripts(javascript_off):
    plain = javascript_off.new_page()
    plain.set_viewport_size(PHONE)
    plain.goto("/")
    link = plain.get_by_role("navigation", name="Main").get_by_role("link", name="Salaries")
    expect(link).to_be_hidden()
    plain.get_by_role("button", name="Menu").click()
    link.click()
    plain.wait_for_url("**/salaries/")


def test_the_header_is_one_line(phone):
    phone.goto("/")
    assert phone.locator(".masthead").evaluate("header => header.offsetHeight") <= 64


def test_home_takes_any_title(page):
    page.goto("/")
    page.get_by_label("Which job do you need a kit for?").fill("technical product manager")
    page.get_by_role("button", name="Find its kit").click()
    page.wait_for_url("**/search/?q=technical+product+manager")
