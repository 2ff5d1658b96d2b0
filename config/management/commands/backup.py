"""Write the whole database to a file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from config.postgres import dump


class Command(BaseCommand):
    help = "Write the whole database to a file, as it is at one moment. The site may go on meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--force", action="store_true", help="write over a file that is there already")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path.exists() and not options["force"]:
            raise CommandError(f"{path} is there already. Name another file, or add --force.")
        try:
            dump.write(path)
        except (dump.DumpError, OSError) as error:
            raise CommandError(f"No backup was written. {error}") from error
        self.stdout.write(
            f"{path} holds everything: {path.stat().st_size:,} bytes. It holds what people saved: keep it safe."
        )
