"""Clients that send the beginning of a request and then nothing: whether others still get their answers."""

import socket
import sys
import time
from contextlib import ExitStack
from urllib.parse import urlsplit
from urllib.request import urlopen

CLIENTS = 300
READINGS = 30
BEGINNING = b"POST /review/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\ntext=a"


def run(front: str) -> None:
    """Print how long a search takes through the proxy, alone and beside many slow clients."""
    place = urlsplit(front)
    alone = _half(front, "designer")
    with ExitStack() as stack:
        for _ in range(CLIENTS):
            client = stack.enter_context(socket.create_connection((str(place.hostname), place.port or 80)))
            client.sendall(BEGINNING)
        beside = _half(front, "analyst")
    sys.stdout.write(
        f"search through nginx beside {CLIENTS} slow clients: p50 {beside:.0f} ms, "
        f"{beside / alone:.2f} of alone, {READINGS} of {READINGS} answered\n"
    )


def _half(front: str, word: str) -> float:
    """The milliseconds that half of the readings took at most. A reading that fails ends the run.

    Each search is another one, which nginx has not kept.
    """
    times = []
    for number in range(READINGS):
        started = time.perf_counter()
        with urlopen(f"{front}/search/?q={word}+{number}", timeout=20) as answer:  # noqa: S310
            answer.read()
        times.append((time.perf_counter() - started) * 1000)
    return sorted(times)[READINGS // 2]
