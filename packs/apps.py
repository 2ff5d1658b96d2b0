"""The workbench: job descriptions made from the library."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """App of the workbench. What it adds to the others is in its module `parts`."""

    name = "packs"
    default_auto_field = "django.db.models.BigAutoField"
