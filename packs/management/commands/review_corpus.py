"""Print how well reading, checks and pay law do on labelled postings."""

import json
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from compensation.pay_law.table import shipped_rules
from packs.corpus.labelled import CORPUS, LabelledPosting, list_labelled
from packs.corpus.scoring import CorpusScore, score_corpus
from packs.corpus.tally import Tally


class Command(BaseCommand):
    help = (
        "Read and review the labeled postings in a folder, and print precision and recall of everything that is "
        "labeled."
    )
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("dir", nargs="?", type=Path, default=CORPUS, help="the tests' own corpus by default")
        parser.add_argument(
            "--ids", choices=["odd", "even"], help="only the odd-numbered or the even-numbered postings"
        )
        parser.add_argument("--format", choices=["text", "markdown", "html"], help="only the postings in one format")
        parser.add_argument("--mistakes", action="store_true", help="print every mistake too")
        parser.add_argument("--json", action="store_true", help="print one JSON document")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            corpus = [*_choose(list_labelled(options["dir"]), options["ids"], options["format"])]
        except (OSError, msgspec.ValidationError) as error:
            raise CommandError(str(error)) from error
        rules = shipped_rules()
        score = score_corpus(corpus, rules)
        if options["json"]:
            self.stdout.write(json.dumps(_convert_score(score, mistakes=options["mistakes"]), indent=1))
            return
        self.stdout.write(f"{'':24}{'precision':>10}{'recall':>8}{'F1':>6}{'found':>7}{'missed':>8}{'wrong':>7}")
        for name, tally in list_tallies(score):
            self.stdout.write(_format_tally(name, tally))
            if options["mistakes"]:
                for mistake in tally.mistakes:
                    self.stdout.write(f"    {mistake}")
        for check, count in score.unlabelled.items():
            self.stdout.write(f"no label: {check:24}{count:>6} findings")
        for kind in () if options["format"] else sorted({labelled.format for labelled in corpus}):
            part = score_corpus(_choose(corpus, None, kind), rules)
            self.stdout.write(f"{kind}: {part.postings} postings")
            for name, tally in list_tallies(part, totals=True):
                self.stdout.write(_format_tally(f"  {name}", tally))
        self.stdout.write(f"{len(corpus)} postings.")


def list_tallies(score: CorpusScore, *, totals: bool = False) -> Iterator[tuple[str, Tally]]:
    """Each tally with its name; those of single checks are left out where only totals are wanted."""
    yield "words in sections", score.words
    yield "headings", score.headings
    yield from sorted(score.fields.items())
    yield "pay law", score.law
    yield "findings", score.findings
    yield "passed rightly", score.alarms
    if not totals:
        yield from sorted(score.checks.items())


def _choose(corpus: list[LabelledPosting], ids: str | None, form: str | None) -> Iterator[LabelledPosting]:
    for labelled in corpus:
        is_wanted = ids is None or labelled.number % 2 == (ids == "odd")
        if is_wanted and form in (None, labelled.format):
            yield labelled


def _format_tally(name: str, tally: Tally) -> str:
    shares = f"{_format_share(tally.precision):>10}{_format_share(tally.recall):>8}{_format_share(tally.both):>6}"
    return f"{name:24}{shares}{tally.found:>7}{tally.missed:>8}{tally.wrong:>7}"


def _convert_score(score: CorpusScore, *, mistakes: bool) -> dict[str, Any]:
    return {
        "postings": score.postings,
        "unlabelled": score.unlabelled,
        **{
            name: {
                "precision": tally.precision,
                "recall": tally.recall,
                "f1": tally.both,
                "found": tally.found,
                "missed": tally.missed,
                "wrong": tally.wrong,
                **({"mistakes": tally.mistakes} if mistakes else {}),
            }
            for name, tally in list_tallies(score)
        },
    }


def _format_share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
