"""Load the figures that ship."""

from typing import Any

from django.core.management.base import BaseCommand

from compensation.shipped import load_shipped


class Command(BaseCommand):
    help = "Load the pay figures that ship with Rolebook. Anything that the site has imported or edited itself stays."

    def handle(self, *args: Any, **options: Any) -> None:
        for name, count in load_shipped().items():
            self.stdout.write(f"{count:>7,} new from {name}")
