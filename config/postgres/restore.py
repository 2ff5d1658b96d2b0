"""A dump instead of the site's tables: read beside them, brought up to date there, and swapped in at the end."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import BinaryIO

import psycopg
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.db.migrations.loader import MigrationLoader

from config.postgres import schemas
from config.postgres.load import load_dump
from config.postgres.programs import DumpError

FRESH = "rolebook_restore"


def restore_dump(dump: BinaryIO) -> None:
    """Replace all of the site's data with a dump that is open for reading, and migrate it to this version. The site may
    go on meanwhile. Raises DumpError, and then nothing has changed.

    A process that is killed here may leave the schema FRESH behind, which nothing reads and the next restore drops.
    """
    home = schemas.current_schema()
    with _one_at_a_time():
        try:
            schemas.drop_schema(FRESH)
            load_dump(dump, home, FRESH)
            with schemas.looking_at(FRESH):
                _refuse_strangers(home)
                _migrate_schema()
                schemas.analyze_schema(FRESH)
            schemas.replace_contents(home, FRESH)
        except DatabaseError as error:
            raise DumpError(str(error).splitlines()[0]) from error
        finally:
            with suppress(DatabaseError):
                schemas.drop_schema(FRESH)


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Raises DumpError while another restore is at work. A session holds the lock, so that it ends with the process."""
    params = connection.get_connection_params()
    with connection.wrap_database_errors, psycopg.connect(**params, autocommit=True) as session:
        lock = session.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [FRESH]).fetchone()
        if lock != (True,):
            raise DumpError("Another restore is running on this database.")
        yield


def _refuse_strangers(home: str) -> None:
    """Raises DumpError when the tables are not a site's, or one's that is newer than this code."""
    loader = MigrationLoader(connection)
    if not loader.applied_migrations:
        raise DumpError(f"The file is complete, but has no tables of a site in its schema {home}.")
    known = set(loader.disk_migrations)
    known.update(key for migration in loader.disk_migrations.values() for key in migration.replaces)
    newer = sorted(".".join(key) for key in loader.applied_migrations if key not in known)
    if newer:
        raise DumpError(f"It was made by a newer version of the site, which has {newer[0]}. Update the site first.")


def _migrate_schema() -> None:
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Exception as error:
        raise DumpError(f"It can't be brought up to date: {error}") from error
