"""Each main journey by keyboard alone: Tab, Enter, Space, arrows and typing. No stop is unseen or covered."""

import pytest
from playwright.sync_api import Locator, Page, expect

from roles.models.edition import Edition
from tests.desk import a_member
from tests.factories import a_published_kit

pytestmark = pytest.mark.browser
ROLE = "/roles/technical-product-manager/"
# What has the focus, whether it is wanted, and what is wrong with it: WCAG 2.4.7 and 2.4.11.
STOP = """(wanted) => {
  const element = document.activeElement, style = getComputedStyle(element), faults = [];
  const text = element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent ?? "";
  const words = (text.trim() || element.value || element.id).replace(/\\s+/g, " ");
  const name = `${element.localName} ${words.slice(0, 40)}`;
  if (element === document.body) return { name: "nothing", faults, there: false };
  const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  if (!outlined && style.boxShadow === "none") faults.push("no focus to be seen");
  const points = [...element.getClientRects()].flatMap((box) => {
    const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
    const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
    const steps = [0.1, 0.5, 0.9];
    return right <= left || bottom <= top ? [] : steps.flatMap((x) => steps.map((y) =>
      document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
  });
  if (!points.length) faults.push("out of sight");
  else if (!points.some((point) => element.contains(point))) faults.push(`covered by ${points[0]?.className}`);
  return { name, faults, there: wanted.includes(element) };
}"""

SCROLL = 600  # pixels down a page
# Scrolls, asks for an answer, and tells where the page is once the answer is in it and drawn.
SCROLLED_AFTER_ANSWER = f"""asks => new Promise(done => {{
  const tell = () => requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY)));
  document.addEventListener("htmx:afterSettle", tell, {{ once: true }});
  scrollTo(0, {SCROLL});
  htmx.trigger("form.editor", asks);
}})"""


