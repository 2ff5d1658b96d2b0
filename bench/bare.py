"""The bare Django page's application: Django alone, without the memory that stands before the site."""

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
