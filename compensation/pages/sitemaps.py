"""What search engines may find of the salary pages."""

from django.urls import reverse

from roles.models.edition import Edition
from roles.pages.sitemaps import LibrarySitemap, RoleSitemap


class SalarySitemap(RoleSitemap):
    """The salary page of every live role."""

    def location(self, edition: Edition) -> str:
        """The path of the role's salary page."""
        return reverse("salary", args=[edition.slug])


class PaySitemap(LibrarySitemap):
    """The pages on pay that belong to no one role."""

    def items(self) -> list[str]:
        """The names of their addresses."""
        return ["salaries", "how-we-measure-pay", "pay-law"]

    def location(self, name: str) -> str:
        """The page's path."""
        return reverse(name)