class Keys:
    """A visitor who has no mouse."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.emulate_media(reduced_motion="reduce")  # a smooth scroll would still be on its way to the stop

    def reach(self, wanted: Locator, *, key: str = "Tab", within: int = 90) -> None:
        """Press Tab until one of `wanted` has the focus. Fails with the way that it took."""
        way: list[str] = []
        for _ in range(within):
            self.page.keyboard.press(key)
            stop = wanted.evaluate_all(STOP)
            way.append(stop["name"])
            assert stop["faults"] == [], f"{self.page.url}: {way[-1]}"
            if stop["there"]:
                return
        pytest.fail(f"{wanted} is not within {within} stops on {self.page.url}: {way}")

    def skip(self) -> None:
        """Use the first stop of a page, the link that skips to its content."""
        self.reach(self.page.get_by_role("link", name="Skip to"), within=1)
        self.page.keyboard.press("Enter")

    def write(self, label: str, text: str) -> None:
        """Reach a field and type into it."""
        self.reach(self.page.get_by_label(label, exact=True))
        self.page.keyboard.type(text)

    def follow(self, wanted: Locator, address: str) -> None:
        """Reach a link or a button, press Enter and wait for the page that it leads to."""
        self.reach(wanted)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(address)

    def link(self, name: str, address: str) -> None:
        """Follow a link by its name."""
        self.follow(self.page.get_by_role("link", name=name, exact=True), address)

    def open_step(self, name: str) -> None:
        """Reach a step of the facts beside the paper, and open it."""
        self.reach(self.page.locator(f"#step-{name} > summary"))
        self.page.keyboard.press("Enter")

    def press(self, name: str) -> None:
        """Reach a button by its name and press Enter."""
        self.reach(self.page.get_by_role("button", name=name))
        self.page.keyboard.press("Enter")


@pytest.fixture
def keys(page):
    return Keys(page)


def test_from_a_role_to_the_scorecards_of_its_interviews(keys, page):
    page.goto(ROLE)
    keys.skip()
    keys.link("Build the interview kit", "**/interview-kit/")
    keys.skip()
    keys.reach(page.get_by_role("group", name="Competencies").get_by_role("checkbox"))
    page.keyboard.press("Space")
    keys.press("Plan the interviews again")
    expect(page.locator("#plan-status")).to_contain_text("Planned again")
    keys.reach(page.get_by_role("link", name="Skip to the preview"), key="Shift+Tab")
    page.keyboard.press("Enter")
    keys.reach(page.get_by_label("Document to preview and download"))
    page.keyboard.type("Score")
    expect(page.locator("#preview-paper")).to_contain_text("Scorecard: Hiring manager")
    with page.expect_download() as download:
        keys.press("PDF")
    assert download.value.suggested_filename.startswith("Scorecards")


@pytest.mark.parametrize(("workbench", "asks"), [("job-description/", "preview"), ("interview-kit/", "change")])
def test_an_answer_leaves_a_page_where_it_is_although_a_skip_link_led_to_its_content(page, workbench, asks):
    page.goto(f"{ROLE}{workbench}#main")
    assert page.evaluate(SCROLLED_AFTER_ANSWER, asks) == SCROLL


def test_from_the_salaries_to_a_planned_range(keys, page):
    page.goto(f"{ROLE}salary/")
    keys.skip()
    keys.reach(page.locator("summary:has(~ search)"))
    page.keyboard.press("Enter")
    keys.reach(page.get_by_label("Level", exact=True))
    page.keyboard.type("Senior")
    keys.reach(page.get_by_label("Area", exact=True))
    page.keyboard.press("ArrowDown")
    keys.follow(page.get_by_role("button", name="Show figures"), "**/salary/?*level=Senior*")
    keys.reach(page.get_by_label("Start from"))
    page.keyboard.type("Senior, United States: 19")
    keys.follow(page.get_by_role("button", name="Suggest a range"), "**#planner")
    planned = page.locator(".planned h3").inner_text()
    keys.link("Use in the job description", "**/job-description/?*")
    start = page.get_by_label("From", exact=True).input_value()
    assert planned.startswith(f"${start}–")


def test_from_a_comparison_to_an_answer_that_helped(keys, page):
    page.goto("/")
    keys.link("Compare roles", "**/compare/")
    keys.reach(page.get_by_label("One role"))
    page.keyboard.type("Technical")
    keys.reach(page.get_by_label("The other role"))
    page.keyboard.type("Product")
    keys.follow(page.get_by_role("button", name="Compare"), "**/compare/*/*/")
    assert page.get_by_role("heading", level=1).inner_text() == "Product Manager or Technical Product Manager?"
    keys.link("Answers", "**/faq/")
    keys.follow(page.get_by_role("main").get_by_role("link", name="code"), "**/faq/*/")
    keys.press("Yes")
    expect(page.get_by_text("We’ve counted your vote")).to_be_focused()


@pytest.mark.django_db(transaction=True)
def test_an_editor_changes_and_publishes_a_role(keys, page):
    a_published_kit()
    a_member("Publisher", "pia")
    page.goto("/admin/")
    page.keyboard.type("pia")
    keys.write("Password:", "correct horse")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    keys.skip()
    keys.follow(page.locator("#content a[href='/admin/roles/role/']"), "**/admin/roles/role/")
    keys.skip()
    keys.link("Technical Product Manager", "**/change/")
    keys.skip()
    keys.link("Name and summary Complete", "**/change/name/")
    keys.skip()
    keys.reach(page.locator("#id_short_title"))
    page.keyboard.press("Control+a")
    page.keyboard.type("TPM")
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist .success")).to_be_visible()
    keys.link("Publish", "**/publish/")
    keys.skip()
    keys.write("What changed:", "A shorter title")
    accept = page.get_by_label("I have read the warnings")
    if accept.count():
        keys.reach(accept)
        page.keyboard.press("Space")
    keys.press("Publish")
    expect(page.locator(".messagelist .success")).to_contain_text("Published")
    assert Edition.objects.live().get().kit.short_title == "TPM"
