"""Bring the translations in locale/ up to date with what the code and the templates say, and compile them."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from config import translations


class Command(BaseCommand):
    help = "Update the translations in locale/ to match the site’s text, and compile them."
    requires_system_checks = ()

    def handle(self, *args: Any, **options: Any) -> None:
        for language, name in settings.LANGUAGES[1:]:
            catalogue = translations.renew_catalogue(language)
            path = translations.path_of(language)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(translations.format_catalogue(catalogue))
            path.with_suffix(".mo").write_bytes(translations.compile_catalogue(catalogue))
            errors = translations.list_catalogue_problems(catalogue)
            self.stdout.write("\n".join([*errors, f"{name}: {len(catalogue)} messages, {len(errors)} need attention."]))
