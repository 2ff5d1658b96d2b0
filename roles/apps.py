"""The role kits: working copy, editions and the pages that show them."""

from django.apps import AppConfig


class RolesConfig(AppConfig):
    """App of the role kits. What it adds to the others is in its module `parts`."""

    name = "roles"
    default_auto_field = "django.db.models.BigAutoField"
