"""Work the pay summaries out afresh."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from compensation.imports.factors import refresh_factors
from compensation.imports.oews.shipped import write_survey
from compensation.percentiles import refresh_summaries
from compensation.shipped import write_shipped


class Command(BaseCommand):
    help = (
        "Recalculate percentiles and area factors, for example after a change to the title matches. With "
        "--write, also write to a folder the files that load_figures loads."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--write", type=Path, metavar="DIR", help="folder to write to; the files that ship are in compensation/data"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{refresh_summaries():,} summaries, {refresh_factors():,} area factors.")
        if options["write"]:
            for path in [*write_shipped(options["write"]), *write_survey(options["write"])]:
                self.stdout.write(f"{path}: {path.stat().st_size / 1000:,.1f} KB")
