"""A backup holds everything, and comes back whole or not at all."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from packs.description.starting import start
from packs.store.saving import create
from roles.models import Role
from tests.factories import a_kit, a_published_kit

pytestmark = pytest.mark.django_db(transaction=True)


def everything():
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        rows = {}
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')  # noqa: S608 # a table of ours
            rows[table] = sorted(row for (row,) in cursor.fetchall())
    return rows


@pytest.fixture
def backup(tmp_path):
    a_published_kit()
    create(start(a_kit(), 1))
    path = tmp_path / "rolebook.dump"
    call_command("backup", path, verbosity=0)
    return path


def test_what_was_backed_up_comes_back_to_the_row(backup):
    before = everything()
    Role.objects.all().delete()
    a_published_kit(slug="another", title="Another")
    call_command("restore", backup, yes=True)
    assert everything() == before
    assert sum(map(len, before.values())) > 300


@pytest.mark.parametrize("spoil", [lambda raw: raw[: len(raw) // 2], lambda raw: b"not a backup", lambda raw: b""])
def test_a_spoilt_backup_changes_nothing(backup, spoil):
    backup.write_bytes(spoil(backup.read_bytes()))
    before = everything()
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", backup, yes=True)
    assert everything() == before


def test_a_backup_is_not_written_over_unasked(backup):
    with pytest.raises(CommandError, match="there already"):
        call_command("backup", backup)
    call_command("backup", backup, force=True)


def test_a_backup_that_can_not_be_written_leaves_no_file(tmp_path):
    with pytest.raises(CommandError, match="No backup was written"):
        call_command("backup", tmp_path / "nowhere" / "x.dump")
    assert not [*tmp_path.iterdir()]
