"""Count what single words say about the lines of labeled postings, for the reading of a pasted posting."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from packs.corpus.labelled import CORPUS, LabelledPosting, list_labelled
from packs.corpus.learning import learn_words
from packs.reading.cues import LEARNED, LearnedWords


class Command(BaseCommand):
    help = "Learn from the labeled postings what single words say about a line, and store it for reading others."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", nargs="?", type=Path, default=LEARNED, help="the reading's own file by default")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            learned = learn_words(list_seen())
            options["file"].write_bytes(format_words(learned))
        except (OSError, msgspec.ValidationError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{len(learned.words)} words.")


def list_seen() -> list[LabelledPosting]:
    """The labeled postings that may be learned from: all but the even half of those held out, which measures."""
    held_out = (posting for posting in list_labelled(CORPUS / "holdout") if posting.number % 2)
    return [*list_labelled(CORPUS), *list_labelled(CORPUS / "reading"), *held_out]


def format_words(learned: LearnedWords) -> bytes:
    """Learned words as JSON, one word a line."""
    kinds = msgspec.json.encode(learned.kinds)
    rows = (msgspec.json.encode(word) + b": " + msgspec.json.encode(tenths) for word, tenths in learned.words.items())
    return b'{"kinds": ' + kinds + b',\n"words": {\n' + b",\n".join(rows) + b"\n}}\n"
