"""Read and review postings from files."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from compensation.pay_law.rule import WorkPlace
from compensation.pay_law.table import shipped_rules
from packs.pay_law.places import work_place
from packs.reading import ReadingError, read_file
from packs.review_report import ReviewReport, report_posting


class Command(BaseCommand):
    help = "Read postings from files, and print what was read, what the checks find and what pay law says."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help="any file that /review/ reads")
        parser.add_argument(
            "--place",
            action="append",
            type=parse_place,
            default=[],
            help="country and region by code, such as US-CO; repeat it for more; by default, the places in the text",
        )
        parser.add_argument(
            "--date",
            type=date.fromisoformat,
            help="the day to check the law for, such as 2027-01-31; by default, today",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON document per line for each file")

    def handle(self, *args: Any, **options: Any) -> None:
        rules, on = shipped_rules(), options["date"] or timezone.localdate()
        refused = 0
        for path in options["files"]:
            try:
                report = report_posting(read_file(path.name, path.read_bytes()), rules, options["place"], on)
            except (OSError, ReadingError) as error:
                refused += 1
                reason = f"{error.strerror}." if isinstance(error, OSError) and error.strerror else str(error)
                line = msgspec.json.encode({"refused": reason}).decode() if options["json"] else f"{path}: {reason}"
            else:
                line = (
                    msgspec.json.encode(report).decode() if options["json"] else "\n".join(format_lines(path, report))
                )
            self.stdout.write(line)
        if refused:
            raise CommandError(f"Files that can't be read: {refused}.")


def parse_place(text: str) -> WorkPlace:
    """A place from its codes. Raises ArgumentTypeError where the country isn't known."""
    country, _, region = text.partition("-")
    place = work_place(country=country, region=region)
    if place is None:
        raise ArgumentTypeError(f"“{text}” isn't a place. Enter a country and a region by code, such as US-CO.")
    return place


def format_lines(path: Path, report: ReviewReport) -> Iterator[str]:
    """A report as lines to print: the title, each finding, and each answer of pay law."""
    yield f"{path}: {report.title}"
    for finding in report.findings:
        yield f"  {finding.severity}: {finding.check}: {finding.message}"
    for answer in report.law:
        yield f"  law: {answer.rule}: {answer.asks}: {answer.status}"
