"""Bring the database up to date before the site is served."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from config.postgres.turns import wait_for_turn
from roles.models.working_copy import Role


class Command(BaseCommand):
    help = (
        "Migrate the database, load the rules, figures, occupations, skills and questions that ship, and the starter "
        "library if there are no roles."
    )
    requires_system_checks = ()  # they ask the database; `migrate` runs them below, where a failure has its message

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write("Preparing the database.")
        try:
            with wait_for_turn("rolebook_prepare"):  # two first starts at once would make the same tables
                self._prepare_database()
        except CommandError:
            raise
        except Error as error:
            raise CommandError(f"The database can't be used: {error}") from error

    def _prepare_database(self) -> None:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("load_skills")
        if not Role.objects.exists():
            self.stdout.write("Loading the starter library.")
            call_command("load_library")
        call_command("load_pay_law")
        call_command("load_figures")
        call_command("load_occupations")
        call_command("load_question_bank")
