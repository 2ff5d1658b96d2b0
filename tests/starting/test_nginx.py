"""The shipped nginx configuration: it is valid, and finds the site's container by its name after every restart."""

import subprocess
import time
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pytest

from tests import programs
from tests.starting import front
from tests.starting.names import Names, name_server, site_at
from tests.starting.places import ask

FIRST, SECOND = "127.0.0.2", "127.0.0.3"


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


def wait_for[T](read: Callable[[], T], wanted: Callable[[T], bool]) -> T:
    """What is read as soon as it is what is wanted, or after half a minute what it is then."""
    until = time.monotonic() + 30
    while not wanted(found := read()) and time.monotonic() < until:
        time.sleep(0.1)
    return found


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
        assert wait_for(lambda: ask(network.front, "/")[1], lambda said: said == FIRST) == FIRST
    network.names.address = SECOND
    with site_at(SECOND, network.site):
        assert wait_for(lambda: ask(network.front, "/")[1], lambda said: said == SECOND) == SECOND


def test_a_page_in_the_cache_is_given_on_while_the_site_is_away(network: Network) -> None:
    network.names.address = FIRST
    with site_at(FIRST, network.site):
        assert ask(network.front, "/kept")[0].headers["X-Cache"] == "MISS"
    network.names.address = None
    wait_for(lambda: ask(network.front, "/")[0].status, lambda status: status == 502)
    answer, said = wait_for(
        lambda: ask(network.front, "/kept"), lambda given: given[0].headers["X-Cache"] not in {"MISS", "HIT"}
    )
    assert (answer.status, said, answer.headers["X-Cache"]) == (200, FIRST, "STALE")
