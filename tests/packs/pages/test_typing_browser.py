"""Nothing that is typed is lost, whatever the site answers and whenever; and what is copied is what the fields say."""

import io
import random
import re
from base64 import b64decode

import pytest
from playwright.sync_api import Page, Route, expect
from pypdf import PdfReader

from tests.packs.browsing import open_step, read_paper, write_fact

pytestmark = pytest.mark.browser
ADDRESS = "/roles/technical-product-manager/job-description/"
RUNS = 100
POSTS = re.compile(r"/job-description/$")
READ_CLIPBOARD = """async () => { const [item] = await navigator.clipboard.read();
    return (await item.getType("text/plain")).text(); }"""
# By then an answer has put the focus where it wants it, which may scroll.
NOTE_SETTLING = "() => document.addEventListener('htmx:afterSettle', () => { window.hasSettled = true; })"


@pytest.fixture
def opened(page: Page) -> Page:
    page.goto(ADDRESS)
    return page


class Gate:
    """Keeps the posts of a page until it opens."""

    def __init__(self, page: Page) -> None:
        self.held: list[Route] | None = []
        page.route(POSTS, self.handle)

    def handle(self, route: Route) -> None:
        if self.held is None or route.request.method != "POST":
            route.continue_()
        else:
            self.held.append(route)

    def open(self) -> None:
        held, self.held = self.held or [], None
        for route in held:
            route.continue_()


def title(page):
    return page.get_by_label("Job title")


def duties(page):
    return page.locator("[data-section=responsibilities] .line textarea")


def copy(page, status="Copied"):
    page.get_by_role("button", name="Copy").click()
    expect(page.locator("#copy-status")).to_contain_text(status)


def test_what_is_typed_while_a_press_is_answered_stays(opened):
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        opened.get_by_role("button", name="Add a line to What you will do").click()
    duties(opened).nth(1).fill("Typed meanwhile.")
    title(opened).fill("Typed Title")
    number = duties(opened).count()
    gate.open()
    expect(duties(opened)).to_have_count(number + 1)
    expect(duties(opened).nth(1)).to_have_value("Typed meanwhile.")
    expect(title(opened)).to_have_value("Typed Title")
    expect(read_paper(opened)).to_contain_text("Typed meanwhile.")


def test_the_words_go_with_their_line_when_it_moves(opened):
    first = duties(opened).first.input_value()
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        opened.locator("#down-t2").evaluate("button => button.click()")
    duties(opened).first.fill(f"{first} And more.")
    duties(opened).first.press("End")
    gate.open()
    expect(duties(opened).nth(1)).to_have_value(f"{first} And more.")
    expect(duties(opened).nth(1)).to_be_focused()
    opened.keyboard.type("!")
    expect(duties(opened).nth(1)).to_have_value(f"{first} And more.!")


def test_a_second_press_waits_for_the_first_one_and_is_done_too(opened):
    words = [duties(opened).nth(number).input_value() for number in range(3)]
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        opened.locator("#down-t2").evaluate("button => { button.click(); button.click(); }")
    gate.open()
    expect(duties(opened).nth(2)).to_have_value(words[0])
    expect(duties(opened).nth(0)).to_have_value(words[1])
    expect(opened.get_by_role("button", name="Undo")).to_be_visible()


def test_a_press_takes_the_place_of_a_preview_that_is_on_its_way(opened):
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        title(opened).fill("Typed Title")
    number = duties(opened).count()
    with opened.expect_request(POSTS):
        opened.get_by_role("button", name="Add a line to What you will do").click()
    gate.open()
    expect(duties(opened)).to_have_count(number + 1)
    expect(read_paper(opened)).to_contain_text("Typed Title")


def test_a_press_counts_although_an_answer_replaces_its_button_under_the_pointer(opened):
    number = duties(opened).count()
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        opened.locator("#down-t2").evaluate("button => button.click()")
    opened.get_by_role("button", name="Add a line to What you will do").hover()
    opened.mouse.down()
    held = opened.locator("#add-responsibilities").element_handle()
    opened.evaluate(NOTE_SETTLING)
    gate.open()
    opened.wait_for_function("button => !button.isConnected && window.hasSettled", arg=held)
    opened.mouse.up()
    expect(duties(opened)).to_have_count(number + 1)


