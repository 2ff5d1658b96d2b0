"""The whole database in one file, and back: pg_dump and pg_restore, which come with the embedded server.

They read and write any server that is not newer than themselves, so a site with a DATABASE_URL uses them too.
"""

import os
import subprocess
from pathlib import Path

from django.db import connection

from config.postgres.embedded.server import PROGRAMS

# psycopg's names of what says where the database is, and libpq's own in the environment.
ENVIRONMENT = {
    "host": "PGHOST",
    "port": "PGPORT",
    "user": "PGUSER",
    "password": "PGPASSWORD",
    "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE",
    "sslrootcert": "PGSSLROOTCERT",
}


class DumpError(Exception):
    """A dump that could not be made or read; the message says why."""


def write(path: Path) -> None:
    """Write the database as it is at this moment, whatever goes on meanwhile. Raises DumpError and leaves no file."""
    partial = path.with_name(f"{path.name}.partial")
    try:
        _run("pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--file={partial}")
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def read(path: Path) -> None:
    """Put a dump in the place of everything in the database, in one transaction. Raises DumpError, nothing changed."""
    if not path.is_file():
        raise DumpError(f"There is no file {path}.")
    _run("pg_restore", "--list", str(path))
    options = ("--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error")
    _run("pg_restore", *options, f"--dbname={connection.get_connection_params()['dbname']}", str(path))


def _run(program: str, *arguments: str) -> None:
    params = connection.get_connection_params()
    where = {name: str(params[key]) for key, name in ENVIRONMENT.items() if params.get(key)}
    command = [str(PROGRAMS / program), *arguments]
    done = subprocess.run(command, env={**os.environ, **where}, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise DumpError(done.stderr.strip().splitlines()[0] if done.stderr.strip() else f"{program} failed.")
