"""The shipped nginx writes down no private link and no visitor's address, and no cache may keep its own answers."""

import json
import secrets
from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import NamedTuple

import pytest

from tests import programs
from tests.starting import front
from tests.starting.names import site_at

ADDRESS = "127.0.0.1"
REFUSED = 100  # more than nginx lets one address ask for
LARGE = 500_000  # bytes: more than nginx would keep in memory by itself


class Front(NamedTuple):
    """An nginx in front of a site: its port, the site's, and the folder of its logs."""

    port: int
    site: int
    logs: Path

    def ask(self, path: str, body: bytes | None = None) -> HTTPResponse:
        """The answer, without its body."""
        client = HTTPConnection(ADDRESS, self.port, timeout=30)
        try:
            client.request("GET" if body is None else "POST", path, body)
            return client.getresponse()
        finally:
            client.close()

    def read_logs(self) -> str:
        """All that it has logged about requests."""
        return "".join(path.read_text() for path in sorted(self.logs.iterdir()))


@pytest.fixture
def shown() -> Iterator[Front]:
    with programs.folder_for_all() as folder:
        site = programs.free_port()
        access, errors = folder / "access", folder / "errors"
        logs = (
            ("error_log stderr", f"error_log {errors}"),
            (" rolebook;", f" rolebook; access_log {access} rolebook;"),
        )
        with front.nginx(f"{ADDRESS}:{site}", *logs) as port:
            yield Front(port, site, folder)


@pytest.mark.parametrize(
    ("kind", "logged_as"),
    [
        ("packs", "packs"),
        ("shared", "shared"),
        ("previews", "previews"),
        ("passwords", "passwords"),
        ("PACKS", "PACKS"),
        ("packs//", "packs"),
        ("%70acks", "packs"),
    ],
)
def test_no_log_holds_a_private_link_or_an_address(shown: Front, kind: str, logged_as: str) -> None:
    token = secrets.token_urlsafe(32)
    assert {shown.ask(f"/{kind}/{token}/").status for _ in range(REFUSED)} == {502, 429}
    with site_at(ADDRESS, shown.site):
        shown.ask(f"/{kind}/{token}/", b"a" * LARGE)
    logged = shown.read_logs()
    assert len(logged.splitlines()) == REFUSED + 1
    assert {json.loads(line)["path"] for line in logged.splitlines()} == {f"/{logged_as}/..."}
    assert token not in logged
    assert ADDRESS not in logged


def test_what_nginx_answers_itself_under_a_private_link_is_private(shown: Front) -> None:
    failed = shown.ask("/packs/token/")
    assert (failed.status, failed.headers["Cache-Control"]) == (502, "private, no-store")
    assert failed.headers["Referrer-Policy"] == "no-referrer"
    library = shown.ask("/roles/")
    assert (library.status, library.headers["Cache-Control"]) == (502, None)


def test_what_the_site_says_of_its_answer_is_not_said_twice(shown: Front) -> None:
    with site_at(ADDRESS, shown.site):
        assert shown.ask("/packs/token/").headers.get_all("Cache-Control") == ["no-store"]
