"""Measure the pay import and the salary page's query, on made-up rows in a server of its own.

    python -m bench.pay                 one million rows
    python -m bench.pay --rows 5000000

Prints rows per second, the import's peak memory and the query's time. What it makes is removed at the end.
"""

import argparse
import csv
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

HEADER = [
    "CASE_NUMBER", "CASE_STATUS", "RECEIVED_DATE", "DECISION_DATE", "VISA_CLASS", "JOB_TITLE", "SOC_CODE", "SOC_TITLE",
    "FULL_TIME_POSITION", "EMPLOYER_NAME", "EMPLOYER_POC_EMAIL", "WORKSITE_CITY", "WORKSITE_STATE",
    "WAGE_RATE_OF_PAY_FROM", "WAGE_UNIT_OF_PAY", "PREVAILING_WAGE",
]  # fmt: skip
TITLES = ["Software Engineer", "Product Manager", "Senior Product Manager", "Technical Product Manager", "Data Analyst"]
STATES = ["CA", "NY", "TX", "WA", "IL", "NJ", "MA", "GA", "NC", "FL"]
MILLION = 1_000_000
KIBI = 1024 if sys.platform == "linux" else 1024**2  # ru_maxrss counts kilobytes, on macOS bytes
ROLE = "software-engineer"
QUERIES = 200


def main() -> None:
    """Make rows, import them, time the query, print."""
    parser = argparse.ArgumentParser(description="Measure the pay import and the salary page's query.")
    parser.add_argument("--rows", type=int, default=MILLION)
    rows = parser.parse_args().rows
    folder = Path(tempfile.mkdtemp(prefix="rolebook-bench-"))
    os.environ["ROLEBOOK_DATA_DIR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"
    folder.chmod(0o755)
    try:
        _measure(rows, folder / "lca.csv")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(rows: int, path: Path) -> None:
    import django  # noqa: PLC0415 # the settings read the environment set above

    django.setup()
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415

    call_command("migrate", verbosity=0)
    call_command("load_figures", stdout=open(os.devnull, "w"))  # noqa: SIM115
    _write(path, rows)
    _say(f"{rows:,} rows, {path.stat().st_size / MILLION:,.0f} MB of CSV")
    plain = _plain(path)
    _say(f"a plain csv.reader over the same file: {plain:,.1f} s")
    before, started = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "manage.py", "import_lca", str(path), "--verbosity=0"]
    subprocess.run(command, check=True)  # noqa: S603
    seconds, after = time.perf_counter() - started, resource.getrusage(resource.RUSAGE_CHILDREN)
    _say(
        f"import, start and summaries included: {seconds:,.1f} s, {rows / seconds:,.0f} rows a second, "
        f"{seconds / plain:.1f} x the plain reader"
    )
    _say(f"its Python: {after.ru_utime - before.ru_utime:,.1f} s of processor, peak {after.ru_maxrss / KIBI:,.0f} MB")
    times, asked = zip(*_times(), strict=True)
    _say(
        f"salary page's figures: median {statistics.median(times):.1f} ms, slowest of {QUERIES} {max(times):.1f} ms; "
        f"of it the database {statistics.median(asked):.1f} ms"
    )
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()


def _plain(path: Path) -> float:
    """What the machine can do at this moment, in seconds: the least that any import would need."""
    started = time.perf_counter()
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass
    return time.perf_counter() - started


def _times() -> Iterator[tuple[float, float]]:
    """Milliseconds until the figures are there, and those that the queries take in the database."""
    from django.db import connection  # noqa: PLC0415

    from compensation.figures import pay_for_role  # noqa: PLC0415

    asked = 0.0

    def timed(execute: Callable[..., Any], *args: Any) -> Any:
        nonlocal asked
        started = time.perf_counter()
        try:
            return execute(*args)
        finally:
            asked += (time.perf_counter() - started) * 1000

    with connection.execute_wrapper(timed):
        for _ in range(QUERIES):
            asked, started = 0.0, time.perf_counter()
            pay_for_role(ROLE, area="US")
            yield (time.perf_counter() - started) * 1000, asked


def _write(path: Path, rows: int) -> None:
    chance = random.Random(1)  # noqa: S311 # the same rows each time
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for number in range(rows):
            # A sixth has a title that counts for a role; of the filings of FY2024 Q1 18 % do.
            title = f"Specialist {chance.randrange(30_000)}" if number % 6 else chance.choice(TITLES)
            writer.writerow([
                f"I-200-{number:09}", "Certified", "9/25/2023", f"{10 + number % 3}/{1 + number % 28}/2023", "H-1B",
                title,
                "15-1252.00", "Software Developers", "Y", f"Employer {chance.randrange(50_000)}, Inc.",
                "someone@example.com", "Springfield", STATES[number % len(STATES)],
                f"{chance.randrange(60_000, 250_000):.2f}", "Year", "60000",
            ])  # fmt: skip


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
