"""Every thread has work that does not end: probes are answered all the same."""

import socket
from contextlib import ExitStack

import pytest

from tests.serving import ask, database_url, serving

pytestmark = pytest.mark.django_db(transaction=True)
THREADS = 2
SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings", "THREADS": str(THREADS), "CHILD_PROCESSES": "1"}
FORM = b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\ntext=a"
BEGINNING = b"POST /review/ HTTP/1.1\r\nHost: localhost\r\n" + FORM
PROBES = 20


def test_probes_are_answered_while_all_threads_are_busy(outcome):
    with ExitStack() as stack:
        port = stack.enter_context(serving(database_url(), **SETTINGS))
        assert ask(port, "/review/")[0].status == 200
        for _ in range(THREADS):
            client = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
            client.sendall(BEGINNING)  # whoever reads on waits for the rest
        assert probe(port) == [200] * PROBES
        waiting = stack.enter_context(socket.create_connection(("127.0.0.1", port)))
        waiting.sendall(b"GET /review/ HTTP/1.1\r\nHost: localhost\r\n\r\n")
        assert probe(port) == [200] * PROBES
        waiting.setblocking(False)
        with pytest.raises(BlockingIOError):  # no thread was free for it
            waiting.recv(1)
    outcome("probe while every thread is busy", 2 * PROBES, "all answered")


def probe(port):
    return [ask(port, path)[0].status for path in ("/healthz", "/readyz") for _ in range(PROBES // 2)]
