"""The workbench: job descriptions made from the library."""

from django.apps import AppConfig


class PacksConfig(AppConfig):
    """App of the workbench."""

    name = "packs"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let the writing checks read a role's template before it is published."""
        from packs.description.kit_checks import template_reads_well  # noqa: PLC0415 # imports models
        from roles.publishing.checks import register_check  # noqa: PLC0415 # imports models

        register_check(template_reads_well)
