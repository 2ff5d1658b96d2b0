"""Bring the pay-transparency rules up to date with those that ship."""

from typing import Any

from django.core.management.base import BaseCommand

from compensation.pay_law.table import shipped_rules, update_table


class Command(BaseCommand):
    help = (
        "Add the shipped pay-transparency rules that the site doesn't have, and update those that no editor has "
        "changed. Rules that an editor has changed stay as they are."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        update = update_table(shipped_rules())
        self.stdout.write(
            f"{len(update.added)} pay-transparency rules added, {len(update.changed)} updated, "
            f"{len(update.withdrawn)} removed."
        )
