"""Replace the whole database with a backup."""

import sys
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from config.postgres.programs import DumpError
from config.postgres.restore import restore_dump

STANDARD_INPUT = Path("-")


class Command(BaseCommand):
    help = "Replace everything in the database with a backup, all or nothing, and bring it up to date."
    requires_system_checks = ()  # they would be about what is replaced

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, help="- for standard input")
        parser.add_argument("--yes", action="store_true", help="don't ask")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path == STANDARD_INPUT and not options["yes"]:
            raise CommandError(
                "Nothing was changed. Add --yes: the backup comes from standard input, so nobody can answer a question."
            )
        if not options["yes"] and input("This replaces everything in the database. Type yes to continue: ") != "yes":
            raise CommandError("Nothing was changed.")
        try:
            with nullcontext(sys.stdin.buffer) if path == STANDARD_INPUT else path.open("rb") as dump:
                restore_dump(dump)
        except (DumpError, OSError, DatabaseError) as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        self.stdout.write(
            "The database is as it was when the backup was made, and up to date. Everybody has been signed out."
            " Start the site's processes again: they still have old pages in memory."
        )
