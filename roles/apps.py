"""The role kits: working copy, editions and the pages that show them."""

from django.apps import AppConfig

from roles.search import finds, role_entries


class RolesConfig(AppConfig):
    """App of the role kits."""

    name = "roles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name what search finds in this app's parts."""
        finds(role_entries, role="Roles", faq="Answers", skill="Skills")
