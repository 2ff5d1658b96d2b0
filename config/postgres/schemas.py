"""The schema that the site's tables are in, and another whose tables take their place."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from django.db import OperationalError, connection, transaction
from django.db.backends.signals import connection_created
from psycopg import errors, sql

from config.postgres.programs import DumpError

if TYPE_CHECKING:
    from config.postgres.base import DatabaseWrapper

# The exchange waits for transactions that use the tables, and readers wait behind it, so each try is short. PostgreSQL
# looks for deadlocks after a second; this gives up before, so that no reader is ever canceled.
LOCK_TIMEOUT = "800ms"
TRIES = 30
BUSY = (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected)

# What is in a schema, without what an extension brought. Sequences of columns come and go with their table.
OBJECTS = """
    SELECT named.type, named.identity
    FROM pg_depend AS inside, pg_identify_object(inside.classid, inside.objid, 0) AS named
    WHERE inside.refclassid = 'pg_namespace'::regclass AND inside.refobjid = quote_ident(%s)::regnamespace
        AND inside.classid IN ('pg_class'::regclass, 'pg_proc'::regclass, 'pg_type'::regclass)
        AND NOT EXISTS (
            SELECT FROM pg_depend AS part
            WHERE part.classid = inside.classid AND part.objid = inside.objid
                AND (part.deptype = 'e' OR named.type = 'sequence' AND part.deptype IN ('a', 'i'))
        )
    ORDER BY array_position(ARRAY['view', 'materialized view', 'table'], named.type), named.type, named.identity
"""


class Object(NamedTuple):
    """A table, view, sequence, function or type: its kind, and its quoted name with its schema."""

    kind: str
    name: str


def current_schema() -> str:
    """The name of the schema in which the site's tables are. One query. Raises DumpError where there is none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        (schema,) = cursor.fetchone()
    if not schema:
        raise DumpError("The database has no schema for tables; PostgreSQL calls the usual one public.")
    return str(schema)


def quote_name(name: str) -> str:
    """A name quoted for use in an SQL statement."""
    return sql.Identifier(name).as_string()


def drop_schema(schema: str) -> None:
    """Drop a schema with everything in it. Does nothing where it doesn't exist."""
    _execute_statement(f"DROP SCHEMA IF EXISTS {quote_name(schema)} CASCADE")


@contextmanager
def looking_at(schema: str) -> Iterator[None]:
    """A context in which all connections of this process see the tables of one schema and no others."""

    def set_path(**_: Any) -> None:
        _execute_statement(f"SET search_path TO {quote_name(schema)}")

    connection.close()
    connection_created.connect(set_path)
    try:
        yield
    finally:
        connection_created.disconnect(set_path)
        connection.close()
        cast("DatabaseWrapper", connection).close_pool()  # its connections still look there


def analyze_schema(schema: str) -> None:
    """Run ANALYZE on the tables of a schema, so that its first queries are planned well."""
    _execute_statement(f"ANALYZE {', '.join(name for kind, name in _list_objects(schema) if kind == 'table')}")


def replace_contents(home: str, fresh: str) -> None:
    """Replace the contents of the schema `home` with those of `fresh`, in one transaction; `fresh` is dropped.

    Waits for transactions that use the tables; later statements wait, and then see the new ones. The schema itself
    stays, with its rights and extensions. Raises DumpError where it doesn't get its turn, and DatabaseError where
    something outside depends on the old contents; nothing is changed then.
    """
    for _ in range(TRIES):
        try:
            with transaction.atomic():
                _replace_schema(home, fresh)
        except OperationalError as error:
            if not isinstance(error.__cause__, BUSY):
                raise
        else:
            return
    raise DumpError(
        "Something keeps using the tables: a long import, or a session that holds them open. Try again when it's done."
    )


def _replace_schema(home: str, fresh: str) -> None:
    old = _list_objects(home)
    _lock_tables([name for kind, name in old if kind in {"view", "table"}])
    for kind, group in groupby(old, key=lambda each: each.kind):
        _execute_statement(f"DROP {kind} {', '.join(each.name for each in group)}")
    for kind, name in _list_objects(fresh):
        _execute_statement(f"ALTER {kind} {name} SET SCHEMA {quote_name(home)}")
    _execute_statement(f"DROP SCHEMA {quote_name(fresh)}")


def _lock_tables(tables: list[str]) -> None:
    """Wait until nobody uses any of the tables, so that no transaction sees some of the old and some of the new."""
    _execute_statement(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
    if tables:
        _execute_statement(f"SET LOCAL statement_timeout = '{LOCK_TIMEOUT}'")
        _execute_statement(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        _execute_statement("SET LOCAL statement_timeout = 0")


def _list_objects(schema: str) -> list[Object]:
    with connection.cursor() as cursor:
        cursor.execute(OBJECTS, [schema])
        return [Object(*row) for row in cursor.fetchall()]


def _execute_statement(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)
