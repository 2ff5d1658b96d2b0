"""The wiring of the site, an app for its management commands."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """App of the site's wiring."""

    name = "config"
