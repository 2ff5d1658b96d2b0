"""The bare Django page's application: Django alone, without the memory that stands before the site."""

from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

application = get_wsgi_application()
assert get_resolver().url_patterns  # loaded before several threads ask for it at once  # noqa: S101
