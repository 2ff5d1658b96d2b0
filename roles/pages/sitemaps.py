"""What search engines may find of the library, with the real dates of its editions."""

from collections.abc import Iterator
from datetime import datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.db.models import Max, OuterRef, QuerySet, Subquery
from django.urls import reverse

from roles.models.edition import Edition
from roles.models.search import SearchEntry
from roles.pages.comparison import comparison_path, confused_pairs
from roles.pages.kit_language import list_addresses
from roles.skills.storing import list_skills
from web.view import absolute_url


class LibrarySitemap(Sitemap):
    """Base of the site maps: addresses are at SITE_URL, and a page in several languages has one entry for each."""

    protocol = urlsplit(settings.SITE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        """The host of SITE_URL, whichever host was asked."""
        return urlsplit(settings.SITE_URL).netloc

    def get_urls(self, page: int | str = 1, site: Any = None, protocol: str | None = None) -> list[dict[str, Any]]:
        """The entries of a page of the site map, each with its addresses in other languages."""
        own = super().get_urls(page, site, protocol)
        return [entry for found in own for entry in _list_entries(found)]


def _list_entries(found: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """An entry as it is, or one for each language of its page. Only the page itself has a day of its last change."""
    own = found["location"].removeprefix(settings.SITE_URL)
    paths = list_addresses(own)
    pairs = [{"lang_code": code, "location": absolute_url(path)} for code, path in paths.items()]
    yield found | {"alternates": pairs} if pairs else found
    for path in paths.values():
        if path != own:
            yield found | {"location": absolute_url(path), "lastmod": None, "alternates": pairs}


class RoleSitemap(LibrarySitemap):
    """The site map's entries for the pages of live roles."""

    def items(self) -> QuerySet[Edition]:
        """A query for the live editions by slug, without their kits."""
        return Edition.objects.shown().cards().order_by("slug")

    def lastmod(self, edition: Edition) -> datetime:
        """The moment the edition went live, in UTC."""
        return edition.live_from


class RoleFaqSitemap(RoleSitemap):
    """The site map's entries for the page of each role's questions."""

    def location(self, edition: Edition) -> str:
        """The path of the page of a role's questions."""
        return reverse("role-faq", args=[edition.slug])


class AuthorSitemap(LibrarySitemap):
    """The site map's entries for authors that a live kit credits."""

    def items(self) -> list[str]:
        """The slugs of the authors that live kits credit. One query."""
        live = Edition.objects.shown().order_by("author_slug")
        return [*live.values_list("author_slug", flat=True).distinct()]

    def location(self, slug: str) -> str:
        """The path of an author's page."""
        return reverse("author-detail", args=[slug])


class AnswerSitemap(LibrarySitemap):
    """The site map's entries for the pages of single answers."""

    def items(self) -> QuerySet[SearchEntry]:
        """A query for the answers of live editions by role, each with its edition."""
        answers = SearchEntry.objects.live().filter(kind="faq").order_by("edition__slug", "pk")
        return answers.select_related("edition").only("anchor", "edition__slug", "edition__live_from")

    def location(self, answer: SearchEntry) -> str:
        """The path of an answer's page."""
        return answer.address

    def lastmod(self, answer: SearchEntry) -> datetime:
        """The moment the answer's edition went live, in UTC."""
        return answer.edition.live_from


class ComparisonSitemap(LibrarySitemap):
    """The site map's entries for pairs of roles on which a kit says something."""

    def items(self) -> QuerySet[SearchEntry]:
        """A query for each pair once, with the moment the other role's edition went live."""
        other = Edition.objects.shown().filter(slug=OuterRef("group")).values("live_from")[:1]
        return confused_pairs().annotate(other_live_from=Subquery(other))

    def location(self, pair: SearchEntry) -> str:
        """The path of the comparison of the two roles."""
        return comparison_path(pair.edition.slug, pair.group)

    def lastmod(self, pair: SearchEntry) -> datetime:
        """The moment the newer of the two editions went live, in UTC."""
        return max(pair.edition.live_from, pair.other_live_from)  # type: ignore[attr-defined] # annotated above


class SkillSitemap(LibrarySitemap):
    """The site map's entries for the skills that roles share."""

    def items(self) -> list[str]:
        """The slugs of the shared skills."""
        return [skill.slug for skill in list_skills()]

    def location(self, slug: str) -> str:
        """The path of a skill's page."""
        return reverse("skill-detail", args=[slug])


class PagesSitemap(LibrarySitemap):
    """The site map's entries for pages that collect from all roles, so that each new edition may change them."""

    def items(self) -> list[str]:
        """The names of the URL patterns of pages without a role, such as the home page."""
        return ["home", "role-list", "faq", "compare", "ladder", "skill-list", "author-list", "api"]

    def location(self, name: str) -> str:
        """The path of a page, from the name of its URL pattern."""
        return reverse(name)

    def lastmod(self, name: str) -> datetime | None:
        """The moment the newest live edition went live, in UTC; None without any."""
        return self._newest_change

    @cached_property
    def _newest_change(self) -> datetime | None:
        return Edition.objects.shown().aggregate(newest=Max("live_from"))["newest"]
