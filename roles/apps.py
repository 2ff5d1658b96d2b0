"""The role kits: working copy, editions and the pages that show them."""

from django.apps import AppConfig


class RolesConfig(AppConfig):
    """App of the role kits."""

    name = "roles"
    default_auto_field = "django.db.models.BigAutoField"
