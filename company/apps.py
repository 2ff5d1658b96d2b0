"""The company that the site or a hiring manager works for: its profile, its versions and private links, its brand."""

from django.apps import AppConfig


class CompanyConfig(AppConfig):
    """The Django app of company profiles and of the site's brand."""

    name = "company"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "Company"
