"""The pictures of the documents: `make pictures`, or `python -m bench.pictures [ADDRESS]` for a site that runs.

Each of the eight pages that `make reading` measures is one picture: on a phone and on a desk, in both themes.
"""

import base64
import sys
from pathlib import Path

from playwright.sync_api import Browser, ViewportSize

from bench.reading import PAGES, PHONE, open_browser, serve_site

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screens"
DESK = ViewportSize(width=1280, height=800)
SHEET = ViewportSize(width=1026, height=580)
ADDRESSES = PAGES | {"your own": "/review/"}
PICTURES = {
    "home": "home", "role": "role", "salary": "salary", "role-questions": "role's questions",
    "questions": "questions", "answers": "answers", "search": "search", "review": "your own",
}  # fmt: skip


def main(address: str = "") -> None:
    """Take each of PICTURES in both sizes and both themes, and write the four side by side to FOLDER / "pages".

    Serves the starter library itself, unless the `address` of a running site is given.
    """
    with serve_site(address) as site, open_browser() as browser:
        for file, name in PICTURES.items():
            shots = [
                take_shot(browser, site + ADDRESSES[name], size, theme)
                for size in (PHONE, DESK)
                for theme in ("light", "dark")
            ]
            join_shots(browser, shots, FOLDER / "pages" / f"{file}.jpg")


def take_shot(browser: Browser, address: str, size: ViewportSize, theme: str) -> bytes:
    """The first screen of a page as a PNG."""
    page = browser.new_context(viewport=size, color_scheme="dark" if theme == "dark" else "light").new_page()
    page.goto(address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    shot = page.screenshot()
    page.context.close()
    return shot


def join_shots(browser: Browser, shots: list[bytes], path: Path) -> None:
    """Write some pictures as one, beside each other."""
    page = browser.new_context(viewport=SHEET).new_page()
    images = [f'<img src="data:image/png;base64,{base64.b64encode(shot).decode()}">' for shot in shots]
    styles = "body { display: grid; grid-auto-flow: column; grid-template-rows: 275px 275px; gap: 10px; margin: 10px }"
    styles += "img:nth-child(-n + 2) { grid-row: 1 / 3; height: 560px } img { height: 275px }"
    page.set_content(f"<style>{styles}</style><body>{''.join(images)}</body>")
    path.parent.mkdir(exist_ok=True)
    page.screenshot(path=path, type="jpeg", quality=72)
    page.context.close()


if __name__ == "__main__":
    main(*sys.argv[1:2])
