"""The embedded server after it died: started again by whoever next needs it, whatever it left behind."""

import os
import signal
import stat
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import psutil
import psycopg
import pytest

from config.postgres.embedded import leftovers, server
from tests.config.embedded import run, select_one
from tests.waiting import wait_until


def read_number(data: Path) -> int:
    """The number of the server's first process."""
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def kill_postmaster(data: Path) -> None:
    os.kill(read_number(data), signal.SIGKILL)
    assert wait_until(lambda: not server._is_answering(data))


@contextmanager
def some_process() -> Iterator[int]:
    """The number of a process of the server's account that is no server."""
    with subprocess.Popen(["/bin/cat"], stdin=subprocess.PIPE, cwd="/", user=server._choose_user()) as process:
        yield process.pid
        process.kill()


@pytest.mark.slow
def test_a_server_that_was_killed_is_started_again(data: Path) -> None:
    select_one(server.start_server(data))
    kill_postmaster(data)
    assert select_one(server.start_server(data)) == (1,)
    server.stop_server(data)


@pytest.mark.parametrize("left", ["", "\n", "number\n", "4194303\n", "1\n"], ids=repr)
def test_a_lock_file_without_its_server_is_started_over(data: Path, left: str) -> None:
    for name in ("postmaster.pid", ".s.PGSQL.5432.lock"):
        (data / name).write_text(left)
    assert select_one(server.start_server(data)) == (1,)
    server.stop_server(data)


@pytest.mark.slow
def test_a_lock_file_with_the_number_of_another_program_is_started_over(data: Path) -> None:
    with some_process() as number:
        (data / "postmaster.pid").write_text(f"{number}\n{data}\n1700000000\n5432\n{data}\n")
        (data / ".s.PGSQL.5432.lock").write_text(f"{number}\n")
        assert select_one(server.start_server(data)) == (1,)
        assert psutil.pid_exists(number), "it is none of ours"
    server.stop_server(data)


@pytest.mark.slow
def test_a_server_that_is_alive_is_left_alone(data: Path) -> None:
    sockets = server.start_server(data)
    before = (data / "postmaster.pid").read_text()
    leftovers.clear_leftovers(data, sockets)
    assert (data / "postmaster.pid").read_text() == before
    assert select_one(sockets) == (1,)
    server.stop_server(data)


@pytest.mark.slow
def test_first_starts_at_once_wait_for_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor() as threads:
        done = [*threads.map(lambda _: run("print('started')", tmp_path / "postgres"), range(3))]
    assert [(start.returncode, start.stdout, start.stderr) for start in done] == [(0, "started\n", "")] * 3


@pytest.mark.slow
def test_a_server_that_lost_the_process_that_recovers_is_ended_and_started_again(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    select_one(server.start_server(data))
    before = read_number(data)
    pings = iter([server.pq.Ping.REJECT, server.pq.Ping.REJECT])
    monkeypatch.setattr(server, "_ping", lambda _: next(pings))
    monkeypatch.setattr(leftovers, "SECONDS_TO_RECOVER", 0)
    assert select_one(server.start_server(data)) == (1,)
    assert read_number(data) != before
    server.stop_server(data)


@pytest.mark.slow
@pytest.mark.parametrize("sign", ["young", "recovering"])
def test_a_server_that_may_still_recover_is_left_alone(data: Path, sign: str, monkeypatch: pytest.MonkeyPatch) -> None:
    select_one(server.start_server(data))
    before = read_number(data)
    if sign == "recovering":
        monkeypatch.setattr(leftovers, "SECONDS_TO_RECOVER", 0)
        monkeypatch.setattr(leftovers, "RECOVERING", "postgres: checkpointer")
    leftovers.end_stuck_server(data)
    assert read_number(data) == before
    server.stop_server(data)


def test_only_its_owner_reaches_the_server(data: Path) -> None:
    sockets = server.start_server(data)
    assert stat.S_IMODE(sockets.stat().st_mode) == 0o700
    with psycopg.connect(host=str(sockets), user="postgres", dbname="postgres") as connection:
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
    server.stop_server(data)
