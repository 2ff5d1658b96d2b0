"""What search engines may find of the salary pages."""

from django.urls import reverse

from roles.models.edition import Edition
from roles.pages.sitemaps import LibrarySitemap, RoleSitemap


class SalarySitemap(RoleSitemap):
    """The site map's entries for the salary pages of live roles."""

    def location(self, edition: Edition) -> str:
        """The path of the role's salary page."""
        return reverse("salary", args=[edition.slug])


class PaySitemap(LibrarySitemap):
    """The site map's entries for pages on pay that aren't about one role."""

    def items(self) -> list[str]:
        """The names of the pages' URL patterns."""
        return ["salaries", "how-we-measure-pay", "pay-law"]

    def location(self, name: str) -> str:
        """The path of a page, from the name of its URL pattern."""
        return reverse(name)
