"""The role kits: working copy, editions and the pages that show them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from roles.search.entries import register_finder, role_entries


class RolesConfig(AppConfig):
    """App of the role kits."""

    name = "roles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name what search finds in this app's parts, what they are checked for, and what an editor should see to."""
        from roles.admin import dashboard  # noqa: PLC0415 # import models
        from roles.publishing import checks  # noqa: PLC0415 # import models

        register_finder(role_entries, role=_("Roles"), faq=_("Answers"), skill=_("Skills"))
        for check in checks.ROLE_CHECKS:
            checks.register_check(check)
        for panel in dashboard.ROLE_PANELS:
            dashboard.register_panel(panel)
