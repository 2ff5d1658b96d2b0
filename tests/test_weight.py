"""What a first visit weighs, by Chromium's own count, with the static files as they are served in production."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.wsgi import get_wsgi_application

from config import static
from tests.browser import new_window
from tests.factories import a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAVIEST = 75 * 1024  # bytes over the wire, with the font
MOST_REQUESTS = 6


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture
def site(settings, tmp_path) -> Iterator[str]:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "config.static.Storage"}}
    static.collect_static()
    server = make_server("127.0.0.1", 0, get_wsgi_application(), Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_a_first_visit_to_a_role_page_is_light(browser, site):
    a_published_kit()
    page = new_window(browser).new_page()
    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    hosts, sizes = [], []
    network.on("Network.requestWillBeSent", lambda event: hosts.append(event["request"]["url"]))
    network.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"{site}/roles/technical-product-manager/", wait_until="networkidle")
    page.context.close()
    assert page.url.startswith(site)
    assert all(url.startswith((site, "data:")) for url in hosts)
    assert len(sizes) == len(hosts) <= MOST_REQUESTS
    assert 20_000 < sum(sizes) <= HEAVIEST, sizes
