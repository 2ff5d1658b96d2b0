"""A site with something on every page, in a process and a database of its own, for tests that change nothing of it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict
from pytest_django import DjangoDbBlocker

from tests.serving import database_url, run_python, serving, url

SETTINGS = "tests.library_settings"
FILL = """
import django; django.setup()
from django.core.management import call_command
from tests.whole_site import fill
call_command("migrate", verbosity=0)
fill()
"""


@pytest.fixture(scope="session")
def library_site(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """The address of the site, which has what tests.whole_site.fill() makes."""
    with django_db_blocker.unblock():
        own = database_url()
    with new_database(own) as address:
        assert run_python(FILL, address) == 0
        with serving(address, DJANGO_SETTINGS_MODULE=SETTINGS) as port:
            yield f"http://127.0.0.1:{port}"


@contextmanager
def new_database(beside: str) -> Iterator[str]:
    """The address of an empty database on the server of another one, dropped at the end."""
    name = f"library_{os.getpid()}"
    where = conninfo_to_dict(beside)
    with psycopg.connect(beside, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
    try:
        yield url(str(where.pop("host")), name, **{key: where[key] for key in where if key != "dbname"})
    finally:
        with psycopg.connect(beside, autocommit=True) as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
