"""Load a folder of kit files and publish what is new in it."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from roles.kit.files import KitFileError
from roles.publishing.library_files import STARTER_LIBRARY, load_kits, read_library, read_translations
from roles.skills.value import read_skills


class Command(BaseCommand):
    help = (
        "Load every kit file (*.yaml) in a folder, all or nothing, and publish those that differ from the site's. "
        "A role that was published on the desk gets a draft instead. The skills that kits share are in DIR/skills, "
        "and kits in other languages in the folder of their language, such as DIR/es."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dir", nargs="?", type=Path, default=STARTER_LIBRARY, help="the starter library by default")
        parser.add_argument("--note", default="", help="what the public log says: by default, Loaded from the library")
        overwrite = "replace what was published on the desk, and drop changes there that aren't published"
        parser.add_argument("--overwrite", action="store_true", help=overwrite)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            kits = [*read_library(options["dir"]), *read_translations(options["dir"])]
            skills = read_skills(options["dir"])
            loaded = load_kits(kits, note=options["note"], overwrite=options["overwrite"], skills=skills)
        except KitFileError as error:
            raise CommandError(f"Nothing was loaded.\n{error}") from error
        for slug in loaded.published:
            self.stdout.write(f"published  {slug}")
        for slug in loaded.drafted:
            self.stdout.write(f"draft      {slug}: published on the desk, so the kit waits there to be compared")
        counts = [f"{len(loaded.published)} published", f"{len(loaded.unchanged)} unchanged"]
        drafted = [f"{len(loaded.drafted)} as drafts"] if loaded.drafted else []
        self.stdout.write(f"{', '.join([*counts[:1], *drafted, *counts[1:]])}.")
