"""Load a folder of kit files and publish what is new in it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roles.kit.files import KitFileError
from roles.publishing.library_files import STARTER_LIBRARY, load_kits, read_library


class Command(BaseCommand):
    help = "Load every kit file (*.yaml) of a folder, all or none, and publish those that differ from the site's."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dir", nargs="?", type=Path, default=STARTER_LIBRARY, help="the starter library by default")
        parser.add_argument("--note", default="Loaded from the library", help="what the public log says")
        parser.add_argument("--overwrite", action="store_true", help="drop changes in admin that are not published")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            kits = read_library(options["dir"])
            loaded = load_kits(kits, note=options["note"], overwrite=options["overwrite"])
        except KitFileError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        for slug in loaded.published:
            self.stdout.write(f"published  {slug}")
        self.stdout.write(f"{len(loaded.published)} published, {len(loaded.unchanged)} unchanged.")
