"""Make the extract that ships."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from occupations.extract import EXTRACT, write_extract
from occupations.imports.files import ReleaseError
from occupations.imports.onet import read_release
from occupations.imports.projections import read_projections


class Command(BaseCommand):
    help = (
        "From the original files, make the extract of facts and figures that ships with Rolebook. It takes half a "
        "minute."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("onet", type=Path, help="folder or zip file of the O*NET database")
        parser.add_argument("projections", type=Path, help="CSV file or workbook of the employment projections")
        parser.add_argument("--output", type=Path, default=EXTRACT, metavar="DIR", help="default: %(default)s")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            release = read_release(options["onet"], self.stderr.write)
            paths = write_extract(release, read_projections(options["projections"]), options["output"])
        except ReleaseError as error:
            raise CommandError(f"Nothing was written. {error}") from error
        for path in paths:
            self.stdout.write(f"{path}: {path.stat().st_size:,} bytes")
