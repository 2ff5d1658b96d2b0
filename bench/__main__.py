"""Start the site and a bare Django page under the same gunicorn, and ask both in turn."""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from urllib.error import URLError
from urllib.request import urlopen

from bench.load import WRK, rate

ROLE = "/roles/technical-product-manager/"
BROWSER = {"Accept-Encoding": "gzip"}  # as every browser asks
ROUNDS = 5
SECONDS = 3
PATIENCE = 90  # seconds that a server may take to start
SERVE = [sys.executable, "manage.py", "serve"]
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "bench.bare"]


def main() -> None:
    """Print requests a second of each page, and the median over the rounds of its ratio to the bare page."""
    with ExitStack() as stack:
        data = stack.enter_context(tempfile.TemporaryDirectory(prefix="rolebook-bench-"))
        bare = stack.enter_context(serving(GUNICORN, data, DJANGO_SETTINGS_MODULE="bench.settings"))
        site = stack.enter_context(serving(SERVE, data))
        with urlopen(site + ROLE) as page:  # noqa: S310
            etag, size = page.headers["ETag"], len(page.read())
        pages = {
            "bare Django page": (bare, BROWSER),
            "role page": (site + ROLE, BROWSER),
            "role page, 304": (site + ROLE, {**BROWSER, "If-None-Match": etag}),
        }
        for url, headers in pages.values():
            rate(url, headers, 1)
        rounds = [{name: rate(*page, SECONDS) for name, page in pages.items()} for _ in range(ROUNDS)]
    report(rounds, size)


def report(rounds: list[dict[str, float]], size: int) -> None:
    """Write the table of the rounds."""
    client = "wrk" if WRK else "a client in Python (install wrk for one that does not slow the servers down)"
    write = sys.stdout.write
    write(f"{len(rounds)} rounds of {SECONDS} s a page, with {client}; the role page has {size:,} bytes.\n\n")
    write(f"{'':18}{'requests/s':>12}{'ratio':>8}   of each round\n")
    for name in rounds[0]:
        ratios = [speeds[name] / speeds["bare Django page"] for speeds in rounds]
        each = " ".join(f"{ratio:.2f}" for ratio in ratios)
        speed = statistics.median(speeds[name] for speeds in rounds)
        write(f"{name:18}{speed:>12,.0f}{statistics.median(ratios):>8.2f}   {each}\n")


@contextmanager
def serving(command: list[str], data: str, **environment: str) -> Iterator[str]:
    """Run a server on a free port, with its data in a directory to throw away; yields its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    own = {"PORT": str(port), "ROLEBOOK_DATA_DIR": data, "DATABASE_URL": "", "SITE_URL": "", "DEBUG": ""}
    process = subprocess.Popen(  # noqa: S603
        command, env={**os.environ, **own, **environment}, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield wait(f"http://127.0.0.1:{port}", process)
    finally:
        process.terminate()
        process.wait()


def wait(url: str, process: "subprocess.Popen[bytes]") -> str:
    """The address, once something answers there. Exits when the server ends first."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(url).close()  # noqa: S310
        except URLError:
            time.sleep(0.1)
        else:
            return url
    sys.exit(f"Nothing answers on {url}.")


if __name__ == "__main__":
    main()
