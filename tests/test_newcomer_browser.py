"""Somebody who has never seen the site reaches what people come for in a few presses, on a phone."""

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

pytestmark = pytest.mark.browser
PHONE = ViewportSize(width=360, height=740)


class Newcomer:
    """A visitor who starts at home, and how often they have pressed something."""

    def __init__(self, page: Page) -> None:
        page.set_viewport_size(PHONE)
        page.goto("/")
        self.page, self.presses = page, 0

    def press(self, role: str, name: str) -> None:
        """Press the first link or button of that name that shows."""
        self.find(role, name).click()
        self.presses += 1

    def find(self, role: str, name: str) -> Locator:
        """The first link, button or heading of that name that shows."""
        return self.page.get_by_role(role, name=name).locator("visible=true").first  # type: ignore[arg-type]


@pytest.fixture
def newcomer(page):
    return Newcomer(page)


def test_what_a_technical_product_manager_is_takes_one_press(newcomer):
    newcomer.press("link", "Technical Product Manager")
    expect(newcomer.page.locator(".role-head .lede")).to_contain_text("Decides what to build")
    assert newcomer.presses <= 1


def test_pay_in_austin_takes_three(newcomer):
    newcomer.press("link", "Technical Product Manager")
    newcomer.press("link", "Pay by place")
    newcomer.page.get_by_label("City, area or state").fill("Austin")
    newcomer.press("button", "Show pay there")
    expect(newcomer.find("heading", "salary in Austin")).to_be_visible()
    expect(newcomer.page.locator(".pay-answer .lede")).to_contain_text("$")
    assert newcomer.presses <= 3


def test_how_to_prepare_takes_two(newcomer):
    newcomer.press("link", "Technical Product Manager")
    newcomer.press("link", "Prepare for the interview")
    expect(newcomer.find("heading", "How to prepare")).to_be_visible()
    assert newcomer.presses <= 2


def test_a_copied_template_takes_four(newcomer):
    newcomer.press("link", "Technical Product Manager")
    newcomer.page.locator("#job-description summary").click()
    newcomer.presses += 1
    newcomer.press("button", "Copy the template")
    newcomer.page.get_by_text("Copied.").wait_for()
    assert "What you will do" in newcomer.page.evaluate("navigator.clipboard.readText()")
    assert newcomer.presses <= 4


def test_questions_are_gathered_from_page_to_page(page):
    page.goto("/roles/technical-product-manager/interview-questions/")
    page.get_by_label("Add to my kit").first.check()
    expect(page.locator("#my-kit-count")).to_have_text("1 question in your kit")
    page.goto("/interview-questions/?role=product-manager")
    page.get_by_label("Add to my kit").nth(1).check()
    expect(page.locator("#my-kit-count")).to_have_text("2 questions in your kit")
    page.get_by_role("button", name="Open my interview kit").click()
    expect(page.locator("article.question")).to_have_count(2)


def test_a_list_filters_as_one_chooses(page):
    page.goto("/interview-questions/")
    page.get_by_label("Role", exact=True).select_option("Product Manager")
    page.wait_for_url("**role=product-manager**")
    expect(page.locator("#results .question-meta").first).to_contain_text("Product Manager")
    page.get_by_label("Add to my kit").first.check()
    expect(page.locator("#my-kit-count")).to_have_text("1 question in your kit")


def test_ticked_questions_are_gathered_without_scripts(javascript_off):
    page = javascript_off.new_page()
    page.goto("/interview-questions/")
    page.get_by_label("Add to my kit").first.check()
    page.get_by_role("button", name="Open my interview kit").click()
    expect(page.locator("article.question")).to_have_count(1)
