"""Fixtures that drive the system's Chromium: page, javascript_off and axe.

Their pages are those of the test's own database where it has one (`pytest.mark.django_db(transaction=True)`), and
otherwise those of one site for all the tests that change nothing: that of tests/library_site.py.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, ElementHandle, Page, expect, sync_playwright

from tests.programs import missing

PATIENCE = 60_000  # milliseconds that every wait may take: a busy machine is slow, and only a fault waits so long
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")  # the first has no windows to draw
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "scrollable-region-focusable", "target-size"]  # rules that a width or a theme can break
RULES = {"runOnly": TAGS}
OF_LOOKS = {"runOnly": LOOKS}
OF_STRUCTURE = {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in LOOKS}}
UNFOLDED = 6  # of the folds of a page, which are alike
ALIKE = 3  # of elements beside each other that are made alike, as many as are looked at
# Takes out of the page what is made like others beside it: of the same elements with the same attributes in the same
# states, whatever their words. Cells stay, so that tables keep their columns.
KEEP_FEW = """most => {
  const stateOf = (part) => [part.className.baseVal ?? part.className, part.matches(":checked, :disabled")];
  const describe = (part) => `${part.localName} ${stateOf(part)} ${part.getAttributeNames()}`;
  const shapeOf = (element) => [...new Set([element, ...element.querySelectorAll("*")].map(describe))].sort().join();
  for (const parent of document.querySelectorAll("body :not(tr, svg, svg *)")) {
    const seen = {};
    for (const child of parent.isConnected ? [...parent.children] : []) {
      const shape = shapeOf(child);
      seen[shape] = (seen[shape] ?? 0) + 1;
      if (seen[shape] > most) child.remove();
    }
  }
}"""
# What htmx says of a preview that a press replaces; one that fails says htmx:sendError besides.
NO_FAULTS = (
    "Failed to load resource",
    "htmx:sendAbort",
    "htmx:afterRequest",
    "htmx:sendError, [object HTMLDivElement]",
    "Response Status Error Code 429",
)
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the browser tests, which take longest: a file that one process is still at while the other has
    nothing left is a short one.
    """
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def chromium() -> str:
    """The path of Chromium: CHROMIUM, or the first one installed. Without one, fails in CI and skips elsewhere."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return path or missing("No Chromium found. Install the chromium package, or set CHROMIUM to its path.")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium, without a window."""
    arguments = [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else ARGUMENTS  # its sandbox refuses root
    path = chromium()
    # Playwright runs an event loop in this thread, where Django would take every query for an asynchronous one.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chrome = playwright.chromium.launch(executable_path=path, args=arguments)
        yield chrome
        chrome.close()


@pytest.fixture
def site_url(request: pytest.FixtureRequest) -> str:
    """The address of the site that the test visits."""
    if request.node.get_closest_marker("django_db"):
        return str(request.getfixturevalue("live_server").url)
    return str(request.getfixturevalue("library_site"))


@pytest.fixture
def context(browser: Browser, site_url: str) -> Iterator[BrowserContext]:
    """A visitor's own window on the site. Fails at the end if a script failed or was blocked."""
    yield from _watched(new_window(browser, base_url=site_url))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of `context`: page.goto("/roles/")."""
    return context.new_page()


@pytest.fixture
def audited(browser: Browser, site_url: str) -> Iterator[BrowserContext]:
    """Like `context`, without the content security policy: axe measures with inline styles of its own."""
    yield from _watched(new_window(browser, base_url=site_url, bypass_csp=True))


@pytest.fixture
def javascript_off(browser: Browser, site_url: str) -> Iterator[BrowserContext]:
    """Like `context`, for a visitor whose browser runs no script."""
    yield from _watched(new_window(browser, base_url=site_url, java_script_enabled=False))


def new_window(browser: Browser, **options: Any) -> BrowserContext:
    """A visitor's own window, in which every wait is as patient as the others."""
    context = browser.new_context(**{"reduced_motion": "reduce"} | options)  # scrolling that glides is never at rest
    context.set_default_timeout(PATIENCE)
    return context


def _watched(context: BrowserContext) -> Iterator[BrowserContext]:
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        """Keep what the policy blocked and what failed. A page that answers 404 is no fault of a script."""
        if message.type == "error" and not message.text.startswith(NO_FAULTS):
            faults.append(message.text)

    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.on("weberror", lambda error: faults.append(str(error.error)))
    context.on("console", hear)
    yield context
    context.close()
    assert faults == []


def live_region(page: Page, selector: str, role: str = "status") -> ElementHandle:
    """A live region before it speaks: a screen reader knows it already, and hears what this very element says."""
    region = page.get_by_role(role).and_(page.locator(selector))  # type: ignore[arg-type] # any role
    expect(region).to_have_count(1)
    element = region.element_handle()
    assert element
    return element


@pytest.fixture(scope="session")
def axe() -> Callable[..., None]:
    """axe(page) fails with a report when axe-core finds anything against WCAG 2.2 AA; the page is of `audited`.

    axe(page, OF_LOOKS) tries only the rules that a width or a theme can break, axe(page, OF_STRUCTURE) the others.
    """
    axe_core = Axe()

    def check(page: Page, rules: dict[str, Any] = RULES) -> None:
        results = axe_core.run(page, options={**rules, "resultTypes": ["violations"], "preload": False})
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture(scope="session")
def no_barrier(axe: Callable[..., None]) -> Callable[..., None]:
    """no_barrier(page) unfolds the first folds and fails on a page that scrolls sideways on the narrowest phone, and on
    anything that axe-core finds: in the whole page once, and in how a few of all that is alike in it look, on a desk in
    the light theme and on a phone in the dark one. It leaves the page with those few.

    no_barrier(page, OF_LOOKS) leaves out what no width, theme or color can break.
    """

    def check(page: Page, rules: dict[str, Any] = RULES) -> None:
        page.locator("details").evaluate_all(
            f"folds => folds.slice(0, {UNFOLDED}).forEach(fold => {{ fold.open = true }})"
        )
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url
        page.set_viewport_size({"width": 1280, "height": 900})
        if rules is not OF_LOOKS:
            axe(page, OF_STRUCTURE)
        page.evaluate(KEEP_FEW, ALIKE)
        looks: tuple[tuple[int, Literal["light", "dark"]], ...] = ((1280, "light"), (360, "dark"))
        for width, theme in looks:
            page.set_viewport_size({"width": width, "height": 900})
            # A bar that sticks to the window's end covers what one has still to scroll to; axe does not scroll.
            whole = page.evaluate("document.querySelector('.editor-bar') && document.documentElement.scrollHeight")
            if whole:
                page.set_viewport_size({"width": width, "height": whole})
            page.emulate_media(color_scheme=theme, reduced_motion="reduce")
            axe(page, OF_LOOKS)

    return check
