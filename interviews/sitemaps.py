"""What search engines may find of the question bank."""

from datetime import datetime

from django.db.models import QuerySet
from django.urls import reverse

from roles.models.edition import Edition
from roles.pages.sitemaps import LibrarySitemap


class RoleQuestionsSitemap(LibrarySitemap):
    """The questions of each live role."""

    def items(self) -> QuerySet[Edition]:
        """The live editions by slug, without their kits."""
        return Edition.objects.live().cards().order_by("slug")

    def location(self, edition: Edition) -> str:
        """The page of its questions."""
        return reverse("role-questions", args=[edition.slug])

    def lastmod(self, edition: Edition) -> datetime:
        """When the edition went live."""
        return edition.live_from


class QuestionListSitemap(LibrarySitemap):
    """The questions of every role."""

    def items(self) -> list[str]:
        """The name of its address."""
        return ["question-list"]

    def location(self, name: str) -> str:
        """The path of the role's page of questions."""
        return reverse(name)
