"""Fill a large library, serve it, and print how fast it is beside a bare Django page, all in one run.

python -m bench                                             10,000 roles, 100,000 packs, 1,000,000 pay records
python -m bench --roles 100 --packs 1000 --pay 1000 --seconds 1
python -m bench --roles 100 --packs 1000 --pay 1000 --only "typing" --only "new to"    these rows alone
"""

import argparse
import os
import signal
import statistics
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from urllib.request import Request, urlopen

from bench import filling, load_test, slow_clients
from bench.asking import WRK, Ask, ask
from bench.fields import posted, type_letters
from bench.serving import GUNICORN, NGINX, SERVE, memory_of_workers, nginx, serving

BROWSER = {"Accept-Encoding": "gzip"}  # as every browser asks
FEW, MANY = 10, 1000  # pages asked in turn; what is popular in a large library
A_SECOND = 8  # pages that every worker has rendered
ROUNDS = 3
TURNS = 15  # of a second each, in which the large and the small library are asked, so that both meet the same moments
EXPORTS = ("text", "markdown", "html", "docx", "pdf", "json")
TYPED = "You must be a rockstar who writes what customers need, and why, before anything is built."
BARE = "bare Django page"
FILE = "nginx, a file"
SMALL = (0, 10, 10)  # roles beside the starter library's, packs and pay records, to see what a large library costs
SEARCH = "search, asked before"  # python -m bench.search asks what was not
GROWING = ("role page, 10 in turn", "role page, 304", "roles list", SEARCH, "salary page", "review while typing",
           "pack save")  # fmt: skip
type Row = tuple[str, list[Ask], dict[str, str]]  # a server's address, what is asked of it, and how


def main() -> None:
    """Print requests a second of each page, and the median over the rounds of its ratio to the bare page."""
    given = _options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that every server is stopped
    with ExitStack() as stack:
        data = stack.enter_context(tempfile.TemporaryDirectory(prefix="rolebook-bench-"))
        slugs = _filled(data, (given.roles, given.packs, given.pay))
        bare, _ = stack.enter_context(serving(GUNICORN, data, DJANGO_SETTINGS_MODULE="bench.settings"))
        naive, _ = stack.enter_context(serving(GUNICORN, data, DJANGO_SETTINGS_MODULE="bench.naive_settings"))
        site, pid = stack.enter_context(serving(SERVE, data))
        _say("memory of each worker at the start, MB", memory_of_workers(pid))
        rows = _rows(site, bare, naive, slugs)
        if given.only:
            sys.exit(measure_rows(choose_rows(rows, given.only), given.seconds))
        little = stack.enter_context(tempfile.TemporaryDirectory(prefix="rolebook-bench-"))
        few_slugs = _filled(little, SMALL)
        small, _ = stack.enter_context(serving(SERVE, little))
        of_small = _rows(small, bare, naive, few_slugs)
        if NGINX:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rolebook-nginx-")))
            front, static = stack.enter_context(nginx(site, folder, _get(site, f"/roles/{slugs[0]}/")[0]))
            rows[FILE] = (static, [Ask("/page")], BROWSER)
            rows["nginx, its cache"] = (front, [Ask(f"/roles/{slugs[0]}/")], BROWSER)
        _say("role page cold: the first reading of each of so many pages", [len(slugs[-MANY:])])
        cold = ask(site, [Ask(f"/roles/{slug}/") for slug in slugs[-MANY:]], BROWSER, seconds=1)
        _say("  requests a second", [cold.rate])
        for name in GROWING:
            server, asks, headers = of_small[name]
            ask(server, asks, headers, seconds=1)
        status = measure_rows(rows, given.seconds)
        _say_growth(rows, of_small)
        if not NGINX:
            sys.stdout.write("through nginx: not measured: nginx is not installed\n")
        _say("memory of each worker at the end, MB", memory_of_workers(pid))
        if NGINX:
            slow_clients.run(front)
        guarded, _ = stack.enter_context(serving(SERVE, data, PROXIES="1", REQUESTS_A_MINUTE="", REQUESTS_AT_ONCE=""))
        load_test.run(guarded, slugs, seconds=given.load_seconds)
    sys.exit(status)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure the site on a large library.")
    parser.add_argument("--roles", type=int, default=filling.ROLES)
    parser.add_argument("--packs", type=int, default=filling.PACKS)
    parser.add_argument("--pay", type=int, default=filling.PAY)
    parser.add_argument("--seconds", type=int, default=3, help="of each page in each round")
    parser.add_argument(
        "--only", action="append", default=[], help="rows with this in their names, beside the bare page"
    )
    parser.add_argument("--load-seconds", type=int, default=load_test.SECONDS)
    return parser.parse_args()


def _filled(data: str, sizes: tuple[int, int, int]) -> list[str]:
    """Fill the database in a process of its own, which leaves no connection behind. Returns the slugs."""
    environment = {"ROLEBOOK_DATA_DIR": data, "DATABASE_URL": "", "DJANGO_SETTINGS_MODULE": "config.settings"}
    slugs = Path(data) / "slugs"
    command = [sys.executable, "-m", "bench.filling", str(slugs), *map(str, sizes)]
    subprocess.run(command, env={**os.environ, **environment}, check=True)  # noqa: S603
    return slugs.read_text().split()


