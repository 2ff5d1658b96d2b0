"""A dump's tables in a schema of their own, beside the ones in use."""

import re
import shutil
from subprocess import DEVNULL, PIPE
from typing import IO, BinaryIO

from django.db import connection

from config.postgres import schemas
from config.postgres.programs import Program

# A dump names its schema everywhere, so it is read while a new one has that name. The names are changed and changed
# back in one transaction: nobody else ever sees it, and no table in use is locked.
BEFORE = "BEGIN; ALTER SCHEMA {home} RENAME TO {aside}; CREATE SCHEMA {home};\n"
AFTER = "ALTER SCHEMA {home} RENAME TO {fresh}; ALTER SCHEMA {aside} RENAME TO {home}; COMMIT;\n"
OLD_SCHEMA = "rolebook_aside"

PSQL = ("--no-psqlrc", "--no-password", "--quiet", "--set=ON_ERROR_STOP=1")
PG_RESTORE = ("--no-owner", "--no-privileges", "--no-tablespaces", "--no-publications", "--no-security-labels")
SETTING = re.compile(rb"SET (\w+) = ")
FIRST_OBJECT = b"-- Name: "


def load_dump(dump: BinaryIO, home: str, fresh: str) -> None:
    """Create the schema `fresh` from a dump's schema `home`, all or nothing; other schemas in the dump are left out.
    `dump` is open for reading. Raises DumpError.
    """
    with (
        Program("pg_restore", *PG_RESTORE, f"--schema={home}", "--file=-", stdin=dump, stdout=PIPE) as pg_restore,
        Program("psql", *PSQL, stdin=PIPE, stdout=DEVNULL) as psql,
    ):
        try:
            psql.input.write(_change_statement(BEFORE, home, fresh))
            copy_script(pg_restore.output, psql.input, _server_settings())
            pg_restore.finish()
            psql.input.write(_change_statement(AFTER, home, fresh))
        except BrokenPipeError:
            pass  # psql ended at an error, which it tells below
        psql.finish()


def copy_script(script: IO[bytes], output: IO[bytes], settings: frozenset[str]) -> None:
    """Copy a script of pg_restore to `output` without settings that the server doesn't have.

    Such lines stand before the first object; from there on lines are copied unread, because they may be somebody's
    text.
    """
    for line in script:
        setting = SETTING.match(line)
        if not setting or setting[1].decode() in settings:
            output.write(line)
        if line.startswith(FIRST_OBJECT):
            break
    shutil.copyfileobj(script, output)


def _server_settings() -> frozenset[str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM pg_settings")
        return frozenset(name for (name,) in cursor.fetchall())


def _change_statement(text: str, home: str, fresh: str) -> bytes:
    quoted = schemas.quote_name
    return text.format(home=quoted(home), fresh=quoted(fresh), aside=quoted(OLD_SCHEMA)).encode()
