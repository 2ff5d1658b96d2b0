"""The database stops under load and comes back; its disk is full and has room again."""

import os
import re
import resource
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from config.postgres.embedded import server
from tests.compensation import rows
from tests.packs.browsing import posted
from tests.programs import folder_for_all
from tests.serving import ask, run_python, serving, url
from tests.waiting import wait_until
from web.response_cache import LAST_KNOWN

WORKBENCH = "/roles/technical-product-manager/job-description/"
ROLE = "/roles/technical-product-manager/"
FLAGS = {"fsync": "off", "full_page_writes": "off"}
READERS = 3  # threads
ROUNDS = 20  # answers that are waited for before, while and after the database is away
LARGEST = 17 * 1024**2  # bytes of a file on the full disk: the write-ahead log's parts have 16 MB each
ROWS = 150_000  # more than fits
LOAD = """
import django; django.setup()
from django.core.management import call_command
call_command("migrate", verbosity=0)
from tests.factories import a_published_kit
a_published_kit()
"""


@pytest.fixture(scope="module")
def own():
    """A server of the test's own with one published role; gives its data directory."""
    with folder_for_all() as folder:
        data = folder / "postgres"
        server.start_server(data, FLAGS)
        assert run_python(LOAD, address(data)) == 0
        yield data
        server.stop_server(data)


def address(data):
    return url(str(server.start_server(data, FLAGS)), "postgres", user="postgres")


def comes_to_answer(port, path, status):
    """Whether an address answers with a status before patience is lost."""
    return wait_until(lambda: ask(port, path)[0].status == status)


def more_of(answers, status):
    """Whether there are ROUNDS more answers with a status than now before patience is lost."""
    enough = answers[status] + ROUNDS
    return wait_until(lambda: answers[status] >= enough)


@pytest.mark.slow
def test_the_site_comes_back_with_its_database(own, outcome):
    answers, acknowledged, done = Counter(), [0], threading.Event()
    with serving(address(own), SECONDS_IN_LINE="5") as port:
        pack = ask(port, WORKBENCH, posted(do="save", company="Company 0"))[0].headers["Location"]

        def read():
            while not done.is_set():
                for path in ("/search/?q=technical", ROLE, "/roles/"):
                    answers[ask(port, path)[0].status] += 1

        def write():
            while not done.is_set():
                number = acknowledged[0] + 1
                status = ask(port, pack, posted(do="save", version=number, company=f"Company {number}"))[0].status
                answers[status] += 1
                if status == 200:
                    acknowledged[0] = number

        threads = [*(threading.Thread(target=read) for _ in range(READERS)), threading.Thread(target=write)]
        for thread in threads:
            thread.start()
        try:
            assert more_of(answers, 200)
            assert wait_until(lambda: acknowledged[0])
            server.stop_server(own)
            assert comes_to_answer(port, "/readyz", 503)
            assert ask(port, "/healthz")[0].status == 200
            assert more_of(answers, 503)
            before = acknowledged[0]
            server.start_server(own, FLAGS)
            assert comes_to_answer(port, "/readyz", 200), "the site did not come back by itself"
            assert more_of(answers, 200)
            assert wait_until(lambda: acknowledged[0] > before)
        finally:
            done.set()
            for thread in threads:
                thread.join()
        assert set(answers) == {200, 503}, answers
        assert f'value="Company {acknowledged[0]}"'.encode() in ask(port, pack)[1]
    outcome("answers while PostgreSQL stops and starts", answers.total(), f"{answers[503]:,} were 503, 0 were 500")
    outcome("saves acknowledged around it", acknowledged[0], "0 lost")


LIBRARY = (ROLE, "/roles/", "/", f"{ROLE}faq/")
MINUTE = 60  # seconds
METRICS_TOKEN = "counts"


@pytest.mark.slow
def test_library_pages_come_from_memory_while_the_database_is_away_for_a_minute(own, outcome):
    answers = Counter()
    with serving(address(own), METRICS_TOKEN=METRICS_TOKEN, DJANGO_SETTINGS_MODULE="config.settings") as port:
        assert wait_until(lambda: are_in_memory(port))
        before = [ask(port, path)[1] for path in LIBRARY]
        server.stop_server(own)
        try:
            assert wait_until(lambda: ask(port, ROLE)[0].headers["Cache-Status"] == LAST_KNOWN[1])
            until = time.monotonic() + MINUTE
            while time.monotonic() < until:
                for path, page in zip(LIBRARY, before, strict=True):
                    answer, body = ask(port, path)
                    answers[answer.status] += body == page
                    assert answer.headers["Cache-Status"] == LAST_KNOWN[1]
            assert ask(port, "/roles/?page=2")[0].status == 503, "what nobody has read needs the database"
        finally:
            server.start_server(own, FLAGS)
        assert wait_until(lambda: ask(port, ROLE)[0].headers["Cache-Status"] is None), "is it still away?"
    assert set(answers) == {200}
    outcome("library page while the database is away for a minute", answers.total(), "all from memory, and said so")


def are_in_memory(port):
    """Ask for each library page once; whether the site had all of them in memory."""
    before = count_from_memory(port)
    for path in LIBRARY:
        ask(port, path)
    return count_from_memory(port) - before == len(LIBRARY)


def count_from_memory(port):
    """How many answers came from memory so far, as monitoring reads it."""
    client = HTTPConnection("127.0.0.1", port)
    with closing(client):
        client.request("GET", "/metrics", headers={"Authorization": f"Bearer {METRICS_TOKEN}"})
        counts = client.getresponse().read().decode()
    return sum(map(float, re.findall(r'rolebook_answers_total{made="from memory".*} (.+)', counts)))


def import_pay(data, path):
    """How `manage.py import_lca` ended, and what it said."""
    command = [sys.executable, "manage.py", "import_lca", str(path), "--verbosity=0"]
    environment = {**os.environ, "DATABASE_URL": address(data), "DJANGO_SETTINGS_MODULE": "config.settings"}
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def restarted(data, largest):
    """Start the server again; no file of its may grow beyond so many bytes, as if the disk were full."""
    server.stop_server(data)
    usual, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, most))
    try:
        server.start_server(data, FLAGS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (usual, most))


@pytest.mark.slow
def test_a_full_disk_changes_nothing_and_passes(own, tmp_path, outcome):
    path = rows.write_csv(tmp_path / "a.csv", *(rows.lca(number) for number in range(ROWS)))
    restarted(own, LARGEST)
    code, said = import_pay(own, path)
    assert code == 1
    assert "Nothing was imported. The database couldn't store it:" in said
    assert "Traceback" not in said
    with serving(address(own)) as port:
        assert ask(port, ROLE)[0].status == 200
        saved = ask(port, WORKBENCH, posted(do="save", company="Acme"))[0]
        assert saved.status == 302, "there is room for small things"
    restarted(own, resource.RLIM_INFINITY)
    with psycopg.connect(address(own)) as database:
        assert database.execute("SELECT count(*) FROM compensation_payrecord").fetchone() == (0,)
    assert import_pay(own, path)[0] == 0
    outcome("import onto a full disk", ROWS, "0 rows left behind, all imported when there is room")


@pytest.mark.django_db
def test_a_backup_onto_a_full_disk_says_so(tmp_path, monkeypatch, outcome):
    monkeypatch.setattr(Path, "touch", lambda path, **_: path.symlink_to("/dev/full"))
    with pytest.raises(CommandError, match=r"No backup was written.*No space left on device"):
        call_command("backup", tmp_path / "full.dump")
    assert not [*tmp_path.iterdir()]
    outcome("backup onto a full disk", 1, "refused, no file left behind")
