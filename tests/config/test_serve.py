"""Before anything starts, `serve` looks whether it may listen."""

import socket

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from config import gunicorn
from config.management.commands import serve


@pytest.fixture
def taken() -> object:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_a_port_in_use_gets_a_clear_message_before_anything_starts(taken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gunicorn, "bind", f"127.0.0.1:{taken}")
    monkeypatch.setattr(serve.Command, "prepare", lambda self: pytest.fail("It has started."))
    with pytest.raises(CommandError, match=f"Port {taken} is in use .* make run PORT={taken + 1}"):
        call_command("serve")


def test_a_free_port_is_accepted(taken: int) -> None:
    serve.refuse_a_taken_port("127.0.0.1:0")


def test_an_address_of_another_machine_is_refused() -> None:
    with pytest.raises(CommandError, match="won't do"):
        serve.refuse_a_taken_port("192.0.2.1:8000")
