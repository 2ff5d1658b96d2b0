"""The readers of environment variables: each takes what it should, and says how to fix what it refuses."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize(
    ("read", "word", "value"),
    [
        (lambda: env.read_text("X", "default"), "", "default"),
        (lambda: env.read_text("X"), " spaced ", "spaced"),
        (lambda: env.read_flag("X", default=True), "", True),
        (lambda: env.read_flag("X", default=True), "No", False),
        (lambda: env.read_flag("X", default=False), "1", True),
        (lambda: env.read_number("X", 4), "", 4),
        (lambda: env.read_number("X", 4), "17", 17),
        (lambda: env.read_choice("X", "en", ["en", "es"]), "", "en"),
        (lambda: env.read_choice("X", "en", ["en", "es"]), "es", "es"),
        (lambda: env.read_folder("X", "admin"), "", "admin"),
        (lambda: env.read_folder("X", "admin"), "/staff/desk/", "staff/desk"),
        (lambda: env.read_words("X"), " a, b,,", ["a", "b"]),
        (lambda: env.read_words("X", "a,b"), "", ["a", "b"]),
        (lambda: env.read_site_address("X", "http://localhost:8000"), "", "http://localhost:8000"),
        (lambda: env.read_site_address("X", ""), "https://rolebook.example/", "https://rolebook.example"),
    ],
)
def test_it_reads(monkeypatch: pytest.MonkeyPatch, read: Callable[[], object], word: str, value: object) -> None:
    monkeypatch.setenv("X", word)
    assert read() == value


@pytest.mark.parametrize(
    ("read", "word", "advice"),
    [
        (lambda: env.read_flag("X", default=True), "maybe", "X is 'maybe'. Set it to true or false."),
        (lambda: env.read_choice("X", "en", ["en", "es"]), "de", "X is 'de'. Set it to en or es."),
        (lambda: env.read_number("X", 4, least=1), "0", "X is '0'. Set it to a whole number of 1 or more."),
        (lambda: env.read_number("X", 4), "-1", "whole number of 0 or more"),
        (lambda: env.read_number("X", 4), "4.5", "whole number of 0 or more"),
        (lambda: env.read_folder("X", "admin"), "my admin", "Set it to letters, digits and hyphens"),
        (lambda: env.read_folder("X", "admin"), "../x", "Set it to letters, digits and hyphens"),
        (lambda: env.read_folder("X", "admin"), "/", "Set it to letters, digits and hyphens"),
        (
            lambda: env.read_site_address("X", ""),
            "rolebook.example",
            "Set it to an address such as https://rolebook.example.",
        ),
        (lambda: env.read_site_address("X", ""), "https://rolebook.example/jobs", "Set it to an address"),
        (lambda: env.read_site_address("X", ""), "ftp://rolebook.example", "Set it to an address"),
    ],
)
def test_it_refuses_with_advice(
    monkeypatch: pytest.MonkeyPatch, read: Callable[[], object], word: str, advice: str
) -> None:
    monkeypatch.setenv("X", word)
    with pytest.raises(ImproperlyConfigured) as error:
        read()
    assert advice in str(error.value)


def test_a_secret_may_come_from_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("hush\n")
    monkeypatch.setenv("X_FILE", str(tmp_path / "secret"))
    assert env.read_secret("X") == "hush"


def test_a_secret_from_two_places_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("X", "hush")
    monkeypatch.setenv("X_FILE", "/run/secrets/x")
    with pytest.raises(ImproperlyConfigured, match="Both X and X_FILE are set"):
        env.read_secret("X")


def test_a_secret_from_a_missing_file_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("X_FILE", str(tmp_path / "none"))
    with pytest.raises(ImproperlyConfigured, match="can't be read: No such file or directory"):
        env.read_secret("X")
