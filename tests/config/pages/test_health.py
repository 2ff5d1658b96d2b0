"""The two probes."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


def test_the_process_is_alive_without_a_database(client: Client) -> None:
    assert client.get("/healthz").content == b"ok\n"


@pytest.mark.django_db
def test_it_is_ready_when_the_database_answers(client: Client) -> None:
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (200, b"ok\n")


@pytest.mark.django_db
def test_it_is_not_ready_without_the_database_and_says_nothing_of_why(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refuse() -> None:
        raise OperationalError("password of secret-host refused")

    monkeypatch.setattr(connection, "cursor", refuse)
    response = client.get("/readyz")
    assert (response.status_code, response.content) == (503, b"database unavailable\n")
    assert "secret-host" in caplog.text


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_probe_is_never_cached_and_only_read(client: Client, path: str) -> None:
    assert client.post(path).status_code == 405
    assert "no-store" in client.head("/healthz").headers["Cache-Control"]
