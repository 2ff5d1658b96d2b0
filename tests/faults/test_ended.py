"""A site that is told to end."""

import signal
import socket
from http.client import HTTPResponse
from urllib.parse import urlencode

import psutil
import pytest

from tests.hostile.processes import child_with
from tests.programs import listens
from tests.serving import database_url, serving
from tests.waiting import wait_until

pytestmark = [pytest.mark.django_db(transaction=True)]
HEAD = (
    "POST /review/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    "Content-Length: {}\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
)


def test_a_site_that_is_told_to_end_answers_what_it_has_begun():
    body = urlencode({"text": "Planner\n\nYou plan.", "role": ""}).encode()
    with serving(database_url()) as port, socket.create_connection(("127.0.0.1", port), timeout=30) as client:
        server = psutil.Process(child_with(f"127.0.0.1:{port}"))
        client.sendall(HEAD.format(len(body)).encode())
        assert client.recv(100).startswith(b"HTTP/1.1 100 "), "the site waits for the rest of the form"
        server.send_signal(signal.SIGTERM)
        assert wait_until(lambda: not server.net_connections("tcp")), "it has heard, and gives up its port"
        client.sendall(body)
        answer = HTTPResponse(client)
        answer.begin()
        assert answer.status == 200
        assert b"As we read it" in answer.read()
        assert wait_until(lambda: not listens(port)), "and then it ends"
