"""The paper of the workbench in a browser: it stays in sight, is short, opens what it marks, and is quickly filled."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.packs.browsing import open_step, read_paper

pytestmark = pytest.mark.browser
ROLE = "/roles/technical-product-manager/"
ADDRESS = f"{ROLE}job-description/"
STEPS = ("job", "blanks", "place", "pay", "company", "check", "send")
MOST_PRESSES, MOST_KEYS = 25, 220
MOST_STOPS = 110
LOWEST = {1280: 2600, 360: 5000}  # pixels of the page, by the width of the window
IS_PAPER = "([x, y]) => document.elementFromPoint(x, y).closest('#paper') !== null"
IN_WINDOW = """box => { const { top, bottom } = box.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight; }"""


@pytest.fixture
def opened(page: Page) -> Page:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(ADDRESS)
    return page


@pytest.mark.parametrize("width", LOWEST)
def test_an_untouched_page_is_short(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(ADDRESS)
    assert page.evaluate("document.documentElement.scrollHeight") <= LOWEST[width]
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_goes_through_the_page_in_few_stops(opened):
    stops = 0
    opened.evaluate("document.addEventListener('focusin', ({ target }) => { window.last = target; })")
    while stops <= MOST_STOPS + 1:
        opened.keyboard.press("Tab")
        if opened.evaluate("document.activeElement === document.body"):
            break
        stops += 1
    assert 60 < stops <= MOST_STOPS
    assert opened.evaluate("window.last.closest('.footer') !== null")


def test_the_paper_is_in_sight_whatever_is_open_and_wherever_one_is_on_it(opened):
    for name in STEPS:
        open_step(opened, name)
        assert opened.evaluate(IS_PAPER, [800, 400]), name
    for share in (0.25, 0.5, 0.75):
        opened.evaluate("share => scrollTo(0, document.getElementById('paper').offsetHeight * share)", share)
        assert opened.evaluate(IS_PAPER, [800, 400])
        assert opened.locator("#step-job > summary").evaluate(IN_WINDOW)


def test_what_the_law_misses_is_in_sight_once_a_place_is_chosen(opened):
    open_step(opened, "place")
    for name, words in (("City", "Denver"), ("State or region", "Colorado"), ("Country", "United States")):
        opened.get_by_label(name).fill(words)
    count = opened.get_by_role("link", name="Colorado: 3 missing")
    expect(count).to_be_visible()
    assert count.evaluate(IN_WINDOW)
    count.click()
    expect(opened.locator("#pay-law-title")).to_be_focused()
    expect(opened.locator("#step-check")).to_have_attribute("open", "")


def test_a_blank_on_the_paper_opens_its_field(opened):
    opened.locator("#paper .blank", has_text="[team]").first.click()
    expect(opened.get_by_label("Team")).to_be_focused()
    opened.locator("#paper .blank", has_text="[company name]").first.click()
    expect(opened.get_by_label("Company name")).to_be_focused()


def test_a_line_is_pressed_to_write_in_it_and_read_as_it_will_be_once_it_is_left(opened):
    line = opened.locator("[data-line=t0]")
    line.locator(".drawn").click(position={"x": 4, "y": 4}, force=True)
    expect(line.locator("textarea")).to_be_focused()
    line.locator("textarea").fill("We are [company name].")
    open_step(opened, "company")
    opened.get_by_label("Company name").fill("Acme")
    expect(line.locator(".drawn")).to_have_text("We are Acme.")
    expect(line.locator("textarea")).to_have_css("opacity", "0")


def test_a_line_that_got_a_second_one_becomes_two(opened):
    line = opened.get_by_label("Line 1 of What you will do", exact=True)
    line.fill("Lead the team.")
    line.press("End")
    line.press("Enter")
    opened.keyboard.type("Ship every week.")
    opened.keyboard.press("Tab")
    expect(opened.get_by_label("Line 2 of What you will do", exact=True)).to_have_value("Ship every week.")
    expect(line).to_have_value("Lead the team.")


def test_a_text_is_a_section_like_the_others(opened):
    benefits = opened.get_by_role("textbox", name="Benefits", exact=True)
    benefits.fill("Health insurance\nLunch")
    section = opened.locator("[data-section=benefits]")
    expect(section.locator("li")).to_have_text(["Health insurance", "Lunch"])
    section.hover()
    opened.get_by_label("Tools for the section “Benefits”").click()
    opened.get_by_role("button", name="Move the section “Benefits” up").click()
    expect(opened.locator("#copy-status")).to_contain_text("Benefits: now section 5 of 6.")
    text = read_paper(opened).text_content() or ""
    assert text.index("Health insurance") < text.index("Compensation")


def test_on_a_phone_a_count_opens_its_step_over_the_text_and_gives_the_place_back(opened):
    opened.set_viewport_size({"width": 360, "height": 740})
    count = opened.get_by_role("link", name="4 blanks")
    count.scroll_into_view_if_needed()
    opened.evaluate("scrollTo({ top: 900, behavior: 'instant' })")
    line = opened.locator("[data-section=responsibilities] .line").first
    before = line.bounding_box()
    count.evaluate("link => { link.focus({ preventScroll: true }); link.click(); }")  # a hand's press scrolls nothing
    panel = opened.locator(".step[data-panel]")
    expect(panel).to_have_id("step-blanks")
    box = panel.bounding_box()
    assert box is not None
    assert (box["y"], box["height"]) == (0, 740)
    opened.keyboard.press("Escape")
    expect(panel).to_have_count(0)
    expect(count).to_be_focused()
    assert line.bounding_box() == before


def test_a_lines_menu_has_the_rewrite_that_its_finding_offers(opened):
    line = opened.locator("[data-section=responsibilities] .line").first
    line.locator("textarea").fill("Be a rock star and own the roadmap.")
    expect(line.locator(".drawn a")).to_have_text("a rock star")
    line.hover()
    line.locator("summary").click()
    line.get_by_role("button", name="Write “an expert”").click()
    expect(line.locator("textarea")).to_have_value("Be an expert and own the roadmap.")


class Hand:
    """A visitor whose presses and keys are counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.presses, self.keys = page, 0, 0

    def press(self, locator) -> None:
        """Press something that is in sight or can be scrolled to."""
        locator.click()
        self.presses += 1

    def type(self, words: str) -> None:
        """Type where the focus is."""
        self.page.keyboard.type(words)
        self.keys += len(words)

    def write(self, label: str, words: str) -> None:
        """Go on with Tab, a key, to the next field that is wanted, and write into it."""
        while not self.page.get_by_label(label, exact=True).evaluate("field => field === document.activeElement"):
            self.page.keyboard.press("Tab")
            self.keys += 1
        self.type(words)


