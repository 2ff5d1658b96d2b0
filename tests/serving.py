"""The site in processes of their own, for tests that kill them or take their database away."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection

from tests.programs import free_port, listens
from tests.waiting import gets_ready

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}


def database_url() -> str:
    """The test database's address, as DATABASE_URL has it."""
    connection.ensure_connection()
    info = connection.connection.info
    return url(info.host, info.dbname, user=info.user, port=info.port)


def url(host: str, name: str, **parts: object) -> str:
    """The address of a database."""
    return f"postgresql:///{name}?{urlencode({'host': host, **parts})}"


@contextmanager
def serving(address: str, **environment: str) -> Iterator[int]:
    """The site on a database; gives its port. Killed, not stopped, at the end."""
    port = free_port()
    environment = {**os.environ, "DATABASE_URL": address, "DEBUG": "true", "LOG_LEVEL": "CRITICAL", **environment}
    command = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "--workers", "1"]
    process = subprocess.Popen(
        [*command, "--bind", f"127.0.0.1:{port}", "config.wsgi"],
        cwd=settings.BASE_DIR,
        env=environment,
        start_new_session=True,
    )
    try:
        assert gets_ready(process, lambda: listens(port)), "the server did not start"
        yield port
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def run_python(program: str, database: str, *arguments: str) -> int:
    """How a Python program on a database ended: its exit code, negative for a signal."""
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": database, "DEBUG": "true"}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, check=False).returncode


def ask(port: int, address: str, form: dict[str, object] | None = None) -> tuple[HTTPResponse, bytes]:
    """The answer to a reading, or to a form that is posted, and its body."""
    client = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        if form is None:
            client.request("GET", address)
        else:
            client.request("POST", address, urlencode(form, doseq=True), FORM)
        answer = client.getresponse()
        return answer, answer.read()
    finally:
        client.close()
