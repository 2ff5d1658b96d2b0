"""The site's tables in one file, as pg_dump writes it."""

import os
from pathlib import Path
from typing import BinaryIO

from config.postgres import schemas
from config.postgres.programs import DumpError, Program

__all__ = ["DumpError", "send_dump", "write_dump"]

# A backup is read by other accounts and servers, and its reader should not be signed in as somebody.
OPTIONS = ("--format=custom", "--no-owner", "--no-privileges", "--no-tablespaces", "--no-publications")
SESSIONS = "django_session"


def write_dump(path: Path) -> None:
    """Write the database to a file that only its owner may read, as it is at this moment.

    Raises DumpError or OSError, and then leaves what was at `path`.
    """
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        with open(partial, "xb", opener=_open_for_owner) as file:
            send_dump(file)
            os.fsync(file.fileno())
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def send_dump(output: BinaryIO) -> None:
    """Write the database to an open file or pipe, without who is signed in. Raises DumpError."""
    schema = f'"{schemas.current_schema().replace('"', '""')}"'
    what = (f"--schema={schema}", f"--exclude-table-data={schema}.{SESSIONS}")
    with Program("pg_dump", *OPTIONS, *what, stdout=output) as pg_dump:
        pg_dump.finish()


def _open_for_owner(name: str, flags: int) -> int:
    return os.open(name, flags, mode=0o600)
