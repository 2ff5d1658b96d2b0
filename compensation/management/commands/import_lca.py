"""Import Labor Condition Applications."""

import re
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandError

from compensation.imports import lca
from compensation.imports.loading import Layout
from compensation.management.import_command import ImportCommand
from compensation.percentiles import refresh_summaries


class Command(ImportCommand):
    help = "Import LCA disclosure files from the US Department of Labor, in any layout since FY2013, all or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("--quarter", metavar="FY2024Q1", help="the quarter of files without decision dates")

    def build_layout(self, options: dict[str, Any]) -> Layout:
        quarter = options["quarter"]
        if quarter is None:
            return lca.build_lca_layout(None)
        named = re.fullmatch(r"(FY20\d\d) ?Q([1-4])", quarter.upper())
        if not named:
            raise CommandError(f"{quarter!r} isn't a fiscal quarter. Write it as FY2024Q1.")
        return lca.build_lca_layout((named[1], int(named[2])))

    def choose_refresh(self) -> Callable[[], Any]:
        return refresh_summaries
