"""Everything at once: 200 connections that read, review, export and save, on a site that is served already; and the
same beside one visitor who sends what is meant to do harm.

python -m bench.load_test http://localhost:8000 [SECONDS]       of a site with PROXIES=1
"""

import sys
import threading
import time
from collections import Counter
from itertools import cycle
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bench.asking import Answered, Ask, ask
from bench.fields import posted
from bench.hostile_inputs import hostile_asks

CONNECTIONS = 200
SECONDS = 30
READINGS = 16  # for each review, export and save
ATTACKS = 4  # at once, all from one address
ATTACKER = {"X-Forwarded-For": "192.0.2.1"}
PAUSE = 0.2  # seconds between two of them: five a second are within a fair share, twenty are not


def run(site: str, slugs: list[str], *, seconds: int = SECONDS) -> None:
    """Ask for so many seconds, without and with the attacker, and print how long the answers took and what went
    wrong. Everybody but the attacker has an address of their own.
    """
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
    alone = _ask(site, asks, seconds)
    sys.stdout.write(
        f"\n{CONNECTIONS} connections for {seconds} s, reading, reviewing, exporting and saving: {_said(alone)}\n"
    )
    statuses: Counter[str] = Counter()
    until = time.monotonic() + seconds
    attack = (site, hostile_asks(workbench, page), until, statuses)
    attackers = [threading.Thread(target=_attack, args=attack) for _ in range(ATTACKS)]
    for thread in attackers:
        thread.start()
    beside = _ask(site, asks, seconds)
    for thread in attackers:
        thread.join()
    answers = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    sys.stdout.write(
        f"the same beside one attacker: {_said(beside)}\n"
        f"  p99 beside the attacker to p99 without: {beside.slowest / alone.slowest:.2f}\n"
        f"  the attacker's answers by status: {answers}\n"
    )


def _ask(site: str, asks: list[Ask], seconds: int) -> Answered:
    encoding = {"Accept-Encoding": "gzip"}
    return ask(site, asks, encoding, seconds=seconds, connections=CONNECTIONS, visitors=True)


def _said(answered: Answered) -> str:
    return (
        f"{answered.rate:,.0f} requests/s, p50 {answered.half:,.0f} ms, p99 {answered.slowest:,.0f} ms, "
        f"errors: {answered.errors or 'none'}"
    )


def _attack(site: str, asks: list[Ask], until: float, statuses: Counter[str]) -> None:
    for each in cycle(asks):
        if time.monotonic() > until:
            return
        body = each.body.encode() if isinstance(each.body, str) else each.body
        request = Request(site + each.path, body, {**ATTACKER, "Content-Type": each.media_type})  # noqa: S310
        try:
            with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
                answer.read()
                statuses[str(answer.status)] += 1
        except HTTPError as error:
            statuses[str(error.code)] += 1
            error.close()
        except OSError as error:
            statuses[type(error).__name__] += 1
        time.sleep(PAUSE)


if __name__ == "__main__":
    run(
        sys.argv[1].rstrip("/"),
        ["technical-product-manager"],
        seconds=int(sys.argv[2]) if len(sys.argv) > 2 else SECONDS,  # noqa: PLR2004
    )
