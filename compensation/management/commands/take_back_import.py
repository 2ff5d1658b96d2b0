"""Take an import of pay back."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from compensation.imports.history import TakeBackError, take_back_import


class Command(BaseCommand):
    help = "Undo an import of pay records or of the wage survey by the number that the import printed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("number", type=int, help="the number of the import")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            done = take_back_import(options["number"])
        except TakeBackError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Import {done.pk} was undone: {done.added:,} rows added, {done.changed:,} changed and "
            f"{done.withdrawn:,} withdrawn are as they were before."
        )
