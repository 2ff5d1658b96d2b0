"""From a role's page to a printed panel kit, in few actions, with scripts and without, and open to everyone."""

import io

import pypdf
import pytest
from playwright.sync_api import expect

from tests.browser import live_region
from tests.factories import a_published_kit

pytestmark = pytest.mark.browser
ROLE = "/roles/technical-product-manager/"
ADDRESS = f"{ROLE}interview-kit/"
MOST_ACTIONS = 9


def printed(page):
    """The words of the paper that the page prints."""
    paper = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    return " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())


@pytest.mark.parametrize("scripts", [True, False])
def test_a_panel_kit_is_printed_in_under_ten_actions(context, javascript_off, scripts):
    page = (context if scripts else javascript_off).new_page()
    page.goto(ROLE)
    actions = [
        lambda: page.get_by_role("link", name="Build the interview kit").click(),
        lambda: page.get_by_label("Interviewer 1").fill("Ada"),
        lambda: page.get_by_label("Interviewer 2").fill("Grace"),
        lambda: page.get_by_role("button", name="Swap question 1 of interview 1").click(),
        lambda: page.get_by_text("Swapped for").wait_for(),
        lambda: page.get_by_label("Relevant feature").fill("billing exports"),
        lambda: page.get_by_label("Document to preview and download").select_option("kit"),
    ]
    if not scripts:
        actions.append(page.get_by_role("button", name="Update the preview").last.click)
    for action in actions:
        action()
    page.locator("#preview-paper", has_text="billing exports").wait_for()
    text = printed(page)  # the last action: the browser's print command, or the page's button for it
    assert len(actions) + 1 <= MOST_ACTIONS
    for part in ("Interview sheet: Ada", "Scorecard: Grace", "Debrief", "Questions not to ask", "billing exports"):
        assert part in text
    assert "Design an API" not in text  # swapped
    assert "Plan the interviews again" not in text
    assert "Checks" not in text


def test_a_change_shows_at_once_and_keeps_the_focus(page):
    page.goto(ADDRESS)
    said = live_region(page, "#state")
    assert said.inner_text().startswith("The plan looks good.")
    page.get_by_label("Minutes for question 1 of interview 1").fill("40")
    page.keyboard.press("Tab")
    page.get_by_role("status").get_by_text("1 thing to fix").wait_for()
    assert said.inner_text().startswith("1 thing to fix")
    assert page.get_by_text("runs 22 minutes over its 60").is_visible()
    page.get_by_role("button", name="Swap question 2 of interview 1").click()
    page.get_by_text("Swapped for").wait_for()
    assert page.evaluate("document.activeElement.id") == "swap-question-1"


def test_what_a_press_did_to_the_plan_is_undone(page):
    page.goto(ADDRESS)
    said, questions = page.locator("#plan-status"), page.locator(".plan-question-text")
    expect(said).to_have_text("")
    before = questions.all_inner_texts()
    page.get_by_label("Interviewer 1").fill("Ada")
    page.get_by_role("button", name="Swap question 1 of interview 1").click()
    expect(said).to_contain_text("Swapped for")
    page.get_by_role("button", name="Remove interview 2").click()
    expect(said).to_have_text("Interview 2 removed.")
    page.get_by_label("Minutes for question 1 of interview 1").fill("999")
    page.keyboard.press("Tab")
    page.get_by_role("status").get_by_text("Check: Minutes").wait_for()
    for name in ("Minutes for question 1 of interview 1", "Remove interview 2", "Swap question 1", "Interviewer 1"):
        page.keyboard.press("Control+z")
        expect(said).to_contain_text(f"Undone: {name}")
    assert questions.all_inner_texts() == before
    expect(page.get_by_label("Interviewer 1")).not_to_have_value("Ada")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()
    page.locator("#redo").press("Enter")
    expect(said).to_have_text("Redone: Interviewer 1")
    expect(page.get_by_label("Interviewer 1")).to_have_value("Ada")
    page.locator("#preview-paper", has_text="Scorecard: Ada").wait_for()


def test_a_new_name_is_offered_in_every_interview(page):
    page.goto(ADDRESS)
    page.get_by_label("Interviewer 4").fill("Barbara")
    page.keyboard.press("Tab")
    page.get_by_label("Barbara").first.wait_for()
    page.get_by_role("button", name="Plan the interviews again").click()
    page.locator("#preview-paper", has_text="Scorecard: Barbara").wait_for()


def test_a_plan_that_was_not_saved_is_offered_and_comes_back(page):
    page.goto(ADDRESS)
    page.get_by_role("button", name="Swap question 1 of interview 1").click()
    page.get_by_text("Swapped for").wait_for()
    page.get_by_label("Interviewer 1").fill("Ada")
    page.get_by_label("Relevant feature").fill("billing exports")
    questions = page.locator(".plan-question-text")
    swapped = questions.first.inner_text()
    page.reload()
    assert questions.first.inner_text() != swapped
    page.get_by_role("button", name="Restore what you typed at").click()
    expect(questions.first).to_have_text(swapped)
    expect(page.get_by_label("Interviewer 1")).to_have_value("Ada")
    expect(page.get_by_label("Relevant feature")).to_have_value("billing exports")
    expect(page.locator("#draft")).to_be_hidden()


@pytest.mark.django_db(transaction=True)
def test_a_pack_keeps_its_plan(page):
    a_published_kit()
    page.goto(ADDRESS)
    page.get_by_label("Interviewer 1").fill("Ada")
    page.get_by_role("button", name="Save and get a link").click()
    page.wait_for_url("**/packs/*/interview-kit/")
    page.get_by_role("button", name="Swap question 1 of interview 1").click()
    page.locator("#save-state", has_text="Saved at").wait_for()
    page.reload()
    assert page.get_by_label("Interviewer 1").input_value() == "Ada"
    assert "Design an API" not in " ".join(page.locator(".plan-question-text").all_inner_texts())
