"""Before anything starts, `serve` looks whether it may listen."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import OperationalError

from config.management.commands import prepare, serve
from tests.factories import a_published_kit


@pytest.fixture
def taken() -> object:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.mark.slow
def test_a_port_in_use_gets_a_clear_message_before_anything_starts(taken: int, tmp_path: Path) -> None:
    environment = {**os.environ, "PORT": str(taken), "ROLEBOOK_DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    command = [sys.executable, "manage.py", "serve", "--settings", "config.settings"]
    done = subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)
    message = f"Port {taken} is in use by another program. Choose another: make run PORT={taken + 1}"
    assert (done.returncode, done.stderr) == (1, f"CommandError: {message}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["secret-key"]


def test_a_free_port_is_accepted(taken: int) -> None:
    serve.refuse_a_taken_port("127.0.0.1:0")


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CommandError, match="won't do"):
        serve.refuse_a_taken_port("192.0.2.1:8000")


@pytest.mark.django_db
def test_an_empty_library_is_filled_and_a_full_one_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[str] = []
    monkeypatch.setattr(prepare, "call_command", lambda name, **options: called.append(name))
    call_command("prepare")
    a_published_kit()
    call_command("prepare")
    figures = ["load_pay_law", "load_figures", "load_occupations", "load_question_bank"]
    assert called == ["migrate", "load_skills", "load_library", *figures, "migrate", "load_skills", *figures]


def test_a_database_that_fails_gets_a_message(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(name: str, **options: object) -> None:
        raise OperationalError("connection refused")

    monkeypatch.setattr(prepare, "call_command", fail)
    with pytest.raises(CommandError, match="The database can't be used: connection refused"):
        call_command("prepare")
