"""Pay: benchmarks and where they come from."""

from django.apps import AppConfig


class CompensationConfig(AppConfig):
    """App of the pay figures."""

    name = "compensation"
    default_auto_field = "django.db.models.BigAutoField"