def _rows(site: str, bare: str, naive: str, slugs: list[str]) -> dict[str, Row]:
    """What is measured. Costly pages are asked about one role: nothing of them is kept."""
    one = slugs[0]
    many = [Ask(f"/roles/{slug}/") for slug in slugs[:MANY]]
    etag = _get(site, f"/roles/{one}/")[1]
    workbench = f"/roles/{one}/job-description/"
    page = _get(site, workbench, plain=True)[0].decode()
    rows: dict[str, Row] = {
        BARE: (bare, [Ask("/")], BROWSER),
        f"role page, {len(many[:FEW])} in turn": (site, many[:FEW], BROWSER),
        f"role page, {len(many)} in turn": (site, many, BROWSER),
        "role page, 304": (site, many[:1], {**BROWSER, "If-None-Match": etag}),
        "role page, naive": (naive, [Ask(f"/naive/{slug}/") for slug in slugs[:FEW]], BROWSER),
        "role page, new to the worker": (naive, [Ask(f"/stored/{slug}/") for slug in slugs[:FEW]], BROWSER),
        "roles list": (site, [Ask("/roles/")], BROWSER),
        SEARCH: (site, [Ask("/search/?q=product+manager"), Ask("/search/?q=tpm")], BROWSER),
        "salary page": (site, [Ask(f"/roles/{slug}/salary/") for slug in slugs[:FEW]], BROWSER),
        "review while typing": (
            site,
            [Ask(workbench, body) for body in type_letters(page, "line-3-text", TYPED)],
            {**BROWSER, "HX-Request": "true"},
        ),
        "pack save": (site, [Ask(workbench, posted(page, do="save"))], BROWSER),
    }
    return rows | {f"export, {name}": (site, [Ask(workbench, posted(page, format=name))], BROWSER) for name in EXPORTS}


def _get(site: str, path: str, *, plain: bool = False) -> tuple[bytes, str]:
    """The body of a page, gzipped unless it is to be plain, and its ETag."""
    with urlopen(Request(site + path, headers={} if plain else BROWSER)) as page:  # noqa: S310
        return page.read(), page.headers["ETag"] or ""


def choose_rows(rows: dict[str, Row], wanted: list[str]) -> dict[str, Row]:
    """The bare page and the rows whose names hold one of some words."""
    return {name: row for name, row in rows.items() if name == BARE or any(word in name for word in wanted)}


def measure_rows(rows: dict[str, Row], seconds: int) -> int:
    """Ask for every row for so many seconds, round by round, and write the table and every error. 1 after an error."""
    for server, asks, headers in rows.values():
        ask(server, asks, headers, seconds=1 + len(asks) // A_SECOND)  # every page once in every worker
    rounds = [
        {name: ask(server, asks, headers, seconds=seconds) for name, (server, asks, headers) in rows.items()}
        for _ in range(ROUNDS)
    ]
    report([{name: answered.rate for name, answered in each.items()} for each in rounds])
    errors = {name: answered.errors for each in rounds for name, answered in each.items() if answered.errors}
    for name, error in errors.items():
        sys.stdout.write(f"ERRORS, {name}: {error}\n")
    return 1 if errors else 0


def report(rounds: list[dict[str, float]]) -> None:
    """Write the table of the rounds."""
    client = "wrk" if WRK else "a client in Python (install wrk for one that does not slow the servers down)"
    write = sys.stdout.write
    write(f"\n{len(rounds)} rounds in turn, with {client}; the median of the rounds' ratios.\n\n")
    write(f"{'':34}{'requests/s':>12}{'to bare':>9}{'to naive':>10}{'to file':>9}\n")
    for name in rounds[0]:
        ratios = [_ratio(rounds, name, base) for base in (BARE, "role page, naive", FILE)]
        speed = statistics.median(speeds[name] for speeds in rounds)
        write(f"{name:34}{speed:>12,.1f}{ratios[0]:>9}{ratios[1]:>10}{ratios[2]:>9}\n")
    match [name for name in rounds[0] if name.endswith("in turn")]:
        case [few, many]:
            write(f"\n{many} to {few}: {_ratio(rounds, many, few)}\n")


def _say_growth(of_large: dict[str, Row], of_small: dict[str, Row]) -> None:
    """How fast each page of the large library is beside itself in the starter library alone."""
    sys.stdout.write(f"\nThe large library to the starter library alone, the median of {TURNS} turns:\n")
    for name in GROWING:
        ratios = []
        for turn in range(TURNS):
            pair = [of_large[name], of_small[name]]
            order = pair if turn % 2 else pair[::-1]
            rates = [ask(server, asks, headers, seconds=1).rate for server, asks, headers in order]
            large, small = rates if turn % 2 else rates[::-1]
            ratios.append(_divide(large, small))
        sys.stdout.write(f"{name:34}{statistics.median(ratios):>9.2f}\n")
        sys.stdout.flush()


def _ratio(rounds: list[dict[str, float]], name: str, base: str) -> str:
    if base not in rounds[0]:
        return "-"
    return f"{statistics.median(_divide(speeds[name], speeds[base]) for speeds in rounds):.3f}"


def _divide(rate: float, base: float) -> float:
    """A rate beside another one: without limit where that one is nothing, as in a second without an answer."""
    return rate / base if base else float("inf")


def _say(what: str, figures: list[float] | list[int]) -> None:
    sys.stdout.write(f"{what}: {', '.join(f'{figure:,.0f}' for figure in figures) or 'not measured'}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
