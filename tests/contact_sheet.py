"""Pictures of every page in every state, on one sheet to look over: `make screens`. It asserts nothing about looks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from django.core.management import call_command
from playwright.sync_api import Browser, Page

from compensation.pay_law.table import add_missing, shipped_rules
from packs.models import Pack
from packs.store.links import new_read_link
from packs.store.saving import create_pack
from tests.browser import new_window
from tests.factories import a_kit, a_published_kit
from tests.packs.samples import LONG

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FOLDER = Path(os.environ.get("SCREENS", "screens")).resolve()
ROLE = "/roles/technical-product-manager/"
WORD = "Donaudampfschifffahrtsgesellschaftskapitän"
PAGES = {
    "home": "/",
    "roles": "/roles/",
    "role": ROLE,
    "role-long-words": "/roles/long-words/",
    "salary": f"{ROLE}salary/",
    "questions": f"{ROLE}interview-questions/",
    "bank": "/interview-questions/",
    "answers": f"{ROLE}faq/",
    "answer": f"{ROLE}faq/do-technical-pms-code/",
    "comparison": "/compare/product-manager/technical-product-manager/",
    "levels": "/levels/",
    "salaries": "/salaries/",
    "search": "/search/?q=technical",
    "search-empty": "/search/?q=zzzzqqq",
    "roles-empty": "/roles/?family=None",
    "job-description": f"{ROLE}job-description/",
    "interview-kit": f"{ROLE}interview-kit/",
    "review": "/review/",
    "checks": "/how-we-check/",
    "packs-empty": "/packs/",
    "missing": "/there-is-no-such-page/",
}
# What a browser may be set to, as options of a window of its own.
WINDOWS: dict[str, dict[str, Any]] = {
    "360-light": {"viewport": {"width": 360, "height": 780}, "color_scheme": "light"},
    "360-dark": {"viewport": {"width": 360, "height": 780}, "color_scheme": "dark"},
    "768-light": {"viewport": {"width": 768, "height": 900}, "color_scheme": "light"},
    "1280-light": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "light"},
    "1280-dark": {"viewport": {"width": 1280, "height": 900}, "color_scheme": "dark"},
    "zoomed-200": {"viewport": {"width": 640, "height": 450}, "device_scale_factor": 2},
    "forced-colors": {"viewport": {"width": 1280, "height": 900}, "forced_colors": "active"},
    "print": {"viewport": {"width": 794, "height": 1123}},
}


@pytest.fixture
def library() -> dict[str, str]:
    """A library, a role of long words, and a pack of a hundred lines; returns the pack's addresses."""
    call_command("load_figures", verbosity=0)
    add_missing(shipped_rules())
    a_published_kit()
    a_published_kit(slug="product-manager", title="Product Manager", related=[], comparisons=[])
    first, *others = a_kit().responsibilities
    long = msgspec.structs.replace(first, name=f"{WORD} {WORD}", text=WORD * 3)
    words: dict[str, Any] = {"title": f"{WORD} {WORD}", "summary": WORD * 3, "responsibilities": [long, *others]}
    a_published_kit(slug="long-words", related=[], comparisons=[], **words)
    token = create_pack(LONG)
    read = new_read_link(Pack.objects.get(), token)
    return {
        "pack-of-100-lines": f"/packs/{token}/",
        "pack-interviews": f"/packs/{token}/interview-kit/",
        "pack-versions": f"/packs/{token}/versions/",
        "shared": f"/shared/{read}/",
    }


def shots(browser: Browser, base: str, pages: dict[str, str]) -> Iterator[tuple[str, Path]]:
    """Take every picture; yields its name and its file."""
    for window, options in WINDOWS.items():
        context = new_window(browser, base_url=base, reduced_motion="reduce", **options)
        page = context.new_page()
        for name, path in pages.items():
            page.goto(path)
            page.emulate_media(media="print" if window == "print" else "screen")
            yield f"{name}, {window}", taken(page, FOLDER / f"{name}-{window}.png")
        context.close()


def faults(browser: Browser, base: str) -> Iterator[tuple[str, Path]]:
    """A form at fault, and one that waits for the server."""
    page = new_window(browser, base_url=base, viewport={"width": 1280, "height": 900}).new_page()
    page.goto(f"{ROLE}job-description/")
    page.get_by_label("From", exact=True).fill("much")
    page.locator("#state", has_text="Check:").wait_for()
    yield "a fault while typing", taken(page, FOLDER / "fault.png")
    page.route("**/job-description/", lambda route: None)
    page.get_by_label("Company name").fill("Northwind")
    page.locator(".htmx-request").first.wait_for()
    yield "waiting", taken(page, FOLDER / "waiting.png")
    page.close()


def taken(page: Page, path: Path) -> Path:
    """The picture of what is in sight."""
    page.screenshot(path=path)
    return path


def test_contact_sheet(browser, live_server, library):
    FOLDER.mkdir(parents=True, exist_ok=True)
    pictures = [*shots(browser, live_server.url, PAGES | library), *faults(browser, live_server.url)]
    cells = "".join(
        f'<figure><img src="{path.name}" alt="" loading="lazy"><figcaption>{name}</figcaption></figure>'
        for name, path in pictures
    )
    style = "body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:12px}img{width:300px;border:1px solid #999}"
    (FOLDER / "index.html").write_text(f"<!doctype html><title>Screens</title><style>{style}</style>{cells}")
    assert len(pictures) == len(WINDOWS) * len(PAGES | library) + 2
