"""Everything at once: 200 connections that read, review, export and save, on a site that is served already.

python -m bench.load_test http://localhost:8000 [SECONDS]
"""

import sys
from urllib.request import urlopen

from bench.asking import Ask, ask
from bench.fields import posted

CONNECTIONS = 200
SECONDS = 30
READINGS = 16  # for each review, export and save


def run(site: str, slugs: list[str], *, seconds: int = SECONDS) -> None:
    """Ask for so many seconds, and print how long the answers took and what went wrong."""
    workbench = f"/roles/{slugs[0]}/job-description/"
    with urlopen(site + workbench) as answer:  # noqa: S310
        page = answer.read().decode()
    costly = [
        Ask(workbench, posted(page)),
        Ask(workbench, posted(page, format="docx")),
        Ask(workbench, posted(page, do="save")),
    ]
    asks: list[Ask] = []
    for number in range(READINGS):
        readings = [Ask(f"/roles/{slug}/") for slug in slugs[number * READINGS :][:READINGS]]
        asks += [*(readings or [Ask("/roles/")]), costly[number % len(costly)]]
    answered = ask(site, asks, {"Accept-Encoding": "gzip"}, seconds=seconds, connections=CONNECTIONS)
    sys.stdout.write(
        f"\n{CONNECTIONS} connections for {seconds} s, reading, reviewing, exporting and saving: "
        f"{answered.rate:,.0f} requests/s, p50 {answered.half:,.0f} ms, p99 {answered.slowest:,.0f} ms, "
        f"errors: {answered.errors or 'none'}\n"
    )


if __name__ == "__main__":
    run(
        sys.argv[1].rstrip("/"),
        ["technical-product-manager"],
        seconds=int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS,  # noqa: PLR2004
    )
