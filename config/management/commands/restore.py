"""Put a backup in the place of the whole database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from config.postgres import dump


class Command(BaseCommand):
    help = "Put a backup in the place of everything in the database, all or nothing, and bring it up to date."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--yes", action="store_true", help="don't ask")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["yes"] and input("This replaces everything in the database. Type yes to go on: ") != "yes":
            raise CommandError("Nothing was changed.")
        try:
            dump.read(options["file"])
        except dump.DumpError as error:
            raise CommandError(f"Nothing was changed. {error}") from error
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write(f"The database is as it was when {options['file']} was made.")
