"""The reference behind every title: occupations, with figures of O*NET and of the Bureau of Labor Statistics."""

from django.apps import AppConfig


class OccupationsConfig(AppConfig):
    """The Django app of the occupation reference."""

    name = "occupations"
    default_auto_field = "django.db.models.BigAutoField"