def test_a_download_counts_although_an_answer_replaces_its_button_under_the_pointer(opened):
    write_fact(opened, "company", "Company name", "Acme")
    write_fact(opened, "place", "Country", "US")
    open_step(opened, "send")
    button = opened.get_by_role("button", name="Structured data")
    expect(button).to_be_visible()
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        title(opened).fill("Typed Title")
    button.scroll_into_view_if_needed()  # the steps get higher as the page scrolls
    button.hover()
    opened.mouse.down()
    held = button.element_handle()
    gate.open()
    opened.wait_for_function("button => !button.isConnected", arg=held)
    with opened.expect_download() as download:
        opened.mouse.up()
    assert "Typed Title" in download.value.path().read_text()


def test_a_text_that_is_written_into_again_is_not_taken_out(opened):
    about = opened.locator("#id_about_company")
    about.fill("We ship")
    gate = Gate(opened)
    with opened.expect_request(POSTS):
        opened.locator("#down-t2").evaluate("button => button.click()")
    opened.locator("#clear-about_company").evaluate("button => button.click()")
    about.press_sequentially(" weekly")
    gate.open()
    expect(read_paper(opened)).to_contain_text("We ship weekly")
    expect(about).to_have_value("We ship weekly")


def test_copy_pressed_at_once_copies_what_the_fields_say(opened):
    title(opened).fill("Brand-new Title")
    copy(opened)
    assert "Brand-new Title" in opened.evaluate(READ_CLIPBOARD)


def test_copy_after_back_copies_what_the_fields_say(opened):
    title(opened).fill("Kept Title")
    expect(read_paper(opened)).to_contain_text("Kept Title")
    opened.goto("/salaries/")
    opened.go_back()
    expect(title(opened)).to_have_value("Kept Title")
    copy(opened)
    assert "Kept Title" in opened.evaluate(READ_CLIPBOARD)


def test_nothing_old_is_copied_while_the_site_is_away(opened):
    opened.evaluate("navigator.clipboard.writeText('before')")
    opened.context.set_offline(True)
    title(opened).fill("Offline Title")
    copy(opened, "Not copied")
    expect(opened.locator("#preview-alert")).to_contain_text("out of date")
    opened.context.set_offline(False)
    expect(opened.locator("#preview-alert")).to_have_text("")
    copy(opened)
    assert "Offline Title" in opened.evaluate(READ_CLIPBOARD)


def test_what_was_typed_is_offered_after_a_reload_and_comes_back(opened):
    title(opened).fill("Lost Title")
    opened.get_by_role("button", name="Add a line to What you will do").click()
    expect(duties(opened).last).to_be_focused()
    opened.keyboard.type("A line of my own.")
    write_fact(opened, "company", "Company name", "Northwind")
    opened.reload()
    opened.get_by_role("button", name="Restore what you typed at").click()
    expect(title(opened)).to_have_value("Lost Title")
    expect(opened.get_by_label("Company name")).to_have_value("Northwind")
    expect(duties(opened).last).to_have_value("A line of my own.")
    expect(opened.locator("#draft")).to_be_hidden()
    expect(read_paper(opened)).to_contain_text("A line of my own.")


def test_a_discarded_draft_is_offered_no_more(opened):
    title(opened).fill("Lost Title")
    opened.reload()
    opened.get_by_role("button", name="Discard it").click()
    expect(opened.locator("#draft")).to_be_hidden()
    opened.reload()
    expect(opened.locator("#draft")).to_be_hidden()


