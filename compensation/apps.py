"""Pay: benchmarks and where they come from."""

from django.apps import AppConfig


class CompensationConfig(AppConfig):
    """The Django app of pay figures. The module `parts` says what it adds to other apps."""

    name = "compensation"
    default_auto_field = "django.db.models.BigAutoField"
