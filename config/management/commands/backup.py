"""Write the whole database to a file."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from config.postgres.dump import send_dump, write_dump
from config.postgres.programs import DumpError

STANDARD_OUTPUT = Path("-")


class Command(BaseCommand):
    help = "Write a snapshot of the whole database to a file. The site can keep running."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="- for standard output")
        parser.add_argument("--force", action="store_true", help="overwrite a file that already exists")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            if path == STANDARD_OUTPUT:
                self._send_dump()
            else:
                self._write_dump(path, force=options["force"])
        except (DumpError, OSError, DatabaseError) as error:
            raise CommandError(f"No backup was written. {error}") from error

    def _send_dump(self) -> None:
        if sys.stdout.isatty():
            raise CommandError("No backup was written. A terminal can't store it: redirect it to a file.")
        with standard_output() as output:
            send_dump(output)

    def _write_dump(self, path: Path, *, force: bool) -> None:
        if path.exists() and not force:
            raise CommandError(f"{path} already exists. Name another file, or add --force.")
        write_dump(path)
        self.stdout.write(
            f"{path} holds everything: {path.stat().st_size:,} bytes. It holds what people saved: keep it safe."
        )


@contextmanager
def standard_output() -> Iterator[BinaryIO]:
    """Standard output for the backup alone: anything else written to it, by a log for instance,
    goes to standard error.
    """
    sys.stdout.flush()
    with open(os.dup(1), "wb") as output:
        os.dup2(2, 1)
        try:
            yield output
        finally:
            sys.stdout.flush()
            os.dup2(output.fileno(), 1)
