"""Import prevailing wage levels."""

import re
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandError

from compensation.imports import wage_levels
from compensation.imports.factors import refresh_factors
from compensation.imports.loading import Layout
from compensation.management.import_command import ImportCommand


class Command(ImportCommand):
    help = "Import prevailing wage levels by area and occupation, and calculate the area factors, all or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--wage-year", required=True, metavar="2025-26", help="the wage year, July to June")

    def build_layout(self, options: dict[str, Any]) -> Layout:
        year = options["wage_year"]
        if not re.fullmatch(r"20\d\d-\d\d", year):
            raise CommandError(f"{year!r} isn't a wage year. Write it as 2025-26.")
        return wage_levels.build_wage_level_layout(year)

    def choose_refresh(self) -> Callable[[], Any]:
        return refresh_factors
