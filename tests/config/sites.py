"""Sites in databases of servers of their own, for tests of backups: made, changed and read from outside."""

import os
import subprocess
import sys
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict

from tests.serving import url

# An account that has its databases and nothing else: what a hoster gives.
OWNER = "plain"
FILL = """
from django.contrib.auth.models import User
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
call_command("migrate", verbosity=0)
from packs.store.saving import create_pack
from packs.description.starting import start_description
from tests.factories import a_kit, a_published_kit
a_published_kit()
create_pack(start_description(a_kit(), 1))
User.objects.create_user("editor")
SessionStore().create()
"""
CHANGE = """
TRUNCATE packs_pack CASCADE; UPDATE roles_role SET slug = 'another';
INSERT INTO auth_group (name) VALUES ('Night shift');
"""

COLUMNS = """
    SELECT relname, array_agg(attname::text ORDER BY attname) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
        AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname
"""
OBJECTS = """
    SELECT text FROM (
        SELECT format('%s %s.%s', relkind, relnamespace::regnamespace, relname) AS text, relnamespace AS schema
        FROM pg_class
        UNION SELECT format('constraint %s.%s %s', connamespace::regnamespace, conname, contype), connamespace
        FROM pg_constraint WHERE contype <> 'n'
        UNION SELECT format('function %s.%s', pronamespace::regnamespace, proname), pronamespace FROM pg_proc
        UNION SELECT format('trigger %s %s', tgname, tgrelid::regclass), 2200 FROM pg_trigger WHERE NOT tgisinternal
        UNION SELECT format('schema %s', nspname), 2200 FROM pg_namespace
    ) AS named
    WHERE schema NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace, 'pg_toast'::regnamespace)
        AND text NOT LIKE 'schema pg_%'
"""


class Server:
    """A server on which to make databases: empty ones, and copies of a site that somebody has used."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._made = 0
        self._execute(f"CREATE ROLE {OWNER} LOGIN PASSWORD '{OWNER}' NOSUPERUSER NOCREATEDB NOCREATEROLE")
        self.site = self.empty()
        run_python(FILL, self.site)

    def empty(self) -> str:
        """The address of a database in which there is nothing."""
        return self._database("template0")

    def copy(self) -> str:
        """The address of a copy of `site`."""
        return self._database("site_1")

    def used(self) -> str:
        """The address of a copy of `site` that has changed since."""
        address = self.copy()
        with psycopg.connect(address) as connection:
            connection.execute(CHANGE)
        return address

    def take_from_owner(self, site: str) -> None:
        """Leave the site's account its tables, and take the database from it."""
        self._execute(f"ALTER DATABASE {conninfo_to_dict(site)['dbname']} OWNER TO CURRENT_USER")

    def _database(self, template: str) -> str:
        self._made += 1
        name = f"site_{self._made}"
        self._execute(f"CREATE DATABASE {name} OWNER {OWNER} TEMPLATE {template}")
        where = conninfo_to_dict(self._address)
        return url(str(where["host"]), name, user=OWNER, password=OWNER, port=where.get("port", 5432))

    def _execute(self, statement: str) -> None:
        with psycopg.connect(self._address, autocommit=True) as connection:
            connection.execute(statement.encode())


def manage(address: str, *arguments: object, **options: Any) -> "subprocess.CompletedProcess[bytes]":
    """How a command of manage.py ended on the site at an address, and what it wrote."""
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(
        command,
        cwd=settings.BASE_DIR,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings", "DATABASE_URL": address, "DEBUG": "true"},
        capture_output=True,
        check=False,
        **options,
    )


def run_python(program: str, address: str) -> None:
    """Run a Python program on the site at an address."""
    manage(address, "shell", "--no-imports", "--command", program).check_returncode()


def everything(address: str) -> dict[str, list[str]]:
    """Every row of every table, as text; and under "objects" what there is in which schema.

    Without generated columns: each PostgreSQL has stems of its own.
    """
    with psycopg.connect(address) as connection:
        queries: dict[str, sql.SQL | sql.Composed] = {
            name: sql.SQL("SELECT ROW({})::text FROM {}").format(
                sql.SQL(", ").join(map(sql.Identifier, columns)), sql.Identifier(name)
            )
            for name, columns in connection.execute(COLUMNS).fetchall()
        }
        queries["objects"] = sql.Composed([sql.SQL(OBJECTS)])
        return {name: sorted(text for (text,) in connection.execute(query)) for name, query in queries.items()}


def last_numbers(address: str) -> dict[str, int]:
    """The last number that each sequence has given."""
    query = "SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public' AND last_value > 0"
    with psycopg.connect(address) as connection:
        return dict(connection.execute(query).fetchall())
