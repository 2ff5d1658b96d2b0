"""Pay: benchmarks and where they come from."""

from django.apps import AppConfig


class CompensationConfig(AppConfig):
    """App of the pay figures. What it adds to the others is in its module `parts`."""

    name = "compensation"
    default_auto_field = "django.db.models.BigAutoField"
