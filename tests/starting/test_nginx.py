"""The shipped nginx configuration: it is valid, and finds the site's container by its name after every restart."""

import subprocess
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests import programs
from tests.starting import front
from tests.starting.names import Names, name_server, site_at
from tests.starting.places import ask
from tests.waiting import wait_until

FIRST, SECOND = "127.0.0.2", "127.0.0.3"
SECONDS = 60  # in which nginx may come to know of a change


class Network(NamedTuple):
    """What a network of containers has: a name server, nginx's port, and the site's."""

    names: Names
    front: int
    site: int


@pytest.fixture
def network() -> Iterator[Network]:
    site = programs.free_port()
    with name_server() as names:
        alone = ("worker_processes auto", "worker_processes 1")  # each worker remembers names of its own
        asked = ("resolver 127.0.0.11 valid=5s", f"resolver 127.0.0.1:{names.server_address[1]} valid=1s")
        with front.nginx(f"site:{site}", alone, asked) as port:
            yield Network(names, port, site)


def answers(network: Network, path: str, **wanted: object) -> bool:
    """Whether nginx comes to give such an answer: its `status`, `text` or `cache`."""

    def is_wanted() -> bool:
        answer, text = ask(network.front, path)
        given = {"status": answer.status, "text": text, "cache": answer.headers["X-Cache"]}
        return wanted.items() <= given.items()

    return wait_until(is_wanted, SECONDS)


def test_nginx_finds_nothing_wrong() -> None:
    with programs.folder_for_all() as folder:
        (folder / "nginx.conf").write_text(front.configuration(folder, programs.free_port(), "site:8000"))
        done = subprocess.run(
            [*front.command(folder), "-t"], capture_output=True, text=True, check=False, **programs.ACCOUNT
        )
        assert done.returncode == 0, done.stderr
        assert "[warn]" not in done.stderr


def test_nginx_starts_before_the_site_has_a_name(network: Network) -> None:
    assert ask(network.front, "/")[0].status == 502


def test_nginx_asks_the_site_at_its_new_address_after_a_restart(network: Network) -> None:
    network.names.address = FIRST
    with site_at(FIRST, network.site):
        assert answers(network, "/", text=FIRST)
    network.names.address = SECOND
    with site_at(SECOND, network.site):
        assert answers(network, "/", text=SECOND)


def test_a_page_in_the_cache_is_given_on_while_the_site_is_away(network: Network) -> None:
    network.names.address = FIRST
    with site_at(FIRST, network.site):
        assert ask(network.front, "/kept")[0].headers["X-Cache"] == "MISS"
    network.names.address = None
    assert answers(network, "/", status=502)
    assert answers(network, "/kept", status=200, text=FIRST, cache="STALE")
