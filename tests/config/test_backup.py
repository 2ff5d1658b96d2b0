"""A backup holds everything, and comes back whole or not at all."""

import os
from io import BytesIO

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.db import connection

from config.management.commands.backup import standard_output
from config.postgres.load import copy_script
from packs.description.starting import start_description
from packs.store.saving import create_pack
from roles.models.working_copy import Role
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
    create_pack(start_description(a_kit(), 1))
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


@pytest.mark.parametrize(
    "spoil",
    [
        lambda raw: raw[: len(raw) // 2],
        pytest.param(lambda raw: raw[:-10], marks=pytest.mark.slow),
        lambda raw: b"not a backup",
        pytest.param(lambda raw: b"", marks=pytest.mark.slow),
    ],
)
def test_a_spoilt_backup_changes_nothing(backup, spoil):
    backup.write_bytes(spoil(backup.read_bytes()))
    before = everything()
    with pytest.raises(CommandError, match="Nothing was changed"):
        call_command("restore", backup, yes=True)
    assert everything() == before


def test_a_backup_is_not_written_over_unasked(backup):
    with pytest.raises(CommandError, match="already exists"):
        call_command("backup", backup)
    call_command("backup", backup, force=True)


def test_a_backup_that_can_not_be_written_leaves_no_file(tmp_path):
    with pytest.raises(CommandError, match="No backup was written"):
        call_command("backup", tmp_path / "nowhere" / "x.dump")
    assert not [*tmp_path.iterdir()]


def test_a_backup_that_fails_leaves_the_one_before(backup, monkeypatch):
    before = backup.read_bytes()
    monkeypatch.setattr("config.postgres.dump.OPTIONS", ("--no-such-option",))
    with pytest.raises(CommandError, match="No backup was written"):
        call_command("backup", backup, force=True)
    assert backup.read_bytes() == before
    assert [*backup.parent.iterdir()] == [backup]


def test_only_its_owner_may_read_a_backup(tmp_path):
    path = tmp_path / "rolebook.dump"
    path.write_bytes(b"")
    path.chmod(0o644)
    call_command("backup", path, force=True, verbosity=0)
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.slow
def test_nobody_is_signed_in_after_a_restore(tmp_path):
    SessionStore().create()
    call_command("backup", tmp_path / "dump")
    assert Session.objects.exists()
    call_command("restore", tmp_path / "dump", yes=True)
    assert not Session.objects.exists()


def teststandard_output_is_the_backup_s_alone(capfd):
    with standard_output() as output:
        os.write(1, b"a line of the log")
        output.write(b"the backup")
    os.write(1, b", and after")
    assert capfd.readouterr() == ("the backup, and after", "a line of the log")


def test_standard_input_can_not_answer_too():
    with pytest.raises(CommandError, match="Add --yes"):
        call_command("restore", "-")


def test_a_terminal_gets_no_backup(monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    with pytest.raises(CommandError, match="redirect it to a file"):
        call_command("backup", "-")


def test_a_file_that_is_not_there_changes_nothing(tmp_path):
    with pytest.raises(CommandError, match=r"Nothing was changed\..*No such file"):
        call_command("restore", tmp_path / "nowhere.dump", yes=True)


def test_only_settings_that_the_server_does_not_know_are_left_out():
    script = (
        b"SET lock_timeout = 0;\nSET transaction_timeout = 0;\n\n-- Name: t; Type: TABLE\n"
        b"COPY t (words) FROM stdin;\nSET transaction_timeout = 0;\n\\.\n"
    )
    output = BytesIO()
    copy_script(BytesIO(script), output, frozenset({"lock_timeout"}))
    assert output.getvalue() == script.replace(b"SET transaction_timeout = 0;\n", b"", 1)
