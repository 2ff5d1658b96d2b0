"""A restore into a site in use: readers notice nothing, and what fails on the way changes nothing."""

import threading
from collections import Counter

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.models.signals import post_migrate

from config.postgres import schemas
from config.postgres.programs import Program
from config.postgres.restore import FRESH
from packs.description.starting import start_description
from packs.models import Pack
from packs.store.saving import create_pack
from roles.models.working_copy import Role
from tests.config.test_backup import everything
from tests.factories import a_kit, a_published_kit
from tests.serving import database_url

pytestmark = pytest.mark.django_db(transaction=True)
COUNTS = "SELECT (SELECT count(*) FROM roles_role), (SELECT count(*) FROM packs_pack)"
OTHER_WAY_ROUND = """
    SELECT roles.count, packs.count
    FROM (SELECT count(*) FROM packs_pack) AS packs, (SELECT count(*) FROM roles_role) AS roles
"""


def execute(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def backup(tmp_path):
    """A backup of a site with one role; the site has two of them and a pack since."""
    a_published_kit()
    path = tmp_path / "rolebook.dump"
    call_command("backup", path)
    a_published_kit(slug="another", title="Another")
    create_pack(start_description(a_kit(), 1))
    return path


@pytest.fixture
def session():
    """A session of somebody else."""
    with psycopg.connect(database_url()) as session:
        yield session


def assert_refused(backup, reason):
    before = everything()
    with pytest.raises(CommandError, match=f"Nothing was changed. .*{reason}"):
        call_command("restore", backup, yes=True)
    assert everything() == before
    with connection.cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'rolebook%'")
        assert cursor.fetchall() == []


@pytest.mark.slow
def test_readers_see_all_of_the_old_or_all_of_the_new(backup, outcome):
    seen, done = Counter(), threading.Event()
    address = database_url()

    def read(query):
        with psycopg.connect(address, autocommit=True) as reader:
            while not done.is_set():
                seen[reader.execute(query).fetchone()] += 1

    failed = []
    readers = [threading.Thread(target=guard, args=(failed, read, query)) for query in (COUNTS, OTHER_WAY_ROUND) * 2]
    for reader in readers:
        reader.start()
    call_command("restore", backup, yes=True)
    at_end = sum(seen.values())
    while sum(seen.values()) < at_end + 100 and not failed:
        done.wait(0.01)
    done.set()
    for reader in readers:
        reader.join()
    assert not failed
    assert set(seen) == {(2, 1), (1, 0)}
    outcome("reads during a restore", sum(seen.values()), "all of the old or all of the new")


def guard(failed, work, *arguments):
    try:
        work(*arguments)
    except psycopg.Error as error:
        failed.append(error)


@pytest.mark.slow
def test_it_waits_for_a_transaction_that_writes(backup, session):
    session.execute("UPDATE roles_role SET slug = 'changed' WHERE slug = 'another'")
    waiting = threading.Timer(1.2, session.commit)
    waiting.start()
    call_command("restore", backup, yes=True)
    waiting.join()
    assert Role.objects.count() == 1


@pytest.mark.slow
def test_it_gives_up_on_a_transaction_that_never_ends(backup, session, monkeypatch):
    monkeypatch.setattr(schemas, "TRIES", 2)
    monkeypatch.setattr(schemas, "LOCK_TIMEOUT", "50ms")
    session.execute("SELECT count(*) FROM packs_pack")
    assert_refused(backup, "Something keeps using the tables")


@pytest.mark.slow
def test_two_at_once_are_refused(backup, session):
    session.execute("SELECT pg_advisory_lock(hashtext(%s))", [FRESH])
    assert_refused(backup, "Another restore is running")


@pytest.mark.slow
def test_what_others_built_on_the_tables_is_not_dropped(backup):
    execute("CREATE SCHEMA reports; CREATE VIEW reports.slugs AS SELECT slug FROM roles_role")
    try:
        assert_refused(backup, "other objects depend on them")
    finally:
        execute("DROP SCHEMA reports CASCADE")


@pytest.mark.slow
def test_a_view_beside_the_tables_comes_back_too(tmp_path):
    execute("CREATE VIEW slugs AS SELECT slug FROM roles_role")
    try:
        call_command("backup", tmp_path / "dump")
        call_command("restore", tmp_path / "dump", yes=True)
        execute("SELECT slug FROM slugs")
    finally:
        execute("DROP VIEW slugs")


@pytest.mark.slow
def test_a_migration_that_fails_changes_nothing(backup):
    def fail(**kwargs):
        Role.objects.all().delete()
        Pack.objects.all().delete()
        raise KeyError("no such figure")

    post_migrate.connect(fail)
    try:
        assert_refused(backup, "can't be brought up to date: 'no such figure'")
    finally:
        post_migrate.disconnect(fail)


@pytest.mark.slow
def test_a_migration_may_need_to_be_outside_of_a_transaction(backup):
    post_migrate.connect(index_roles)
    try:
        call_command("restore", backup, yes=True)
    finally:
        post_migrate.disconnect(index_roles)
    execute("DROP INDEX for_this_test")


def index_roles(**kwargs):
    execute("CREATE INDEX CONCURRENTLY IF NOT EXISTS for_this_test ON roles_role (slug)")


@pytest.mark.slow
def test_a_backup_of_a_newer_version_is_refused(tmp_path):
    execute("INSERT INTO django_migrations (app, name, applied) VALUES ('roles', '9999_later', now())")
    call_command("backup", tmp_path / "dump")
    execute("DELETE FROM django_migrations WHERE name = '9999_later'")
    assert_refused(tmp_path / "dump", "newer version of the site, which has roles.9999_later")


@pytest.mark.slow
def test_a_dump_of_something_else_is_refused(tmp_path):
    path = tmp_path / "dump"
    with Program("pg_dump", "--format=custom", "--table=roles_searchcount", f"--file={path}") as pg_dump:
        pg_dump.finish()
    assert_refused(path, "no tables of a site")


@pytest.mark.slow
def test_what_a_killed_restore_left_is_cleared_away(backup):
    execute(f"CREATE SCHEMA {FRESH}; CREATE TABLE {FRESH}.roles_role (id int)")
    call_command("restore", backup, yes=True)
    assert Role.objects.count() == 1
