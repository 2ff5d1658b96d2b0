"""Load: wrk where it is installed, else a client in Python that is slower itself, though alike for every page."""

import re
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from urllib.parse import urlsplit

CONNECTIONS = 16
WRK = shutil.which("wrk")


def rate(url: str, headers: Mapping[str, str], seconds: int) -> float:
    """Requests a second over connections that stay open. Exits with a message when an answer is an error."""
    return _wrk(url, headers, seconds) if WRK else _python(url, headers, seconds)


def _wrk(url: str, headers: Mapping[str, str], seconds: int) -> float:
    options = [f"--header={name}: {value}" for name, value in headers.items()]
    command = [str(WRK), "--threads=2", f"--connections={CONNECTIONS}", f"--duration={seconds}s", *options, url]
    report = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    if "Non-2xx" in report or "Socket errors" in report:
        sys.exit(f"{url} answered with errors:\n{report}")
    return float(re.findall(r"Requests/sec:\s+([\d.]+)", report)[0])


def _python(url: str, headers: Mapping[str, str], seconds: int) -> float:
    counts: list[int] = []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=_ask, args=(url, headers, until, counts)) for _ in range(CONNECTIONS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(counts) < CONNECTIONS:
        sys.exit(f"{url} answered with errors.")
    return sum(counts) / seconds


def _ask(url: str, headers: Mapping[str, str], until: float, counts: list[int]) -> None:
    """Ask again and again on one connection, and add how often that went well to `counts`."""
    parts = urlsplit(url)
    lines = [f"GET {parts.path or '/'} HTTP/1.1", f"Host: {parts.netloc}", *(f"{k}: {v}" for k, v in headers.items())]
    request = "\r\n".join([*lines, "", ""]).encode()
    done = 0
    with (
        socket.create_connection((parts.hostname, parts.port or 80)) as connection,
        connection.makefile("rb") as answer,
    ):
        while time.monotonic() < until:
            connection.sendall(request)
            if int(answer.readline().split()[1]) >= 400:  # noqa: PLR2004
                return
            length = 0
            while (line := answer.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            answer.read(length)
            done += 1
    counts.append(done)
