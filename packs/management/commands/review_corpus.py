"""Print how well the checks do on labelled postings."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import msgspec
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from packs.review.checks import ALL_CHECKS
from packs.review.corpus import CheckScore, read_corpus, score_checks

CORPUS = Path(settings.BASE_DIR) / "tests" / "packs" / "review" / "corpus"


class Command(BaseCommand):
    help = "Review the labelled postings of a folder, and print each check's precision and recall with its mistakes."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dir", nargs="?", type=Path, default=CORPUS, help="the tests' own corpus by default")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            corpus = read_corpus(options["dir"])
        except (OSError, msgspec.ValidationError) as error:
            raise CommandError(str(error)) from error
        by_check = score_checks(corpus)
        self.stdout.write(f"{'check':24}{'precision':>10}{'recall':>8}{'must':>6}{'must not':>10}")
        for check in ALL_CHECKS:
            score = by_check.get(check.id, CheckScore())
            due, quiet = score.found + score.missed, score.wrong + score.quiet
            shares = f"{_format_share(score.precision):>10}{_format_share(score.recall):>8}"
            self.stdout.write(f"{check.id:24}{shares}{due:>6}{quiet:>10}")
            for missing in score.mistakes:
                self.stdout.write(f"    {missing}")
        self.stdout.write(f"{len(corpus)} postings.")


def _format_share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"
