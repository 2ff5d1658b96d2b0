"""The role kits: working copy, editions and the pages that show them."""

from django.apps import AppConfig


class RolesConfig(AppConfig):
    """The Django app of role kits. The module `parts` says what it adds to other apps."""

    name = "roles"
    default_auto_field = "django.db.models.BigAutoField"
