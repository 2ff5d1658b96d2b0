"""What is asked of a server, again and again: by wrk where it is installed, else by a client in Python.

The client in Python is slower itself, though alike for every page.
"""

import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

WRK = shutil.which("wrk")
SCRIPT = """
local asked = {}
local n = math.random(1000000)
function init()
  for i, path in ipairs(paths) do asked[i] = wrk.format(methods[i], path, headers, bodies[i]) end
end
function request()
  n = n %% #asked + 1
  return asked[n]
end
"""


class Ask(NamedTuple):
    """One request. A body is a form's."""

    path: str
    body: str = ""

    @property
    def method(self) -> str:
        """How it is asked."""
        return "POST" if self.body else "GET"


class Answered(NamedTuple):
    """How it went: requests a second, milliseconds that half and 99 of 100 took at most, and errors."""

    rate: float
    half: float = 0
    slowest: float = 0
    errors: str = ""


def ask(
    server: str, asks: Sequence[Ask], headers: Mapping[str, str], *, seconds: int, connections: int = 16
) -> Answered:
    """Ask in turn over connections that stay open."""
    return (_wrk if WRK else _python)(server, asks, headers, seconds, connections)


def _wrk(server: str, asks: Sequence[Ask], headers: Mapping[str, str], seconds: int, connections: int) -> Answered:
    form = {"Content-Type": "application/x-www-form-urlencoded"} if any(each.body for each in asks) else {}
    tables = {
        "headers": "{" + ",".join(f"[{_lua(k)}]={_lua(v)}" for k, v in {**headers, **form}.items()) + "}",
        "paths": "{" + ",".join(_lua(each.path) for each in asks) + "}",
        "methods": "{" + ",".join(_lua(each.method) for each in asks) + "}",
        "bodies": "{" + ",".join(_lua(each.body) for each in asks) + "}",
    }
    with tempfile.TemporaryDirectory(prefix="rolebook-wrk-") as folder:
        script = Path(folder) / "ask.lua"
        lines = [f"{name} = {table}" for name, table in tables.items()]
        script.write_text("\n".join(lines) + SCRIPT.replace("%%", "%"))
        length = [f"--connections={connections}", f"--duration={seconds}s"]
        command = [str(WRK), "--latency", "--threads=2", "--timeout=30s", *length, f"--script={script}", server]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    errors = re.findall(r"(?:Non-2xx or 3xx responses|Socket errors): .*", report)
    return Answered(
        float(re.findall(r"Requests/sec:\s+([\d.]+)", report)[0]),
        _milliseconds(*re.findall(r"50%\s+([\d.]+)(us|ms|s|m)\b", report)[0]),
        _milliseconds(*re.findall(r"99%\s+([\d.]+)(us|ms|s|m)\b", report)[0]),
        "; ".join(errors),
    )


def _lua(text: str) -> str:
    """A text as Lua writes it; what JSON escapes, Lua escapes alike in ASCII."""
    return json.dumps(text, ensure_ascii=True)


def _milliseconds(number: str, unit: str) -> float:
    return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]


def _python(server: str, asks: Sequence[Ask], headers: Mapping[str, str], seconds: int, connections: int) -> Answered:
    times: list[float] = []
    errors: list[str] = []
    until = time.monotonic() + seconds
    threads = [
        threading.Thread(target=_keep_asking, args=(server, asks[i % len(asks) :], headers, until, times, errors))
        for i in range(connections)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if not times:
        sys.exit(f"{server} answered nothing: {errors[:1]}")
    times.sort()
    half, slowest = (times[int(part * (len(times) - 1))] * 1000 for part in (0.5, 0.99))
    return Answered(len(times) / seconds, half, slowest, f"{len(errors)}, first: {errors[0]}" if errors else "")


def _keep_asking(  # noqa: PLR0917 # the parts of one thread's work
    server: str,
    asks: Sequence[Ask],
    headers: Mapping[str, str],
    until: float,
    times: list[float],
    errors: list[str],
) -> None:
    """Ask on one connection until the time is over; note how long each took, and what went wrong."""
    parts = urlsplit(server)
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    with (
        socket.create_connection((parts.hostname, parts.port or 80)) as connection,
        connection.makefile("rb") as answer,
    ):
        for each in cycle(asks):
            if time.monotonic() > until:
                return
            body = each.body.encode()
            own = {**headers, **form, "Content-Length": str(len(body))} if body else headers
            lines = [f"{each.method} {each.path} HTTP/1.1", f"Host: {parts.netloc}"]
            request = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in own.items()), "", ""])
            start = time.perf_counter()
            connection.sendall(request.encode() + body)
            status, length = int(answer.readline().split()[1]), 0
            while (line := answer.readline()) != b"\r\n":
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            answer.read(length)
            times.append(time.perf_counter() - start)
            if status >= 400:  # noqa: PLR2004
                errors.append(f"{status} for {each.path}")
