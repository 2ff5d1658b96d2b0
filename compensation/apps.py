"""Pay: benchmarks and where they come from."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from compensation.search import salary_entries
from roles.search.entries import register_finder


class CompensationConfig(AppConfig):
    """App of the pay figures."""

    name = "compensation"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Name what search finds in this app's parts, and what an editor should see to."""
        from compensation.dashboard import rules_to_read_again  # noqa: PLC0415 # imports models
        from roles.admin.dashboard import register_panel  # noqa: PLC0415 # imports models

        register_finder(salary_entries, salary=_("Pay"))
        register_panel(rules_to_read_again)
