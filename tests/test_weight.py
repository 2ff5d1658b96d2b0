"""What a first visit weighs, by Chromium's own count, with the static files as they are served in production."""

import threading
from collections.abc import Iterator
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import msgspec
import pytest
from django.core.wsgi import get_wsgi_application

from company.logo import LARGEST_HEADER_LOGO, draw_logo
from company.site import read_site_company
from company.store import save_site_company
from config import static
from tests.browser import new_window
from tests.company.samples import ACME, LOUD_BRAND
from tests.factories import a_published_kit

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HEAVIEST = 75 * 1024  # bytes over the wire, with the font
MOST_REQUESTS = 6
MANY = 10  # circles of a logo
# As wide as a logo may be, and nearly as detailed.
CIRCLES = (f'<circle cx="{at % 60}" cy="{at * 7 % 10}" r="1" fill="#{at * 9973 % 4096:03x}"/>' for at in range(MANY))
WIDE_LOGO = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 10">{"".join(CIRCLES)}</svg>'.encode()


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
    check_weight(browser, site)


def test_a_first_visit_is_light_with_a_brand_and_a_wide_logo_too(browser, site):
    a_published_kit()
    save_site_company(ACME, msgspec.structs.replace(LOUD_BRAND, logo=draw_logo(WIDE_LOGO)))
    assert len(read_site_company().branding.header_logo) > LARGEST_HEADER_LOGO / 4
    check_weight(browser, site)


def check_weight(browser, site):
    """Visit a role once and compare what comes over the wire with the limits. Returns the addresses."""
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
    assert len(sizes) == len(hosts)
    assert len([url for url in hosts if url.startswith(site)]) <= MOST_REQUESTS, hosts
    assert 20_000 < sum(sizes) <= HEAVIEST, sizes
    return hosts
