"""What reading the site costs on a phone: `make reading`, or `python -m bench.reading [ADDRESS]` for one that runs.

For eight pages it prints how many screens they take, what a first visit weighs, when they first paint over a slow
network on a slow processor, and how far they shift; then how often the listed searches lead where they should.
"""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple
from urllib.parse import quote
from urllib.request import urlopen

from lxml import html
from playwright.sync_api import Browser, CDPSession, ViewportSize, sync_playwright

from bench.serving import SERVE, serving
from tests.browser import ARGUMENTS, chromium
from tests.config.pages.search.wanted import QUERIES, is_reached

ROLE = "/roles/technical-product-manager/"
PAGES = {
    "home": "/",
    "role": ROLE,
    "salary": f"{ROLE}salary/",
    "salary in a place": f"{ROLE}salary/austin-round-rock-san-marcos-tx/",
    "role's questions": f"{ROLE}interview-questions/",
    "questions": "/interview-questions/",
    "answers": f"{ROLE}faq/",
    "search": "/search/?q=senior+technical+pm",
}
PHONE = ViewportSize(width=360, height=740)
# What browsers call slow 3G: every answer takes two seconds to begin, and then 50 kB arrive in a second.
SLOW_3G = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
SLOWER = 4  # times, the processor
MEASURE = """() => new Promise((done) => {
  let shift = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) shift += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    done({ paint: paint ? paint.startTime : null, shift, height: document.documentElement.scrollHeight });
  }, 500);
})"""


class Reading(NamedTuple):
    """A page on a phone: its screens, and of a first visit bytes, requests, seconds to the first paint, and shift."""

    screens: float
    sent: float
    requests: int
    paint: float
    shift: float


def main(address: str = "") -> None:
    """Print a line for each page, then the score of the searches."""
    with serve_site(address) as site, open_browser() as browser:
        print(f"{'':20}{'screens':>8}{'KB':>7}{'requests':>10}{'first paint':>13}{'shift':>8}")  # noqa: T201
        for name, path in PAGES.items():
            find_addresses(site + path)  # no server has yet to render what it measures
            found = read_page(browser, site + path)
            kilobytes, paint = f"{found.sent / 1024:.1f}", f"{found.paint:.2f} s"
            print(  # noqa: T201
                f"{name:20}{found.screens:>8.1f}{kilobytes:>7}{found.requests:>10}{paint:>13}{found.shift:>8.3f}"
            )
        first, third = score_searches(site, QUERIES)
        print(f"{len(QUERIES)} searches: the first result is right in {first:.2f}, one of three in {third:.2f}.")  # noqa: T201


@contextmanager
def serve_site(address: str) -> Iterator[str]:
    """The address of a site: the one that is given, else one with the starter library while the block lasts."""
    if address:
        yield address.rstrip("/")
        return
    with tempfile.TemporaryDirectory(prefix="rolebook-reading-") as data, serving(SERVE, data) as (site, _process):
        yield site


@contextmanager
def open_browser() -> Iterator[Browser]:
    """The system's Chromium while the block lasts."""
    arguments = [*ARGUMENTS, "--no-sandbox"] if os.geteuid() == 0 else ARGUMENTS  # its sandbox refuses root
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=arguments)
        browser.new_page().goto("about:blank")  # the first page of a browser takes seconds more
        yield browser
        browser.close()


def read_page(browser: Browser, address: str) -> Reading:
    """Visit a page for the first time, over the slow network."""
    page = browser.new_context(viewport=PHONE, is_mobile=True, has_touch=True, device_scale_factor=2).new_page()
    network = page.context.new_cdp_session(page)
    sizes = watch_network(network)
    page.goto(address, wait_until="networkidle", timeout=60_000)
    measured = page.evaluate(MEASURE)
    page.context.close()
    return Reading(
        screens=measured["height"] / PHONE["height"],
        sent=sum(sizes),
        requests=len(sizes),
        paint=measured["paint"] / 1000,
        shift=measured["shift"],
    )


def watch_network(network: CDPSession) -> list[float]:
    """Slow a page down, and collect the bytes of each of its requests as they end."""
    sizes: list[float] = []
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW_3G)
    network.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    return sizes


def score_searches(site: str, searches: Mapping[str, list[str]]) -> tuple[float, float]:
    """The share of searches with a right address as the first result, and as one of the first three."""
    found = {query: find_addresses(f"{site}/search/?q={quote(query)}")[:3] for query in searches}

    def share(most: int) -> float:
        right = (
            any(is_reached(address, wanted) for address in found[query][:most] for wanted in addresses)
            for query, addresses in searches.items()
        )
        return sum(right) / len(searches)

    return share(1), share(3)


def find_addresses(address: str) -> list[str]:
    """The addresses of the results of a search, within the site."""
    with urlopen(address, timeout=60) as answer:  # noqa: S310 # of our own server
        page = html.fromstring(answer.read())
    return [str(link) for link in page.xpath("//p[@class='hit-title']/a/@href")]


if __name__ == "__main__":
    main(*sys.argv[1:2])
