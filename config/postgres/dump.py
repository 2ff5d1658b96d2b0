"""The site's tables in one file, as pg_dump writes it."""

import shutil
from pathlib import Path
from subprocess import PIPE
from typing import BinaryIO

from config.postgres import schemas
from config.postgres.programs import Program

OPTIONS = ("--format=custom", "--no-owner", "--no-privileges", "--no-tablespaces", "--no-publications")
# Whoever reads a backup should not be signed in by it; finished pages are made again by whoever reads them.
LEFT_OUT = ("django_session", "roles_storedpage")


def write_dump(path: Path) -> None:
    """Write the database as it is now to a file that only its owner may read. Raises DumpError or OSError, and then
    leaves the earlier file at `path` as it was.
    """
    partial = path.with_name(f"{path.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        partial.touch(mode=0o600, exist_ok=False)
        with Program("pg_dump", *OPTIONS, *_select_tables(), f"--file={partial}") as pg_dump:
            pg_dump.finish()
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


def send_dump(output: BinaryIO) -> None:
    """Write the database as it is now to an open file or pipe. Raises DumpError or OSError."""
    # By way of a pipe: where standard output is a file, pg_dump writes its table of contents twice.
    with Program("pg_dump", *OPTIONS, *_select_tables(), stdout=PIPE) as pg_dump:
        shutil.copyfileobj(pg_dump.output, output)
        pg_dump.finish()


def _select_tables() -> tuple[str, ...]:
    schema = schemas.quote_name(schemas.current_schema())
    return f"--schema={schema}", *(f"--exclude-table-data={schema}.{table}" for table in LEFT_OUT)
