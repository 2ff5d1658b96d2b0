"""What a server that died leaves behind: lock files with its number, and processes that have not noticed yet."""

import signal
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil

SECONDS = 20  # that processes may take to end
PROGRAM = "postgres"


def clear_leftovers(data: Path, sockets: Path) -> None:
    """Make way for a start on `data`, whose server does not answer. Only for whoever holds its lock.

    PostgreSQL refuses to start where a lock file is empty, or where any process at all has the number in it, as often
    after a container started again. Here it counts only if that process is a server on this data; otherwise what is
    left of one is ended, as its first process would have done, and the files go.
    """
    lock_files = (data / "postmaster.pid", sockets / ".s.PGSQL.5432.lock")
    running = [*_find_processes(data)]
    if _read_number(lock_files[0]) in {process.pid for process in running}:
        return
    for process in running:
        with suppress(psutil.Error):
            process.send_signal(signal.SIGQUIT)
    psutil.wait_procs(running, timeout=SECONDS)
    for file in lock_files:
        file.unlink(missing_ok=True)


def _find_processes(data: Path) -> Iterator[psutil.Process]:
    """Every process of a server on `data`, in which all of them work."""
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            if process.name() == PROGRAM and Path(process.cwd()) == data:
                yield process


def _read_number(lock_file: Path) -> int | None:
    """The process that a lock file names."""
    try:
        return int(lock_file.read_text().splitlines()[0])
    except (OSError, ValueError, IndexError):
        return None
