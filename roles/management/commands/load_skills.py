"""Load the vocabulary of skills that ships."""

from typing import Any

from django.core.management.base import BaseCommand

from roles.skills.storing import store_skills
from roles.skills.value import read_shipped_skills


class Command(BaseCommand):
    help = "Load the vocabulary of skills that ships with Rolebook. Anything that an editor wrote stays."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Skills: {store_skills(read_shipped_skills()):,} changed.")
