"""What a process knows of the library's state."""

import threading
from math import inf

import pytest
from django.db import connection

from roles.publishing import library_version
from roles.publishing.library_version import LibraryVersion, cached_per_library_version, read_current_version
from tests.factories import a_published_kit
from tests.waiting import PATIENCE, wait_until

pytestmark = pytest.mark.django_db


def test_a_restored_backup_is_another_state_though_it_holds_the_same():
    a_published_kit()
    before = read_current_version().state
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE restored (LIKE roles_edition); INSERT INTO restored SELECT * FROM roles_edition")
        cursor.execute("ALTER TABLE roles_edition RENAME TO aside; ALTER TABLE restored RENAME TO roles_edition")
    after = read_current_version().state
    assert before is not None
    assert after is not None
    assert after != before
    assert after[1:] == before[1:]


@pytest.fixture
def known(monkeypatch):
    """The version that was known when the database went away. What this process knows now is forgotten afterward."""
    a_published_kit()
    known = read_current_version()
    monkeypatch.setattr(library_version, "_ask_database", lambda: None)
    read_current_version()
    yield known
    assert wait_until(lambda: not library_version._asking.locked())
    library_version._version = LibraryVersion(None, 0, -inf, -inf)


def test_the_last_known_state_goes_on_while_the_database_is_away(known):
    now = read_current_version()
    assert now.state == known.state
    assert (known.is_last_known, now.is_last_known) == (False, True)


def test_the_last_known_state_has_an_end(settings, known):
    settings.SECONDS_LAST_KNOWN = 0
    assert wait_until(lambda: read_current_version().state is None)


def test_no_page_is_made_for_later_of_a_state_that_is_only_the_last_known():
    settled = LibraryVersion((1,), since=-inf, asked=2, answered=2)
    assert settled.is_settled
    assert not settled._replace(asked=3).is_settled


def test_no_reader_waits_for_a_database_that_is_known_to_be_away(known, monkeypatch):
    assert wait_until(lambda: not library_version._asking.locked())
    asked, go_on = threading.Event(), threading.Event()

    def ask_in_vain():
        asked.set()
        go_on.wait()

    monkeypatch.setattr(library_version, "_ask_database", ask_in_vain)
    try:
        assert read_current_version().state == known.state
        assert asked.wait(PATIENCE)
    finally:
        go_on.set()


def test_nothing_is_kept_while_no_state_is_known(settings, known):
    settings.SECONDS_LAST_KNOWN = 0
    assert wait_until(lambda: read_current_version().state is None)
    made = []
    render = cached_per_library_version(lambda name: made.append(name) or len(made))
    assert [render("page"), render("page")] == [1, 2]