def test_each_tab_keeps_a_draft_of_its_own(opened):
    other = opened.context.new_page()
    for tab, time, words in ((other, "09:00", "Title of Another Tab"), (opened, "09:01", "Lost Title")):
        tab.clock.set_fixed_time(f"2026-03-02T{time}:00")
        tab.goto(ADDRESS)
        title(tab).fill(words)
        tab.goto("/salaries/")
    opened.goto(ADDRESS)
    offers = opened.get_by_role("button", name="Restore what you typed at")
    expect(offers).to_have_count(2)
    assert len(set(offers.all_inner_texts())) == 2
    offers.nth(0).click()
    expect(offers).to_have_count(1)
    expect(title(opened)).to_have_value("Lost Title")
    offers.click()
    expect(title(opened)).to_have_value("Title of Another Tab")
    expect(opened.locator("#draft")).to_be_hidden()
    opened.goto("/salaries/")
    opened.goto(ADDRESS)
    expect(offers).to_have_count(2)


def test_what_is_typed_beside_an_offer_takes_its_place_nowhere(opened):
    for words in ("First Title", "Second Title"):
        title(opened).fill(words)
        opened.reload()
    offers = opened.get_by_role("button", name="Restore what you typed at")
    expect(offers).to_have_count(2)
    offers.last.click()
    expect(title(opened)).to_have_value("First Title")


def test_what_was_undone_is_no_draft(opened):
    title(opened).fill("Lost Title")
    expect(read_paper(opened)).to_contain_text("Lost Title")
    opened.get_by_role("button", name="Undo").click()
    expect(title(opened)).to_have_value("Technical Product Manager")
    opened.reload()
    expect(opened.locator("#draft")).to_be_hidden()


def test_what_the_browser_filled_in_again_is_not_offered_and_not_forgotten(opened):
    title(opened).fill("Kept Title")
    opened.goto("/salaries/")
    opened.go_back()
    expect(title(opened)).to_have_value("Kept Title")
    expect(opened.locator("#draft")).to_be_hidden()
    opened.goto("/salaries/")
    opened.goto(ADDRESS)
    expect(opened.get_by_role("button", name="Restore what you typed at")).to_have_count(1)


def test_what_is_saved_is_no_draft(opened):
    title(opened).fill("Saved Title")
    opened.get_by_role("button", name="Save and get a link").click()
    opened.wait_for_url("**/packs/**")
    opened.goto(ADDRESS)
    expect(title(opened)).to_have_value("Technical Product Manager")
    expect(opened.locator("#draft")).to_be_hidden()


def test_leaving_unsaved_words_asks(opened):
    asked = []
    opened.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    title(opened).fill("Unsaved Title")
    opened.goto("/salaries/")
    assert asked == ["beforeunload"]


def test_the_preview_follows_steady_typing(opened):
    with opened.expect_response(POSTS):
        for letter in "Typed without a pause" * 3:
            title(opened).press_sequentially(letter, delay=30)


def test_a_status_is_written_only_when_it_changes(opened):
    opened.evaluate(
        """() => { window.changes = 0;
        new MutationObserver(() => { window.changes += 1; }).observe(document.getElementById("state"),
            { childList: true, characterData: true, subtree: true }); }"""
    )
    open_step(opened, "pay")
    bonus = opened.get_by_label("Bonus")
    for letter in "abc":
        with opened.expect_response(POSTS):
            bonus.press_sequentially(letter)
    expect(read_paper(opened)).to_contain_text("abc")
    assert opened.evaluate("window.changes") == 0


def test_a_hidden_page_saves_at_once(opened):
    opened.get_by_role("button", name="Save and get a link").click()
    opened.wait_for_url("**/packs/**")
    opened.clock.install()
    write_fact(opened, "company", "Company name", "Northwind")
    hide = """() => { Object.defineProperty(document, "hidden", { value: true });
        document.dispatchEvent(new Event("visibilitychange")); }"""
    with opened.expect_response(lambda response: "do=save" in (response.request.post_data or "")):
        opened.evaluate(hide)
    expect(opened.locator("#save-state")).to_contain_text("Saved at")


