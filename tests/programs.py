"""Programs of the system that some tests run, an unprivileged account for them, and a PostgreSQL server of theirs."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

FOLDERS = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/usr/local/sbin"
OF_DEBIAN = Path("/usr/lib/postgresql")
NOBODY = 65534  # the account that a root's tests lend to programs
ACCOUNT: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}


def nginx() -> str:
    """The path of nginx. Without one, fails in CI and skips elsewhere."""
    return shutil.which("nginx", path=FOLDERS) or missing("No nginx found. Install the nginx package.")


def postgres() -> Path:
    """The folder of an installed PostgreSQL's programs, the newest of several, never the embedded one.

    Without one, fails in CI and skips elsewhere.
    """
    of_debian = sorted(OF_DEBIAN.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    found = of_debian[-1] if of_debian else shutil.which("initdb", path=FOLDERS)
    return Path(found or missing("No PostgreSQL found. Install the postgresql package.")).resolve().parent


def missing(advice: str) -> Any:
    """End a test that lacks a program: it fails where CI is set, which promises every program, and skips elsewhere."""
    if os.environ.get("CI"):
        pytest.fail(advice)
    pytest.skip(advice)


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def listens(port: int) -> bool:
    """Whether something on this machine listens on a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A temporary folder, which every account may enter and ACCOUNT owns."""
    with tempfile.TemporaryDirectory(prefix="rolebook-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        give_away(folder)
        yield folder


def give_away(path: Path) -> None:
    """Make ACCOUNT the owner of a file or folder, where the tests run as root."""
    if ACCOUNT:
        os.chown(path, NOBODY, NOBODY)


@contextmanager
def postgres_server(programs: Path) -> Iterator[str]:
    """A fresh server of the programs in a folder, on a port of this machine; yields the DATABASE_URL of its database.

    The server loses everything when it ends.
    """
    with folder_for_all() as folder:
        password = folder / "password"
        password.write_text("rolebook")
        made = ["--username=rolebook", f"--pwfile={password}", "--auth=scram-sha-256", "--encoding=UTF8", "--no-sync"]
        run_as_account(programs / "initdb", f"--pgdata={folder / 'data'}", "--locale=C.UTF-8", *made)
        port = free_port()
        flags = ["listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=", "fsync=off"]
        options = " ".join(f"--{flag}" for flag in flags)
        control = [str(programs / "pg_ctl"), f"--pgdata={folder / 'data'}", "--wait"]
        run_as_account(*control, f"--log={folder / 'log'}", f"--options={options}", "start")
        server = f"postgresql://rolebook:rolebook@127.0.0.1:{port}"
        try:
            with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
                connection.execute("CREATE DATABASE rolebook")
            yield f"{server}/rolebook"
        finally:
            run_as_account(*control, "--mode=immediate", "stop")


def run_as_account(*command: str | Path) -> None:
    """Run a program as ACCOUNT, away from this process's folder and output. Raises CalledProcessError."""
    subprocess.run(command, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True, **ACCOUNT)
