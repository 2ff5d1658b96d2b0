"""The second job description of a company: how many presses and keys it takes until nothing is left to do."""

import pytest
from playwright.sync_api import Locator, Page, expect

from company.store import create_profile
from tests.company.samples import ACME
from tests.packs.browsing import read_paper
from tests.whole_site import fill

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_PRESSES, MOST_KEYS = 25, 220


class Counted:
    """A manager whose presses and keys are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses, self.keys = page, 0, 0

    def press(self, wanted: Locator) -> None:
        self.presses += 1
        wanted.click()

    def open_step(self, name: str) -> None:
        """Open a step beside the paper, where it is not open already."""
        if self.page.locator(f"#step-{name}:not([open])").count():
            self.press(self.page.locator(f"#step-{name} > summary"))

    def choose(self, wanted: Locator, option: str) -> None:
        """Open a list, and take an option."""
        self.presses += 2
        wanted.select_option(option)

    def write(self, wanted: Locator, text: str) -> None:
        """Press a field and type."""
        self.presses += 1
        self.keys += len(text)
        wanted.fill(text)


def test_a_second_job_takes_few_presses_and_keys(page):
    fill()
    token = create_profile(ACME)
    page.goto(f"/company/{token}/")
    manager = Counted(page)
    manager.choose(page.get_by_label("Role", exact=True), "Technical Product Manager")
    manager.press(page.get_by_role("button", name="Start from this profile"))
    page.wait_for_url("**/packs/*/")
    manager.open_step("job")
    manager.choose(page.get_by_label("Level", exact=True), "Senior")
    expect(page.get_by_label("From", exact=True).first).to_have_value("150,000")
    manager.open_step("blanks")
    for field in page.locator("#blank-fields input").all():
        manager.write(field, "the sonar team")
    manager.open_step("check")
    while page.locator("[id^=law-task-]").count():
        left = page.locator("[id^=law-task-]").count()
        manager.press(page.locator("[id^=law-task-]").first)
        expect(page.locator("[id^=law-task-]")).to_have_count(left - 1)
    expect(page.locator("#state")).not_to_contain_text("blank")
    expect(page.locator("#pay-law")).to_contain_text("Nothing is left to do")
    expect(read_paper(page)).to_contain_text("Acme maps the sea floor")
    manager.press(page.get_by_role("button", name="Save", exact=True))
    assert 0 < manager.presses <= MOST_PRESSES
    assert 0 < manager.keys <= MOST_KEYS


def test_a_remembered_profile_fills_a_job_description_in_one_press(page):
    fill()
    token = create_profile(ACME)
    page.goto(f"/company/{token}/")
    page.goto("/roles/technical-product-manager/job-description/")
    Counted(page).open_step("company")
    page.get_by_role("button", name="Use the Acme Charts profile").click()
    expect(page.get_by_label("Company name")).to_have_value("Acme Charts")
    expect(read_paper(page)).to_contain_text("Acme maps the sea floor")
    page.get_by_role("button", name="Save and get a link").click()
    page.wait_for_url("**/packs/*/")
    expect(page.locator(".company-step")).to_contain_text("Started from the Acme Charts profile.")


def test_a_profile_that_was_deleted_is_not_remembered(page):
    token = create_profile(ACME)
    page.goto(f"/company/{token}/delete/")
    page.goto(f"/company/{token}/")
    page.goto("/company/")
    expect(page.locator("#company-list li")).to_have_count(1)
    page.goto(f"/company/{token}/delete/")
    page.get_by_role("button", name="Delete the profile").click()
    expect(page.get_by_role("heading", name="The profile has been deleted")).to_be_visible()
    page.wait_for_load_state()
    page.goto("/company/")
    expect(page.locator("#company-list li")).to_have_count(0)
