"""The workbench: job descriptions made from the library."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """The Django app of the workbench. The module `parts` says what it adds to other apps."""

    name = "packs"
    default_auto_field = "django.db.models.BigAutoField"
