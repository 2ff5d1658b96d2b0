"""Add the shipped pay-transparency rules that the site does not have yet."""

from typing import Any

from django.core.management.base import BaseCommand

from compensation.pay_law.table import add_missing, shipped_rules


class Command(BaseCommand):
    help = "Add the shipped pay-transparency rules that the site does not have; rules that are there stay as they are."

    def handle(self, *args: Any, **options: Any) -> None:
        added = add_missing(shipped_rules())
        self.stdout.write(f"{len(added)} pay-transparency rules added.")