def test_from_a_role_to_a_copied_posting_that_misses_nothing_is_little_work(page):
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(ROLE)
    hand = Hand(page)
    hand.press(page.get_by_role("link", name="Customize this job description").first)
    for blank, words in (("[company name]", "Acme"), ("[team]", "payments"), ("[your stack]", "Go")):
        hand.press(page.locator("#paper .blank", has_text=blank).first)
        hand.type(words)
    hand.press(page.locator("#paper .blank", has_text="[technical product area]").first)
    hand.type("payouts")
    hand.press(page.locator("#step-place > summary"))
    hand.write("City", "Denver")
    hand.write("State or region", "CO")
    hand.write("Country", "US")
    hand.press(page.locator("#step-pay > summary"))
    hand.press(page.get_by_label("What it includes").first)
    page.keyboard.press("Escape")
    page.get_by_label("What it includes").first.select_option("base")
    hand.write("From", "160000")
    hand.write("To", "190000")
    hand.press(page.get_by_role("link", name=re.compile(r"Colorado: \d missing")))
    tasks = page.locator(".law-tasks button")
    expect(tasks).not_to_have_count(0)
    for _ in range(MOST_PRESSES):
        if not tasks.count():
            break
        label = tasks.first.get_attribute("aria-label") or ""
        task = page.get_by_role("button", name=label, exact=True)  # the list may change before the press
        hand.press(task)
        expect(task).to_have_count(0)
    expect(page.get_by_role("link", name="missing")).to_have_count(0)
    hand.press(page.locator("#paper .blank", has_text="[application address]"))
    hand.type("jobs@acme.com")
    expect(page.locator("#state")).not_to_contain_text("blank")
    hand.press(page.get_by_role("button", name="Copy", exact=True))
    expect(page.locator("#copy-status")).to_contain_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "$160,000–$190,000" in copied
    assert "[" not in copied
    assert (hand.presses <= MOST_PRESSES, hand.keys <= MOST_KEYS) == (True, True), (hand.presses, hand.keys)
