"""The server that comes with the site: it starts, it is shared, and it says what is wrong with its data."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config.postgres.embedded import server
from tests.config.embedded import run, select_one


def contents(data: Path) -> dict[str, bytes]:
    return {str(file): file.read_bytes() for file in data.rglob("*") if file.is_file() and file.name != "server.log"}


def truncate_control(data: Path) -> None:
    os.truncate(data / "global" / "pg_control", 100)


def lose_control(data: Path) -> None:
    (data / "global" / "pg_control").unlink()


def lose_version(data: Path) -> None:
    (data / "PG_VERSION").unlink()


def garble_version(data: Path) -> None:
    (data / "PG_VERSION").write_bytes(b"\xff\x00oops")


def lose_tables(data: Path) -> None:
    for database in (data / "base").iterdir():
        shutil.rmtree(database)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (truncate_control, "pg_control"),
        (lose_control, "could not find the database system"),
        (lose_version, "PG_VERSION is missing"),
        (garble_version, "PG_VERSION is missing or can't be read"),
        (lose_tables, "does not exist"),
    ],
)
def test_damaged_data_gets_a_message_and_stays_as_it_is(data: Path, harm: Callable[[Path], None], reason: str) -> None:
    harm(data)
    before = contents(data / "base")
    with pytest.raises(server.UnusableError) as error:
        server.start_server(data)
    message = str(error.value)
    assert reason in message
    assert str(data) in message
    assert "Restore a backup" in message
    assert contents(data / "base") == before


def test_data_of_another_version_is_refused(data: Path) -> None:
    (data / "PG_VERSION").write_text("16\n")
    before = contents(data)
    with pytest.raises(server.UnusableError, match=r"made by PostgreSQL 16; this site ships with PostgreSQL \d+"):
        server.start_server(data)
    assert contents(data) == before


def test_a_directory_of_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "postgres").mkdir()
    (tmp_path / "postgres" / "letter.txt").write_text("Dear all")
    with pytest.raises(server.UnusableError, match="PG_VERSION is missing"):
        server.start_server(tmp_path / "postgres")
    assert contents(tmp_path / "postgres") == {str(tmp_path / "postgres" / "letter.txt"): b"Dear all"}


@pytest.mark.slow
def test_a_command_shows_the_message_without_a_traceback(data: Path) -> None:
    (data / "PG_VERSION").write_text("16\n")
    environment = {**os.environ, "ROLEBOOK_DATA_DIR": str(data.parent), "DATABASE_URL": ""}
    done = subprocess.run(
        [sys.executable, "manage.py", "showmigrations", "--settings", "config.settings"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("UnusableError: The data in ")
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_the_data_outlives_a_stop(data: Path) -> None:
    with psycopg.connect(host=str(server.start_server(data)), user="postgres", dbname="postgres") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS figure")
    server.stop_server(data)
    done = run(
        "import psycopg; connection = psycopg.connect(host=str(sockets), user='postgres', dbname='postgres')\n"
        "print(connection.execute('SELECT figure FROM kept').fetchone())",
        data,
    )
    assert done.stdout == "(7,)\n"
    assert not (data / "postmaster.pid").exists(), "the last one out stops the server"


@pytest.mark.slow
def test_a_killed_process_does_not_keep_the_server_running(data: Path) -> None:
    run("os.kill(os.getpid(), 9)", data)
    assert (data / "postmaster.pid").exists()
    run("", data)
    assert not (data / "postmaster.pid").exists()


def test_a_long_path_gets_a_socket_elsewhere(data: Path) -> None:
    long = data.parent / ("long" * 30) / "postgres"
    long.parent.mkdir()
    data.rename(long)
    sockets = server.start_server(long)
    assert sockets != long
    assert select_one(sockets) == (1,)
    server.stop_server(long)


def test_every_machine_sorts_alike(healthy: Path, data: Path) -> None:
    with psycopg.connect(host=str(server.start_server(data)), user="postgres", dbname="postgres") as connection:
        row = connection.execute("SELECT datlocprovider, datlocale FROM pg_database WHERE datname = 'postgres'")
        assert row.fetchone() == ("b", "C.UTF-8")
        assert connection.execute("SELECT lower('ÉCOLE')").fetchone() == ("école",)
    server.stop_server(data)
