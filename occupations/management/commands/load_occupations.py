"""Load the occupations that ship."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from occupations.own_words import OwnWordsError
from occupations.shipped import load_shipped


class Command(BaseCommand):
    help = "Load the occupations that ship with Rolebook. Anything that the site has imported or written itself stays."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--replace", action="store_true", help="discard the releases that the site has imported")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            for line in load_shipped(replace=options["replace"]):
                self.stdout.write(line)
        except OwnWordsError as error:
            raise CommandError(str(error)) from error
