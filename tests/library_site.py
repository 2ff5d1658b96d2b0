"""A site with something on every page, in a process and a database of its own, for tests that change nothing of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import psycopg
import pytest
from django.db import connection
from django.db.backends.base.creation import TEST_DATABASE_PREFIX
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from pytest_django import DjangoDbBlocker

from tests.serving import database_url, run_python, serving, url

if TYPE_CHECKING:
    from config.postgres.base import DatabaseWrapper

SETTINGS = "tests.library_settings"
FILL = """
import sys, pathlib, django; django.setup()
from django.core.management import call_command
from compensation.imports.oews import shipped
from tests.whole_site import fill
call_command("migrate", verbosity=0)
shipped.SURVEY_FOLDER = pathlib.Path(sys.argv[1])
fill()
"""


@pytest.fixture(scope="session")
def library_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker, small_survey: Path) -> Iterator[str]:
    """The address of the site, which has what tests.whole_site.fill() makes, with the survey of a few places."""
    with django_db_blocker.unblock():
        own = database_url()
        connection.close()
        cast("DatabaseWrapper", connection).close_pool()
    with copied_database(own) as address:
        assert run_python(FILL, address, str(small_survey)) == 0
        with serving(address, DJANGO_SETTINGS_MODULE=SETTINGS) as port:
            yield f"http://127.0.0.1:{port}"


@contextmanager
def copied_database(source: str) -> Iterator[str]:
    """The address of a copy of the tests' database, on the same server, dropped at the end; of an empty one where none
    of the tests has a database. The sessions of the source end: PostgreSQL copies no database that somebody uses.
    """
    name, where = f"library_{os.getpid()}", conninfo_to_dict(source)
    taken = str(where["dbname"]) if str(where["dbname"]).startswith(TEST_DATABASE_PREFIX) else "template1"
    with psycopg.connect(source, dbname="postgres", autocommit=True) as server:
        if taken != "template1":
            server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [taken])
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server.execute(copy.format(sql.Identifier(name), sql.Identifier(taken)))
    try:
        yield url(str(where.pop("host")), name, **{key: where[key] for key in where if key != "dbname"})
    finally:
        with psycopg.connect(source, dbname="postgres", autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
