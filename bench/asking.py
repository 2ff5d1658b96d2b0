"""What is asked of a server, again and again: by wrk where it is installed, else by a client in Python.

The client in Python is slower itself, though alike for every page.
"""

import json
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

WRK = shutil.which("wrk")
PATIENCE = 30  # seconds for an answer
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


FORM = "application/x-www-form-urlencoded"


class Ask(NamedTuple):
    """One request, a post where it has a body. wrk sends bodies of text only."""

    path: str
    body: str | bytes = ""
    media_type: str = FORM

    @property
    def method(self) -> str:
        """How it is asked."""
        return "POST" if self.body else "GET"


class Answered(NamedTuple):
    """How it went: requests a second, milliseconds that half and 99 of 100 took at most, and errors.

    An answer that says that something is wrong is an error, and counts in neither; so does one that never came.
    """

    rate: float
    half: float = float("nan")
    slowest: float = float("nan")
    errors: str = ""


def ask(
    server: str,
    asks: Sequence[Ask],
    headers: Mapping[str, str],
    *,
    seconds: int,
    connections: int = 16,
    visitors: bool = False,
) -> Answered:
    """Ask in turn over connections that stay open, for so many seconds, and return how it went. With `visitors` each
    connection says in X-Forwarded-For that it comes from an address of its own; wrk can't.
    """
    if WRK and not visitors:
        return _wrk(server, asks, headers, seconds, connections)
    return ask_in_python(server, asks, headers, seconds=seconds, connections=connections, visitors=visitors)


def _wrk(server: str, asks: Sequence[Ask], headers: Mapping[str, str], seconds: int, connections: int) -> Answered:
    form = {"Content-Type": FORM} if any(each.body for each in asks) else {}
    tables = {
        "headers": "{" + ",".join(f"[{_lua(k)}]={_lua(v)}" for k, v in {**headers, **form}.items()) + "}",
        "paths": "{" + ",".join(_lua(each.path) for each in asks) + "}",
        "methods": "{" + ",".join(_lua(each.method) for each in asks) + "}",
        "bodies": "{" + ",".join(_lua(str(each.body)) for each in asks) + "}",
    }
    with tempfile.TemporaryDirectory(prefix="rolebook-wrk-") as folder:
        script = Path(folder) / "ask.lua"
        lines = [f"{name} = {table}" for name, table in tables.items()]
        script.write_text("\n".join(lines) + SCRIPT.replace("%%", "%"))
        length = [f"--connections={connections}", f"--duration={seconds}s"]
        command = [str(WRK), "--latency", "--threads=2", "--timeout=30s", *length, f"--script={script}", server]
        report = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603
    errors = re.findall(r"(?:Non-2xx or 3xx responses|Socket errors): .*", report)
    wrong = sum(map(int, re.findall(r"Non-2xx or 3xx responses: (\d+)", report)))
    return Answered(
        max(0, float(re.findall(r"Requests/sec:\s+([\d.]+)", report)[0]) - wrong / seconds),
        _milliseconds(report, "50%"),
        _milliseconds(report, "99%"),
        "; ".join(errors),
    )


def _lua(text: str) -> str:
    """A text as Lua writes it; what JSON escapes, Lua escapes alike in ASCII."""
    return json.dumps(text, ensure_ascii=True)


def _milliseconds(report: str, part: str) -> float:
    """What so many of 100 took at most; not a number where nothing was answered."""
    for number, unit in re.findall(rf"{part}\s+([\d.]+)(us|ms|s|m)\b", report):
        return float(number) * {"us": 0.001, "ms": 1, "s": 1000, "m": 60_000}[unit]
    return float("nan")


def ask_in_python(
    server: str, asks: Sequence[Ask], headers: Mapping[str, str], *, seconds: int, connections: int, visitors: bool
) -> Answered:
    """Like `ask`, with the client in Python."""
    times: list[float] = []
    errors: list[str] = []
    until = time.monotonic() + seconds
    threads = []
    for number in range(connections):
        own = {"X-Forwarded-For": f"10.0.{number // 250}.{number % 250}"} if visitors else {}
        turned = [*asks[number % len(asks) :], *asks[: number % len(asks)]]
        given = (server, turned, {**own, **headers}, until, times, errors)
        threads.append(threading.Thread(target=_keep_asking, args=given))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    said = f"{len(errors)}, first: {errors[0]}" if errors else ""
    if not times:
        return Answered(0, errors=said or "no answer")
    times.sort()
    half, slowest = (times[int(part * (len(times) - 1))] * 1000 for part in (0.5, 0.99))
    return Answered(len(times) / seconds, half, slowest, said)


def _keep_asking(  # noqa: PLR0917 # the parts of one thread's work
    server: str,
    asks: Sequence[Ask],
    headers: Mapping[str, str],
    until: float,
    times: list[float],
    errors: list[str],
) -> None:
    """Ask until the time is over, on one connection as long as it lasts; note how long each took that went well, and
    what went wrong.
    """
    turn = cycle(asks)
    while time.monotonic() < until:
        try:
            _ask_on_one_connection(server, turn, headers, until, times, errors)
        except (OSError, ValueError, IndexError) as error:
            errors.append(f"{type(error).__name__}: {error}")


def _ask_on_one_connection(  # noqa: PLR0917 # the same
    server: str,
    turn: Iterator[Ask],
    headers: Mapping[str, str],
    until: float,
    times: list[float],
    errors: list[str],
) -> None:
    parts = urlsplit(server)
    with (
        socket.create_connection((parts.hostname, parts.port or 80), timeout=PATIENCE) as connection,
        connection.makefile("rb") as answer,
    ):
        for each in turn:
            if time.monotonic() > until:
                return
            body = each.body.encode() if isinstance(each.body, str) else each.body
            form = {"Content-Type": each.media_type, "Content-Length": str(len(body))} if body else {}
            own = {**headers, **form}
            lines = [f"{each.method} {each.path} HTTP/1.1", f"Host: {parts.netloc}"]
            request = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in own.items()), "", ""])
            start = time.perf_counter()
            connection.sendall(request.encode() + body)
            status, length, stays = int(answer.readline().split()[1]), 0, True
            while (line := answer.readline()) != b"\r\n":
                name, _, value = line.lower().partition(b":")
                length = int(value) if name == b"content-length" else length
                stays = stays and (name, value.strip()) != (b"connection", b"close")
            answer.read(length)
            if status < 400:  # noqa: PLR2004
                times.append(time.perf_counter() - start)
            else:
                errors.append(f"{status} for {each.path}")
            if not stays:
                return