class Typist:
    """Types into fields by chance and presses buttons by chance, and knows what each field should say at the end."""

    def __init__(self, page: Page, seed: int) -> None:
        self.page, self.random = page, random.Random(seed)  # noqa: S311 # chance, not secrecy
        self.typed: dict[str, str] = {}

    def run(self, steps: int) -> None:
        for step in range(steps):
            if self.random.random() < 0.6:
                self.type_words(f" w{step}")
            else:
                self.press()

    def type_words(self, words: str) -> None:
        fields = self.page.locator("#paper [data-line] textarea, #id_title, #id_company, #id_about_company")
        field = fields.nth(self.random.randrange(fields.count()))
        if not field.is_visible():
            return
        key = field.evaluate("field => field.closest('[data-line]')?.dataset.line ?? field.name")
        says = self.enter(key)
        before = self.typed.get(key, says)
        words = words if before else words.lstrip()  # nobody begins with a space, and the server would drop it
        self.page.keyboard.type(words, delay=30)
        self.typed[key] = f"{before}{words}"

    def enter(self, key: str) -> str:
        """Put the cursor behind the words of a field, and return them.

        It is one call, as a click is one event: between two calls an answer could replace the field.
        """
        return self.page.evaluate(
            """key => {
            const field = document.querySelector(`[data-line="${key}"] textarea`) ?? document.getElementsByName(key)[0];
            field.focus();
            field.setSelectionRange(field.value.length, field.value.length);
            return field.value; }""",
            key,
        )

    def press(self) -> None:
        buttons = self.page.locator("#paper button[hx-post]:not([hidden]), #place-")
        button = buttons.nth(self.random.randrange(buttons.count()))
        pressed = button.evaluate("button => { button.click(); return button.value; }")
        self.typed.pop(pressed.removeprefix("clear:"), None)  # whoever takes a text out wants its words gone

    def locate(self, key: str):
        line = self.page.locator(f"[data-line='{key}'] textarea")
        return line if line.count() else self.page.locator(f"[name='{key}']")


def delay_answers(page: Page, seed: int) -> None:
    """Answer each post up to 1.5 s late, in an order by chance."""
    chance = random.Random(seed)  # noqa: S311
    page.evaluate(
        """(delays) => { const { send, abort } = XMLHttpRequest.prototype;
        XMLHttpRequest.prototype.send = function (...body) {
            this.waits = setTimeout(() => { this.waits = null; send.apply(this, body); }, delays.pop() ?? 0); };
        XMLHttpRequest.prototype.abort = function () {
            if (!this.waits) return abort.apply(this);
            clearTimeout(this.waits);
            for (const name of ["abort", "loadend"]) this.dispatchEvent(new ProgressEvent(name)); }; }""",
        [chance.randrange(1500) for _ in range(200)],
    )


def read_pdf(page: Page) -> str:
    """The words of the PDF that the fields make, without spaces: a line may end anywhere."""
    encoded = page.evaluate(
        """async () => {
        const body = new URLSearchParams(new FormData(document.querySelector("form.editor")));
        body.set("format", "pdf");
        const bytes = new Uint8Array(await (await fetch(location.pathname, { method: "POST", body })).arrayBuffer());
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join("")); }"""
    )
    text = "".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(b64decode(encoded))).pages)
    return re.sub(r"\s", "", text)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test of typing its seeds: --seed says where they begin."""
    if "seed" in metafunc.fixturenames:
        first = metafunc.config.getoption("seed")
        metafunc.parametrize("seed", range(first, first + RUNS))


def test_no_character_is_lost(opened, seed):
    page = opened
    delay_answers(page, seed)
    typist = Typist(page, seed)
    typist.run(12)
    page.evaluate("() => preview.whenFresh()")
    for key, words in typist.typed.items():
        expect(typist.locate(key)).to_have_value(words)
    copy(page)
    copied, pdf = page.evaluate(READ_CLIPBOARD), read_pdf(page)
    drawn = " ".join(page.locator("#paper .drawn").all_text_contents())
    assert copied.split() == (page.locator("#copy-plain").text_content() or "").split()
    for last in [words.split()[-1] for words in typist.typed.values()]:
        assert (last in copied, last in drawn, last in pdf) == (True, True, True), last
