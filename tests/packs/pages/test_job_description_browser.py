"""The job description page in a browser: write, drop, move by keyboard, copy, download; and without JavaScript."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser import live_region
from tests.packs.browsing import open_step, read_paper, write_fact

pytestmark = pytest.mark.browser
ADDRESS = "/roles/technical-product-manager/job-description/"


@pytest.fixture
def opened(page):
    page.goto(ADDRESS)
    return page


def open_tools(line):
    """Open the tools of a line or a section, which its text has in the margin."""
    line.locator(".line-menu > summary").first.click()


def lines_of(page, section):
    return page.locator(f"fieldset:has(#add-{section}) .line")


def first_two(page, section="required"):
    return [line.input_value() for line in page.locator(f"fieldset:has(#add-{section}) textarea").all()[:2]]


def test_the_preview_follows_what_is_typed_and_the_focus_stays(opened):
    open_step(opened, "company")
    company = opened.get_by_label("Company name")
    company.press_sequentially("Acme & Söhne")
    expect(read_paper(opened)).to_contain_text("At Acme & Söhne, we'll")
    expect(company).to_be_focused()
    opened.keyboard.press("Control+z")
    expect(company).not_to_have_value("Acme & Söhne")


def test_a_press_takes_the_place_of_a_preview_that_is_still_on_its_way(opened):
    held = []
    opened.route("**/job-description/", lambda route: held.append(route), times=1)  # noqa: PLW0108 # no built-in
    with opened.expect_request("**/job-description/"):
        write_fact(opened, "company", "Company name", "Northwind")
    open_step(opened, "job")
    with opened.expect_event("requestfailed"):
        opened.get_by_label("Level").select_option("Senior")
    expect(opened.get_by_label("From", exact=True)).to_have_value("200,000")
    expect(read_paper(opened)).to_contain_text("At Northwind, we'll")
    assert len(held) == 1


def test_a_preview_that_the_site_had_no_time_for_is_asked_for_again(opened):
    refused = {"status": 429, "headers": {"Retry-After": "1"}}
    opened.route("**/job-description/", lambda route: route.fulfill(**refused), times=1)
    write_fact(opened, "company", "Company name", "Northwind")
    expect(read_paper(opened)).to_contain_text("At Northwind, we'll")


def test_a_preview_that_is_due_does_not_press_again(opened):
    sent = []
    opened.on("request", lambda request: sent.append(request.post_data or ""))
    write_fact(opened, "company", "Company name", "Northwind")
    open_tools(opened.locator("[data-line=t0]"))
    opened.locator("#down-t0").press("Enter")
    expect(read_paper(opened)).to_contain_text("At Northwind, we'll")
    write_fact(opened, "company", "Company name", "Southwind")  # whose preview comes after the one that was due
    expect(read_paper(opened)).to_contain_text("At Southwind, we'll")
    assert sum("do=down" in body for body in sent) == 1


def test_a_level_brings_its_figures_and_keeps_the_focus(opened):
    level = opened.get_by_label("Level")
    level.focus()
    level.select_option("Senior")
    expect(opened.get_by_label("Minimum years")).to_have_value("5")
    expect(opened.get_by_label("From", exact=True)).to_have_value("200,000")
    expect(read_paper(opened)).to_contain_text("5–8 years of product management")
    expect(level).to_be_focused()


def test_a_line_is_dropped(opened):
    words = "Strong understanding of software"
    expect(read_paper(opened)).to_contain_text(words)
    line = opened.locator(f".line:has(textarea:text('{words}'))")
    open_tools(line)
    line.get_by_role("checkbox").uncheck()
    expect(read_paper(opened)).not_to_contain_text(words)


def test_a_section_moves_by_keyboard_and_a_line_by_drag(opened):
    open_tools(opened.locator("[data-section=required]"))
    button = opened.get_by_role("button", name="Move the section “What you bring” up")
    button.focus()
    opened.keyboard.press("Enter")
    opened.get_by_text("What you bring: now section 2 of 5.").wait_for()
    expect(opened.get_by_role("button", name="Move the section “What you bring” up")).to_be_focused()
    first, second = first_two(opened)
    lines = opened.locator("[data-section=required] .line")
    opened.keyboard.press("Escape")
    lines.nth(0).locator(".drag-handle").drag_to(lines.nth(1), target_position={"x": 100, "y": 40})
    expect(opened.locator("fieldset:has(#add-required) textarea").first).to_have_value(second)
    assert first_two(opened) == [second, first]
    opened.get_by_text("What you bring: now line 2 of 7.").wait_for()


def test_a_line_moves_by_keyboard_and_the_focus_goes_with_it(opened):
    first, second = first_two(opened)
    open_tools(lines_of(opened, "required").first)
    button = lines_of(opened, "required").first.get_by_role("button", name="down")
    name = button.get_attribute("id")
    button.focus()
    opened.keyboard.press("Enter")
    expect(opened.locator("#copy-status")).to_contain_text("now line 2 of")
    assert first_two(opened) == [second, first]
    expect(opened.locator(f"#{name}")).to_be_focused()
    opened.locator(f"#{name.replace('down', 'up')}").press("Space")
    expect(opened.locator("#copy-status")).to_contain_text("now line 1 of")
    assert first_two(opened) == [first, second]


def test_a_line_is_added_and_written_at_once(opened):
    opened.get_by_role("button", name="Add a line to Nice to have").click()
    expect(opened.locator("fieldset:has(#add-nice-to-have) textarea").last).to_be_focused()
    opened.keyboard.type("You like maps.")
    expect(read_paper(opened)).to_contain_text("You like maps.")


def test_a_line_changes_its_section(opened):
    line = lines_of(opened, "required").first
    open_tools(line)
    line.get_by_label("Section for line").select_option("nice-to-have")
    expect(opened.locator("fieldset:has(#add-nice-to-have) textarea").first).to_have_value(re.compile("of product"))


def test_what_a_press_did_is_undone_and_done_again(opened):
    said, undo = opened.locator("#copy-status"), opened.get_by_role("button", name="Undo")
    region = live_region(opened, "#copy-status")
    first, second = first_two(opened)
    expect(undo).to_be_hidden()
    expect(said).to_have_text("")
    write_fact(opened, "company", "Company name", "Acme")
    open_tools(opened.locator("[data-line=t0]"))
    opened.locator("#id_line-0-keep").uncheck()
    open_tools(lines_of(opened, "required").first)
    lines_of(opened, "required").first.get_by_role("button", name="down").press("Enter")
    expect(said).to_contain_text("now line 2 of")
    opened.keyboard.press("Control+z")
    expect(said).to_have_text("Undone: Move line 1 of What you bring down")
    assert first_two(opened) == [first, second]
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(said).to_contain_text("Undone: Keep line")
    expect(opened.locator("#id_line-0-keep")).to_be_checked()
    expect(undo).to_be_focused()
    undo.press("Enter")
    expect(said).to_have_text("Undone: Company name")
    expect(opened.get_by_label("Company name")).to_have_value("")
    expect(read_paper(opened)).not_to_contain_text("At Acme")
    expect(opened.get_by_role("button", name="Redo")).to_be_focused()
    for _ in range(3):
        opened.keyboard.press("Control+Shift+z")
    expect(said).to_have_text("Redone: Move line 1 of What you bring down")
    expect(opened.get_by_label("Company name")).to_have_value("Acme")
    expect(read_paper(opened)).to_contain_text("At Acme, we'll")
    expect(opened.locator("#id_line-0-keep")).not_to_be_checked()
    assert first_two(opened) == [second, first]
    assert region.inner_text() == "Redone: Move line 1 of What you bring down"


def test_choices_rewrites_and_new_blanks_are_undone(opened):
    said, blank = opened.locator("#copy-status"), opened.get_by_label("Partner name")
    line = opened.locator("fieldset:has(#add-required) textarea").first
    opened.get_by_label("Level").select_option("Senior")
    expect(opened.get_by_label("From", exact=True)).to_have_value("200,000")
    opened.locator("#step-job").get_by_text("Skills", exact=True).click()
    opened.get_by_label("Production Coding").select_option("high")
    expect(opened.locator("#skill-fields")).to_contain_text("optional for most")
    line.fill("You are a rockstar with [partner name].")
    expect(blank).to_have_count(1)
    line.press("Tab")
    opened.locator(".flag", has_text="rockstar").click()
    opened.locator(".finding", has_text="rockstar").first.get_by_role("button").click()
    expect(said).to_contain_text("rewrite has been applied")
    for name in ("Write “an expert”", "Line 1 of", "Production Coding", "Level"):
        opened.locator("#findings-title").press("Control+z")
        expect(said).to_contain_text(f"Undone: {name}")
    expect(blank).to_have_count(0)
    expect(opened.locator("#skill-fields")).not_to_contain_text("optional for most")
    expect(opened.get_by_label("Level")).to_have_value("")
    expect(opened.get_by_role("button", name="Undo")).to_be_hidden()


def test_a_skill_made_a_must_is_warned_about(opened):
    opened.locator("#step-job").get_by_text("Skills", exact=True).click()
    opened.get_by_label("Production Coding").select_option("high")
    expect(opened.locator("#skill-fields")).to_contain_text("optional for most")
    expect(opened.locator("fieldset:has(#add-required) textarea").last).to_have_value(
        re.compile("software engineering")
    )


def test_a_new_blank_gets_its_field(opened):
    said = live_region(opened, "#state")
    assert said.inner_text().endswith("4 blanks")
    opened.locator("fieldset:has(#add-responsibilities) textarea").first.fill("Work with [partner name].")
    expect(opened.locator("#state")).to_contain_text("5 blanks")
    write_fact(opened, "blanks", "Partner name", "Globex")
    expect(read_paper(opened)).to_contain_text("Work with Globex.")
    assert said.inner_text().endswith("4 blanks")


def test_copy_puts_both_forms_on_the_clipboard(opened):
    said = live_region(opened, "#copy-status")
    write_fact(opened, "company", "Company name", "Acme")
    expect(read_paper(opened)).to_contain_text("At Acme, we'll")
    assert said.inner_text() == ""
    opened.get_by_role("button", name="Copy").click()
    expect(opened.locator("#copy-status")).to_contain_text("Copied")
    assert said.inner_text().startswith("Copied. Paste it")
    copied = opened.evaluate(
        """async () => { const [item] = await navigator.clipboard.read();
        const text = async (type) => (await item.getType(type)).text();
        return [await text("text/plain"), await text("text/html")]; }"""
    )
    assert "At Acme, we'll" in copied[0]
    assert "<li>" in copied[1]


def test_a_download_names_itself_and_says_what_is_left(opened):
    write_fact(opened, "company", "Company name", "Acme")
    expect(read_paper(opened)).to_contain_text("At Acme, we'll")
    open_step(opened, "send")
    for name, extension in (("Word (DOCX)", "docx"), ("PDF", "pdf")):
        with opened.expect_download() as download:
            opened.get_by_role("button", name=name, exact=True).press("Enter")
        assert download.value.suggested_filename == (f"Acme - Technical Product Manager (3 blanks left).{extension}")
    expect(opened.locator("#job-posting-offer")).to_contain_text("add a place")
    write_fact(opened, "place", "Country", "US")
    open_step(opened, "send")
    with opened.expect_download() as download:
        opened.get_by_role("button", name="Structured data").press("Enter")
    assert "JobPosting" in download.value.path().read_text()


def test_a_rewrite_is_one_press(opened):
    line = opened.locator("fieldset:has(#add-required) textarea").first
    line.fill("You are a rockstar with 5 years of product management.")
    line.press("Tab")
    opened.locator("#paper .flag", has_text="rockstar").click()
    finding = opened.locator(".finding", has_text="rockstar").first
    expect(finding).to_be_focused()
    finding.get_by_role("button").click()
    expect(read_paper(opened)).not_to_contain_text("rockstar")
    expect(line).not_to_have_value(re.compile("rockstar"))
    expect(opened.locator("#findings-title")).to_be_focused()


def test_a_fault_is_named_while_typing_and_nothing_jumps(opened):
    write_fact(opened, "pay", "From", "much")
    expect(opened.locator("#state")).to_contain_text("Check: From")
    expect(opened.get_by_label("From", exact=True)).to_be_focused()


def test_a_list_pasted_into_a_line_becomes_lines(opened):
    line = opened.get_by_label("Line 1 of What you will do", exact=True)
    line.fill("")
    line.evaluate(
        """(field) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData("text/plain", "• First\\n• Second");
          field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
          field.value = "• First\\n• Second"; // a browser pastes only what a person does
        }"""
    )
    expect(opened.get_by_label("Line 1 of What you will do", exact=True)).to_have_value("First")
    expect(opened.get_by_label("Line 2 of What you will do", exact=True)).to_have_value("Second")
    expect(read_paper(opened)).to_contain_text("Second")
