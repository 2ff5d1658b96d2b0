"""The embedded PostgreSQL is killed under load, or its disk is full: the site starts it again by itself."""

import os
import shutil
import signal
import subprocess
import threading
from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psycopg
import pytest

from config.postgres.embedded import server
from tests.faults.test_database_away import LOAD, ROLE, WORKBENCH
from tests.packs.browsing import posted
from tests.programs import folder_for_all, missing
from tests.serving import ask, run_python, serving
from tests.waiting import wait_until

pytestmark = pytest.mark.slow
READERS = 3  # threads
KILLS = 5
SETTINGS = {"DJANGO_SETTINGS_MODULE": "config.settings", "REQUESTS_A_MINUTE": "0", "REQUESTS_AT_ONCE": "0"}
SAVES = 3  # acknowledged before each kill
DISK = 512 * 1024**2  # bytes; the site takes some 120 million of them


@pytest.fixture
def folder():
    with folder_for_all() as folder:
        yield folder


@pytest.fixture
def small_disk(folder):
    """A file system of its own with little room, which only root may make."""
    if not shutil.which("mount"):
        missing("No mount found. Install the mount package.")
    if os.geteuid() != 0:
        pytest.skip("A disk of its own is mounted by root alone: not run.")
    mounted = ["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=755", "rolebook", str(folder)]
    if subprocess.run(mounted, check=False, capture_output=True).returncode:
        pytest.skip("This machine lets nobody mount a disk: not run.")
    yield folder
    subprocess.run([shutil.which("umount"), "--lazy", str(folder)], check=True)


@contextmanager
def site_in(folder, monkeypatch):
    """A site with its own embedded server in a folder and one published role; gives its port and its data."""
    monkeypatch.setenv("ROLEBOOK_DATA_DIR", str(folder / "var"))
    data = folder / "var" / "postgres"
    with ExitStack() as stack:
        stack.callback(server.stop_server, data)
        assert run_python(LOAD, "") == 0
        yield stack.enter_context(serving("", **SETTINGS)), data


class Load:
    """Threads that read, and one that saves a pack again and again; counts the answers and the saves acknowledged."""

    def __init__(self, port):
        self.port, self.answers, self.acknowledged = port, Counter(), 0
        self.done = threading.Event()
        self.pack = ask(port, WORKBENCH, posted(do="save", company="Company 0"))[0].headers["Location"]

    def __enter__(self):
        self.threads = [
            *(threading.Thread(target=self.read) for _ in range(READERS)),
            threading.Thread(target=self.save),
        ]
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.done.set()
        for thread in self.threads:
            thread.join()

    def read(self):
        while not self.done.is_set():
            for path in ("/search/?q=technical", ROLE):
                self.answers[ask(self.port, path)[0].status] += 1

    def save(self):
        """The same text again until it is acknowledged: what was saved without a word stays what it is."""
        while not self.done.is_set():
            number = self.acknowledged + 1
            form = posted(do="save", version=number, company=f"Company {number}")
            status = ask(self.port, self.pack, form)[0].status
            self.answers[status] += 1
            self.acknowledged += status == 200

    def saves_more(self):
        enough = self.acknowledged + SAVES
        return wait_until(lambda: self.acknowledged >= enough)

    @property
    def is_kept(self):
        """Whether the pack says what was acknowledged last."""
        return f'value="Company {self.acknowledged}"'.encode() in ask(self.port, self.pack)[1]


def read_number(data):
    """The number of the server's first process."""
    return int((data / "postmaster.pid").read_text().splitlines()[0])


def kill_postmaster(data):
    os.kill(read_number(data), signal.SIGKILL)


def test_the_embedded_server_is_started_again_when_it_was_killed(folder, monkeypatch, outcome):
    with site_in(folder, monkeypatch) as (port, data):
        with Load(port) as load:
            for _ in range(KILLS):
                assert load.saves_more(), "the site did not come back by itself"
                kill_postmaster(data)
            assert load.saves_more()
        assert set(load.answers) == {200, 503}, load.answers
        assert load.is_kept
    outcome("embedded PostgreSQL killed under load", KILLS, "started again by the site each time")
    outcome("answers around it", load.answers.total(), f"{load.answers[503]:,} were 503, 0 were 500")
    outcome("saves acknowledged around it", load.acknowledged, "0 lost")


def fill_disk(disk):
    """Take all the room that there is."""
    with suppress(OSError), (disk / "ballast").open("wb", buffering=0) as ballast:
        while True:
            ballast.write(bytes(1024**2))


def switch_wal(sockets):
    """Begin another part of the write-ahead log. Whether the server found room for it."""
    try:
        with psycopg.connect(host=str(sockets), user="postgres", dbname="postgres", autocommit=True) as database:
            database.execute("SELECT pg_switch_wal()")
            database.execute("CREATE TABLE IF NOT EXISTS more AS SELECT 1")
    except psycopg.Error:
        return False
    return True


def test_the_site_comes_back_when_its_disk_has_room_again(small_disk, monkeypatch, outcome):
    with site_in(small_disk, monkeypatch) as (port, data):
        with Load(port) as load:
            assert load.saves_more()
            first = read_number(data)
            fill_disk(small_disk)
            assert wait_until(lambda: not switch_wal(data))
            refused = load.answers[503]
            assert wait_until(lambda: load.answers[503] > refused + 1)
            before = load.acknowledged
            Path(small_disk / "ballast").unlink()
            assert load.saves_more(), "the site did not come back by itself"
        assert read_number(data) != first, "the server was to end"
        assert set(load.answers) == {200, 503}, load.answers
        assert load.is_kept
    outcome("disk full until the embedded PostgreSQL ends", 1, "started again by the site when there was room")
    outcome("saves acknowledged before and after", load.acknowledged, f"0 lost of {before} before")
