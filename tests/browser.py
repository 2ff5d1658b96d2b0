"""Fixtures that drive the system's Chromium: page, javascript_off and axe."""

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, ElementHandle, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.programs import missing

PATIENCE = 60_000  # milliseconds that every wait may take: a busy machine is slow, and only a fault waits so long
NAMES = ("chromium", "chromium-browser", "google-chrome")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
UNFOLDED = 6  # of the folds of a page, which are alike
# What htmx says of a preview that a press takes the place of; one that fails says htmx:sendError besides.
NO_FAULTS = ("Failed to load resource", "htmx:sendAbort", "htmx:afterRequest", "Response Status Error Code 429")
ARGUMENTS = ["--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


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
def context(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """A visitor's own window on the live server. Fails at the end if a script failed or was blocked."""
    yield from _watched(new_window(browser, base_url=live_server.url))


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """A page of `context`: page.goto("/roles/")."""
    return context.new_page()


@pytest.fixture
def audited(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """Like `context`, without the content security policy: axe measures with inline styles of its own."""
    yield from _watched(new_window(browser, base_url=live_server.url, bypass_csp=True))


@pytest.fixture
def javascript_off(browser: Browser, live_server: LiveServer) -> Iterator[BrowserContext]:
    """Like `context`, for a visitor whose browser runs no script."""
    yield from _watched(new_window(browser, base_url=live_server.url, java_script_enabled=False))


def new_window(browser: Browser, **options: Any) -> BrowserContext:
    """A visitor's own window, in which every wait is as patient as the others."""
    context = browser.new_context(**options)
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
    """axe(page) fails with a report when axe-core finds anything against WCAG 2.2 AA; the page is of `audited`."""
    rules = Axe()

    def check(page: Page) -> None:
        results = rules.run(page, options={**RULES, "resultTypes": ["violations"], "preload": False})
        assert results.violations_count == 0, f"{page.url}\n{results.generate_report()}"

    return check


@pytest.fixture(scope="session")
def no_barrier(axe: Callable[..., None]) -> Callable[[Page], None]:
    """no_barrier(page) unfolds the first folds and fails on anything that axe-core finds, on a phone in the dark theme
    and on a desk in the light one, and on a page that scrolls sideways on the narrowest phone.
    """

    def check(page: Page) -> None:
        page.locator("details").evaluate_all(
            f"folds => folds.slice(0, {UNFOLDED}).forEach(fold => {{ fold.open = true }})"
        )
        for width in (360, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            # A bar that sticks to the window's end covers what one has still to scroll to; axe does not scroll.
            whole = page.evaluate("document.querySelector('.editor-bar') && document.documentElement.scrollHeight")
            if whole:
                page.set_viewport_size({"width": width, "height": whole})
            page.emulate_media(color_scheme="dark" if width == 360 else "light", reduced_motion="reduce")
            axe(page)
        page.set_viewport_size({"width": 320, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url

    return check
