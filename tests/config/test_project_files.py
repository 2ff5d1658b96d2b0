"""The Makefile, the locks and the fence around the network."""

import re
import socket
import subprocess

import pytest
from django.conf import settings
from pytest_socket import SocketConnectBlockedError

LOCKS = ["requirements.txt", "requirements-dev.txt"]


def pins(lock: str) -> list[str]:
    """Each pinned package of a lock with its hashes."""
    text = (settings.BASE_DIR / lock).read_text().replace("\\\n", "")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_an_exact_version_and_hashes(lock: str) -> None:
    assert len(pins(lock)) > 15
    for pin in pins(lock):
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==[\w.]+\s", pin), pin
        assert "--hash=sha256:" in pin, pin


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index(lock: str) -> None:
    text = (settings.BASE_DIR / lock).read_text()
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links|file:", text)


def test_both_locks_agree_on_what_the_site_runs_on() -> None:
    site, tests = ({pin.split()[0] for pin in pins(lock)} for lock in LOCKS)
    assert site < tests


def test_every_declared_dependency_is_locked() -> None:
    declared = re.findall(r'(?m)^    "([\w.-]+)[^"]*>=[^"]*", #', (settings.BASE_DIR / "pyproject.toml").read_text())
    assert len(declared) > 15
    locked = {re.split(r"[=\[]", pin)[0] for pin in pins("requirements-dev.txt")}
    assert set(declared) <= locked


def test_make_alone_lists_every_target() -> None:
    makefile = (settings.BASE_DIR / "Makefile").read_text()
    phony = set(re.findall(r"(?m)^\.PHONY: (.*)$", makefile)[0].split())
    shown = subprocess.run(["make"], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True).stdout  # noqa: S607
    assert set(re.findall(r"(?m)^make ([\w-]+) +\S", shown)) == phony


def test_the_network_is_closed() -> None:
    with pytest.warns(UserWarning, match="192.0.2.1"), pytest.raises(SocketConnectBlockedError):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
