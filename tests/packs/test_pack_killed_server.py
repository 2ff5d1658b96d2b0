"""A server that is killed between saves: what it acknowledged is there."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest
from django.conf import settings
from django.db import connection

from packs.models import Pack
from tests.factories import a_published_kit
from tests.packs.browsing import posted

pytestmark = pytest.mark.django_db(transaction=True)
WORKBENCH = "/roles/technical-product-manager/job-description/"
WSGI = "config.wsgi"


@contextmanager
def serving():
    """A server in a process of its own on the test database; gives (process, port). Killed at the end."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    info = connection.connection.info
    query = urlencode({"host": info.host, "user": info.user, "port": info.port})
    environment = {**os.environ, "DATABASE_URL": f"postgresql:///{info.dbname}?{query}", "DEBUG": "true"}
    command = [sys.executable, "-m", "gunicorn", "--bind", f"127.0.0.1:{port}", "--workers", "1", WSGI]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, start_new_session=True)
    try:
        wait_for(port)
        yield process, port
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def wait_for(port):
    """Return when something listens on a port."""
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("the server did not start")


def post(port, address, **changes):
    """The answer to a save."""
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    body = urlencode(posted(do="save", **changes), doseq=True)
    kind = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    client.request("POST", address, body, kind)
    answer = client.getresponse()
    answer.read()
    return answer


def test_the_last_acknowledged_save_is_there():
    a_published_kit()
    with serving() as (_, port):
        address = post(port, WORKBENCH, company="Acme").headers["Location"]
        for version in range(1, 6):
            assert post(port, address, version=version, company=f"Company {version}").status == 200
    pack = Pack.objects.get()
    assert pack.current().number == 6
    assert pack.current().description.company == "Company 5"
    with serving() as (_, port):
        client = HTTPConnection("127.0.0.1", port, timeout=30)
        client.request("GET", address)
        assert re.search(rb'value="Company 5"', client.getresponse().read())
