"""What search engines may find of the library, with the real dates of its editions."""

from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import QuerySet
from django.urls import reverse

from roles.models import Edition


class LibrarySitemap(Sitemap):
    """Addresses under the site's own, whatever host was asked."""

    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        """The host of SITE_URL."""
        return urlsplit(settings.SITE_URL).netloc


class RoleSitemap(LibrarySitemap):
    """The role pages."""

    def items(self) -> QuerySet[Edition]:
        """The live editions."""
        return Edition.objects.live().cards().order_by("slug")

    def lastmod(self, edition: Edition) -> datetime:
        """When the edition went live."""
        return edition.live_from


class AuthorSitemap(LibrarySitemap):
    """The author pages."""

    def items(self) -> list[str]:
        """The authors whom live editions credit."""
        live = Edition.objects.live().order_by("author_slug")
        return [*live.values_list("author_slug", flat=True).distinct()]

    def location(self, slug: str) -> str:
        """The author's page."""
        return reverse("author-detail", args=[slug])


SITEMAPS = {"roles": RoleSitemap, "authors": AuthorSitemap}
