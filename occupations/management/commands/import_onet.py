"""Import a release of the O*NET database."""

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from occupations.facts import encode_release, hash_content
from occupations.imports.onet import ReleaseName, read_release
from occupations.management.release_command import ReleaseCommand
from occupations.storing import StoreResult, store_release


class Command(ReleaseCommand):
    help = (
        "Import a release of the O*NET database (a folder or the official zip file, text or Excel edition) with its "
        "descriptions and task statements, all or nothing. Pages then show those as O*NET's words."
    )
    label = "O*NET Database"

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--release",
            nargs=2,
            metavar=("NUMBER", "DATE"),
            help="if no Read Me names it, for example 29.0 'August 2024'",
        )

    def import_release(self, path: Path, options: dict[str, Any]) -> StoreResult | None:
        name = options["release"] and ReleaseName(*options["release"])
        if name and not re.fullmatch(r"[0-9]{2}\.[0-9] [A-Z][a-z]+ 20[0-9]{2}", f"{name.number} {name.date}"):
            raise CommandError(f"{name.number} {name.date!r} isn't a release. Write it as 29.0 'August 2024'.")
        release = read_release(path, self.show_progress, name)
        self.show_progress("Storing.")
        return store_release(release, hash_content(encode_release(release)), is_shipped=False)
