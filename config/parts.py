"""What the site's own pages add to the site map."""

from config.pages.occupations.sitemaps import OccupationListSitemap, OccupationSitemap
from roles.app_parts import AppParts

PARTS = AppParts(sitemaps={"occupation-list": OccupationListSitemap, "occupations": OccupationSitemap})
