"""Tests that need a program of the system say so where it is missing, and are never left out in CI."""

import re
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest

from tests import programs
from tests.starting.documents import ROOT


@pytest.fixture
def none_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(programs, "FOLDERS", str(tmp_path))
    monkeypatch.setattr(programs, "OF_DEBIAN", tmp_path)


FINDERS = [(programs.nginx, "nginx"), (programs.postgres, "postgresql")]


@pytest.mark.parametrize(("find", "package"), FINDERS)
def test_a_missing_program_fails_in_ci(
    none_installed: None, monkeypatch: pytest.MonkeyPatch, find: Callable[[], object], package: str
) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match=f"Install the {package} package"):
        find()


@pytest.mark.parametrize(("find", "package"), FINDERS)
def test_a_missing_program_skips_elsewhere_and_says_what_to_install(
    none_installed: None, monkeypatch: pytest.MonkeyPatch, find: Callable[[], object], package: str
) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=f"Install the {package} package"):
        find()


def test_the_newest_postgresql_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for version in ("9", "15", "17"):
        (tmp_path / version / "bin").mkdir(parents=True)
        (tmp_path / version / "bin" / "initdb").touch()
    monkeypatch.setattr(programs, "OF_DEBIAN", tmp_path)
    assert programs.postgres() == tmp_path / "17" / "bin"


@pytest.mark.slow
def test_a_server_answers_on_its_address_with_a_database_of_its_own() -> None:
    with programs.postgres_server(programs.postgres()) as address, psycopg.connect(address) as connection:
        assert connection.execute("SELECT current_database()").fetchone() == ("rolebook",)


WITH_PROGRAMS = ("programs.py", "browser.py", "starting/test_services.py", "faults/test_embedded_dies.py")


def test_ci_installs_what_the_tests_look_for() -> None:
    sources = [ROOT / "tests" / name for name in WITH_PROGRAMS]
    wanted = {package for path in sources for package in re.findall(r"Install the (\w+) package", path.read_text())}
    installed = re.findall(r"missing\+=\((\w+)\)", (ROOT / ".ci" / "run").read_text())
    assert wanted == {*installed} == {"chromium", "nginx", "postgresql", "systemd", "mount"}
