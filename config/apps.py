"""The wiring of the site: an app for its management commands and groups, and the admin with the desk's own sign-in."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate


class SiteConfig(AppConfig):
    """The Django app of the project's own settings and pages."""

    name = "config"

    def ready(self) -> None:
        """Have `make_groups` run after each migration, so that the groups exist with their permissions."""
        from config.groups import make_groups  # noqa: PLC0415 # imports models

        post_migrate.connect(make_groups, dispatch_uid="config.groups")


class RolebookAdminConfig(AdminConfig):
    """Django's admin app, with RolebookAdminSite as its site."""

    default_site = "config.admin_site.RolebookAdminSite"
