"""What a process knows of the library's state."""

import pytest
from django.db import connection

from roles.publishing.library_version import cached_per_library_version, read_current_version
from tests.factories import a_published_kit

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


def test_nothing_is_kept_while_no_database_answers(monkeypatch):
    monkeypatch.setattr("roles.publishing.library_version._ask_database", lambda: None)
    made = []
    render = cached_per_library_version(lambda name: made.append(name) or len(made))
    assert [render("page"), render("page")] == [1, 2]
