"""Import occupational wages."""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from compensation.areas import refresh_factors
from compensation.imports import oews
from compensation.imports.loading import Layout
from compensation.management.import_command import ImportCommand


class Command(ImportCommand):
    help = "Import workbooks of the Occupational Employment and Wage Statistics, all or none."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--year", type=int, help="year of the May survey, where the file's name does not tell")
        parser.add_argument(
            "--top-code", type=int, default=oews.TOP_CODE, help="annual wage that # stands for (default: %(default)s)"
        )

    def build_layout(self, options: dict[str, Any]) -> Layout:
        return oews.build_oews_layout(options["year"], options["top_code"])

    def choose_refresh(self) -> Callable[[], Any]:
        return refresh_factors
