"""`manage.py send_reminders`: tell everyone who may publish what is due, by e-mail. For cron, once a week."""

from typing import Any

from django.core.management.base import BaseCommand

from roles.admin.board.dashboard import list_panels
from roles.admin.reviewing.mails import mail_due

DUE = ("Due on", "Overdue")  # how the board words what is


class Command(BaseCommand):
    help = "Email what is due on the board to everyone who may publish. Sends nothing if nothing is due."

    def handle(self, *args: Any, **options: Any) -> None:
        lines = [f"{row.name}: {row.says}" for panel in list_panels() for row in panel.rows if row.says.startswith(DUE)]
        told = mail_due(lines) if lines else 0
        self.stdout.write(f"{len(lines)} due, {told} notified.")
