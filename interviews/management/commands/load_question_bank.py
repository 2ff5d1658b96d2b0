"""Load the shared question bank that ships."""

from typing import Any

from django.core.management.base import BaseCommand

from interviews.shared.storing import load_bank


class Command(BaseCommand):
    help = "Load the shared question bank that ships with Rolebook. Anything that an editor wrote stays."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Shared question bank: {load_bank():,} changed.")
