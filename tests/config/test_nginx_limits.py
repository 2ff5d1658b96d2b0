"""The shipped nginx lets no visitor ask for too much at once, and leaves library pages and probes alone."""

import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import islice
from pathlib import Path

import pytest

from bench.serving import NGINX, nginx

pytestmark = pytest.mark.skipif(not NGINX, reason="nginx is not installed")
BURST, AT_ONCE = 60, 10


class Site(BaseHTTPRequestHandler):
    """Answers everything at once, but for what is to wait."""

    go_on = threading.Event()

    def do_GET(self):  # its name in the standard library
        if self.path.startswith("/packs/waits/"):
            self.go_on.wait()
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_GET  # noqa: N815 # the same

    def log_message(self, *_):
        pass


@pytest.fixture
def front():
    """The address of an nginx in front of that site."""
    Site.go_on.clear()
    with (
        ThreadingHTTPServer(("127.0.0.1", 0), Site) as site,
        tempfile.TemporaryDirectory(prefix="rolebook-nginx-") as folder,
    ):
        thread = threading.Thread(target=site.serve_forever)
        thread.start()
        with nginx(f"http://127.0.0.1:{site.server_port}", Path(folder), b"") as (address, _):
            yield address.removeprefix("http://")
        Site.go_on.set()
        site.shutdown()
        thread.join()


def ask(front, method, path):
    """The status of an answer, and when to come again."""
    client = HTTPConnection(front, timeout=30)
    try:
        client.request(method, path)
        answer = client.getresponse()
        return answer.status, answer.headers["Retry-After"]
    finally:
        client.close()


@pytest.mark.slow
@pytest.mark.parametrize(("method", "path"), [("POST", "/review/"), ("GET", "/shared/a/"), ("GET", "/search/?q=a")])
def test_what_costs_work_is_answered_429_beyond_a_burst(front, method, path):
    with ThreadPoolExecutor(8) as threads:
        answers = [*threads.map(lambda _: ask(front, method, path), range(5 * BURST))]
    assert answers[: BURST // 2] == [(200, None)] * (BURST // 2)
    assert set(answers) == {(200, None), (429, "5")}


@pytest.mark.slow
@pytest.mark.parametrize("path", ["/roles/", "/healthz", "/readyz"])
def test_pages_of_the_library_and_probes_are_not_counted(front, path):
    with ThreadPoolExecutor(8) as threads:
        answers = {*threads.map(lambda _: ask(front, "GET", path), range(5 * BURST))}
    assert answers == {(200, None)}


def test_so_many_are_under_way_at_once_and_no_more(front):
    with ThreadPoolExecutor(AT_ONCE + 5) as threads:
        asked = [threads.submit(ask, front, "GET", "/packs/waits/") for _ in range(AT_ONCE + 5)]
        refused = [answer.result() for answer in islice(as_completed(asked), 5)]
        assert refused == [(429, "5")] * 5
        assert ask(front, "GET", "/roles/") == (200, None)
        Site.go_on.set()
        assert sorted(answer.result()[0] for answer in asked) == [200] * AT_ONCE + [429] * 5
