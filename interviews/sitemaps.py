"""What search engines may find of the question bank."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from roles.models.edition import Edition
from roles.pages.sitemaps import LibrarySitemap


class RoleQuestionsSitemap(LibrarySitemap):
    """The site map's entries for the questions of each live role."""

    def items(self) -> QuerySet[Edition]:
        """A query for the live editions by slug, without their kits."""
        return Edition.objects.shown().cards().order_by("slug")

    def location(self, edition: Edition) -> str:
        """The path of the page of a role's questions."""
        return reverse("role-questions", args=[edition.slug])

    def lastmod(self, edition: Edition) -> datetime:
        """The moment the edition went live, in UTC."""
        return edition.live_from


class QuestionListSitemap(LibrarySitemap):
    """The site map's entry for the page of all roles' questions."""

    def items(self) -> list[str]:
        """The name of the page's URL pattern, the only item."""
        return ["question-list"]

    def location(self, name: str) -> str:
        """The path of the page, from the name of its URL pattern."""
        return reverse(name)
