"""Copies of the site to start by the documents' own commands: in an empty environment, by an account without rights."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from signal import SIGKILL, SIGTERM
from typing import NamedTuple

import pytest

from tests.programs import NOBODY, folder_for_all, give_away, missing
from tests.starting.dockerignore import admitted_files
from tests.starting.documents import ROOT
from tests.waiting import PATIENCE, gets_ready, wait_until

TOKEN = "a token of forty characters or thereabouts"
PROGRAMS = "/usr/local/bin:/usr/bin:/bin"
MADE = shutil.ignore_patterns(".*", "__pycache__", "var", "staticfiles", "screens")


class Deployed(NamedTuple):
    """A site that is served: where its files are, its environment, its own port and that of nginx in front."""

    app: Path
    environment: dict[str, str]
    port: int
    front: int


@cache
def as_nobody() -> list[str]:
    """What to put before a command so that an account without rights runs it; nothing where the tests run as one.

    An interpreter in root's home is out of that account's reach. It then may read everything, and still write nothing.
    """
    if os.geteuid():
        return []
    setpriv = shutil.which("setpriv") or missing("No setpriv found. Install util-linux, or run the tests without root.")
    lowered = [setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--no-new-privs"]
    reader = [*lowered, "--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"]
    runs = subprocess.run([*lowered, sys.executable, "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0
    return lowered if runs else reader


def copy_image(app: Path) -> None:
    """Copy what COPY takes into the image, and what belongs to root there belongs to whoever runs the tests."""
    for path in admitted_files(ROOT):
        (app / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, app / path)


def copy_checkout(app: Path) -> None:
    """Copy the project as an unprivileged account has it, with its .env.example and nothing that was made from it."""
    shutil.copytree(ROOT, app, ignore=MADE)
    shutil.copy2(ROOT / ".env.example", app)
    for path in [app, *app.rglob("*")]:
        give_away(path)


def install(folder: Path) -> None:
    """A virtual environment with what the tests run on in it, as `make run` leaves it: nothing is fetched."""
    folder.mkdir()
    shutil.copy2(Path(sys.prefix, "pyvenv.cfg"), folder)
    for name in ("bin", "lib"):
        (folder / name).symlink_to(Path(sys.prefix, name))
    (folder / ".run").touch()


def run(command: str, folder: Path, environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Run a command of a shell to its end, with nothing in its environment but what is given."""
    return subprocess.run(
        empty_shell(command, environment), cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE
    )


def build(command: str, folder: Path) -> None:
    """Run a step of the image's build, which belongs to root there and here to whoever runs the tests."""
    words = ["env", "-i", f"PATH={PROGRAMS}", "HOME=/", "sh", "-ec", command]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr


def empty_shell(command: str, environment: Mapping[str, str]) -> list[str]:
    """The words that run a command of a shell as an account without rights and in an empty environment."""
    return [
        *as_nobody(),
        "env",
        "-i",
        *(f"{name}={value}" for name, value in environment.items()),
        "sh",
        "-ec",
        command,
    ]


@contextmanager
def serving(command: str, folder: Path, environment: Mapping[str, str], port: int) -> Iterator[int]:
    """Run a command that serves the site until the end, and give its port when it is ready. Fails when it is not."""
    with folder_for_all() as logs, (logs / "log").open("wb") as log:
        process = subprocess.Popen(
            empty_shell(command, environment), cwd=folder, stdout=log, stderr=log, start_new_session=True
        )
        try:
            if not gets_ready(process, lambda: is_ready(port)):
                pytest.fail(f"{command} does not serve the site:\n{(logs / 'log').read_text()}")
            yield port
        finally:
            end_all(process)


def end_all(process: "subprocess.Popen[bytes]") -> None:
    """End a process and what it has started in its group, and wait until the last of them has gone."""
    try:
        os.killpg(process.pid, SIGTERM)
        if not wait_until(lambda: has_gone(process)):
            os.killpg(process.pid, SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


def has_gone(process: "subprocess.Popen[bytes]") -> bool:
    """Whether a process and all that it has started in its group have ended."""
    process.poll()  # takes note of its end, so that the group can be empty
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


def is_ready(port: int) -> bool:
    """Whether the site on a port can answer."""
    try:
        return ask(port, "/readyz")[0].status == 200
    except OSError:
        return False


def ask(port: int, path: str, **headers: str) -> tuple[HTTPResponse, str]:
    """The answer to a reading, and its text."""
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        client.request("GET", path, headers=headers)
        answer = client.getresponse()
        return answer, answer.read().decode()
    finally:
        client.close()
