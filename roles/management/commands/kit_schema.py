"""Print the JSON Schema of a kit file."""

from typing import Any

import msgspec
from django.core.management.base import BaseCommand

from roles.kit.value import json_schema


class Command(BaseCommand):
    help = "Print the JSON Schema of a kit file."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2).decode())
