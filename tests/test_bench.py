"""What `make bench` makes of its figures: rates that are nothing, errors, and rows that are chosen."""

import socket

import pytest

from bench.__main__ import BARE, Row, choose_rows, measure_rows, report
from bench.asking import Answered, Ask, ask_in_python
from bench.filling import fill
from packs.models import Version
from roles.models.working_copy import Role

ROW: Row = ("http://127.0.0.1:1", [Ask("/")], {})


@pytest.fixture
def nobody():
    """The address of a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{probe.getsockname()[1]}"


def test_a_second_without_an_answer_is_no_division_by_zero(capsys):
    report([{BARE: 0.0, "roles list": 5.0}, {BARE: 0.0, "roles list": 0.0}, {BARE: 0.0, "roles list": 5.0}])
    assert "inf" in capsys.readouterr().out


@pytest.mark.slow
def test_a_server_that_does_not_answer_is_told_as_an_error(nobody):
    answered = ask_in_python(nobody, [Ask("/")], {}, seconds=1, connections=1, visitors=False)
    assert answered.rate == 0
    assert "ConnectionRefusedError" in answered.errors


@pytest.mark.parametrize(("errors", "status"), [("", 0), ("3, first: 500 for /", 1)])
def test_errors_are_written_under_the_table_and_end_it_with_1(errors, status, monkeypatch, capsys):
    monkeypatch.setattr("bench.__main__.ask", lambda *given, **kwargs: Answered(5, errors=errors))
    assert measure_rows({BARE: ROW}, seconds=1) == status
    assert (f"ERRORS, {BARE}: {errors}" in capsys.readouterr().out) == bool(errors)


def test_rows_are_chosen_by_words_beside_the_bare_page():
    rows = {BARE: ROW, "roles list": ROW, "pack save": ROW}
    assert [*choose_rows(rows, ["list"])] == [BARE, "roles list"]


@pytest.mark.slow
@pytest.mark.django_db
def test_the_library_to_measure_is_filled():
    slugs = fill(roles=30, packs=3, pay=5)
    assert len(slugs) == Role.objects.count() >= 30
    assert Version.objects.count() == 3
