"""What a server that died leaves behind: lock files with its number, and processes that have not noticed yet."""

import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

SECONDS_TO_END = 10
SECONDS_TO_RECOVER = 10  # in which the process that recovers is there, if it ever comes
PROGRAM = "postgres"
RECOVERING = "postgres: startup"


def clear_leftovers(data: Path, sockets: Path) -> None:
    """Remove what keeps a server from starting on `data`, where none answers. The caller must hold the lock of `data`.

    PostgreSQL doesn't start where a lock file is empty or names the number of any process, as often after a container's
    restart. Here only a server on this data counts: what is left of one is ended, and the files are deleted.
    """
    lock_files = (data / "postmaster.pid", sockets / ".s.PGSQL.5432.lock")
    running = [*_find_processes(data)]
    if _read_number(lock_files[0]) in {process.pid for process in running}:
        return
    _end_processes(running)
    for file in lock_files:
        file.unlink(missing_ok=True)


def end_stuck_server(data: Path) -> None:
    """End a server that takes no connections and never will. The caller must hold the lock of `data`.

    A recovering server has a process for that. PostgreSQL 18 can lose it, as on a full disk, and then waits without
    end, even when there is room again.
    """
    running = [*_find_processes(data)]
    young = time.time() - SECONDS_TO_RECOVER
    if not any(_is_recovering(process) or process.create_time() > young for process in running):
        _end_processes(running)


def _is_recovering(process: psutil.Process) -> bool:
    with suppress(psutil.Error):
        return any(word.startswith(RECOVERING) for word in process.cmdline())
    return False


def _end_processes(running: Sequence[psutil.Process]) -> None:
    """As PostgreSQL does it itself at once, with what recovers afterward; by force where that does not help."""
    left = running
    for how in (signal.SIGQUIT, signal.SIGKILL):
        for process in left:
            with suppress(psutil.Error):
                process.send_signal(how)
        _, left = psutil.wait_procs(left, timeout=SECONDS_TO_END)


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
