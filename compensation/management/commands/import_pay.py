"""Import pay records of any source."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Callable
from typing import Any

from django.core.management.base import CommandParser

from compensation.imports import generic
from compensation.imports.days import DayOrder
from compensation.imports.loading import Layout
from compensation.management.import_command import ImportCommand
from compensation.percentiles import refresh_summaries


class Command(ImportCommand):
    help = generic.__doc__ or ""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        return super().create_parser(prog_name, subcommand, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--source", required=True, metavar="SLUG", help="the source, which must already be in admin"
        )
        parser.add_argument(
            "--dates",
            type=DayOrder,
            choices=[*DayOrder],
            default=DayOrder.ASK,
            help="how the file writes April 3, 2026: 03/04/2026 is day-first, 04/03/2026 is month-first",
        )

    def build_layout(self, options: dict[str, Any]) -> Layout:
        return generic.build_generic_layout(options["source"], options["dates"])

    def choose_refresh(self) -> Callable[[], Any]:
        return refresh_summaries
