"""Without a database connection readers are told to come back soon, not that the site is broken."""

import threading

import pytest
from django.db import DatabaseError, connection, connections
from django.test import Client

from tests.factories import a_published_kit
from web.page import set_look

ADDRESS = "/search/?q=technical"


@pytest.fixture
def pool_of_one():
    """The thread's database with a pool that has one connection, which is taken, and little patience. No page that
    another test has asked for answers from memory.
    """
    set_look("a pool of one")
    connection.close()
    connection.close_pool()
    pool = connection.settings_dict["OPTIONS"]["pool"]
    usual = dict(pool)
    pool |= {"min_size": 1, "max_size": 1, "timeout": 0.2}
    connection.ensure_connection()
    yield
    connection.close()
    connection.close_pool()
    pool |= usual


def asked_elsewhere(address):
    """What another thread, which has no connection yet, is answered."""
    answers = []

    def ask():
        answers.append(Client(raise_request_exception=False).get(address))
        connections.close_all()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    return answers[0]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_exhausted_pool_is_503_at_once_and_passes(pool_of_one):
    a_published_kit()
    answer = asked_elsewhere(ADDRESS)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    assert "Nothing you saved earlier is lost" in answer.content.decode()
    assert answer.headers["Content-Security-Policy"]
    connection.close()
    assert asked_elsewhere(ADDRESS).status_code == 200


@pytest.mark.slow
def test_another_error_of_the_database_is_500(monkeypatch, caplog):
    def fail(*args, **kwargs):
        raise DatabaseError("no such column")

    monkeypatch.setattr("config.pages.search.views.answer_search", fail)
    assert Client(raise_request_exception=False).get(ADDRESS).status_code == 500
