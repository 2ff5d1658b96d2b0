"""Bring the translations in locale/ up to date with what the code and the templates say, and compile them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config import translations


class Command(BaseCommand):
    help = "Bring the translations in locale/ up to date with what the site says, and compile them."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        for language, name in settings.LANGUAGES[1:]:
            catalogue = translations.renewed(language)
            path = translations.path_of(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(translations.as_text(catalogue))
            path.with_suffix(".mo").write_bytes(translations.compiled(catalogue))
            faults = translations.faults(catalogue)
            self.stdout.write("\n".join([*faults, f"{name}: {len(catalogue)} messages, {len(faults)} to see to."]))
