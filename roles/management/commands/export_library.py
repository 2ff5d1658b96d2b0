"""Write the live kits to a folder."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roles.publishing.library_files import export_library


class Command(BaseCommand):
    help = (
        "Write each live kit to DIR/<slug>.yaml (those in Spanish to DIR/es), and the skills that kits share to "
        "DIR/skills. load_library gives the same kits back."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dir", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            written = export_library(options["dir"])
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        self.stdout.write(f"{len(written)} written to {options['dir']}.")
