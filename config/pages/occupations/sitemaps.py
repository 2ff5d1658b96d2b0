"""What search engines may find of the occupations."""

from django.urls import reverse

from company.site import read_site_company
from config.pages.occupations.common import read_index
from occupations.addresses import occupation_path
from occupations.reading import OccupationSummary
from roles.pages.sitemaps import LibrarySitemap


class OccupationSitemap(LibrarySitemap):
    """The site map's entries for the pages of occupations that have data."""

    def items(self) -> list[OccupationSummary]:
        """The occupations that have data, in the order of their codes. One query."""
        return [found for found in read_index().occupations.values() if found.has_data]

    def location(self, found: OccupationSummary) -> str:
        """The path of an occupation's page."""
        return occupation_path(found.short_code, found.slug)


class OccupationListSitemap(LibrarySitemap):
    """The site map's entry for the list of all occupations."""

    def items(self) -> list[str]:
        """The name of the list's URL pattern, the only item; none where the site shows no occupation."""
        return ["occupation-list"] if read_site_company().branding.has_occupations else []

    def location(self, name: str) -> str:
        """The path of the list, from the name of its URL pattern."""
        return reverse(name)
