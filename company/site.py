"""The company of this site as pages show it. It is read again when the number of its changes is another one.

Whoever asks the database for the state of the library hears of that number too, so that no page costs a query more.
"""

import threading
from typing import NamedTuple

import msgspec

from company.branding import Branding
from company.logo import InvalidLogoError, draw_header_logo
from company.models import SiteCompany
from company.profile import NO_COMPANY, ProfileInUse
from web.page import set_look

# What grows with each change of the site's company, 0 for a site without one: a number of SQL.
STATE = "(SELECT COALESCE(MAX(changes), 0)::bigint FROM company_sitecompany)"


class ShownCompany(NamedTuple):
    """The site's company as pages show it, and the number of its last change."""

    changes: int
    branding: Branding
    in_use: ProfileInUse


UNBRANDED = ShownCompany(0, Branding(), NO_COMPANY)
_shown = UNBRANDED
_reading = threading.Lock()


def read_site_company() -> ShownCompany:
    """The site's company as this process last read it, without a query."""
    return _shown


def read_site_name() -> str:
    """The site's name, from what the process keeps; no query."""
    return _shown.branding.site_name


def note_changes(changes: int) -> None:
    """Read the site's company again if its number of changes differs: two queries. Raises DatabaseError, and pages then
    show what was known.
    """
    global _shown  # noqa: PLW0603 # one company for the process
    if changes == _shown.changes:
        return
    with _reading:
        _shown = _load_company(changes)
        set_look(changes)


def _load_company(changes: int) -> ShownCompany:
    site = SiteCompany.objects.select_related("profile").first() if changes else None
    if site is None:
        return UNBRANDED
    branding = msgspec.structs.replace(site.branding, header_logo=_draw_header(site.branding.logo))
    return ShownCompany(changes, branding, site.profile.current().in_use(locked=branding.locked))


def _draw_header(logo: bytes) -> bytes:
    """The logo as the header shows it; empty where there is none, or it can't be light enough."""
    try:
        return draw_header_logo(logo) if logo else b""
    except InvalidLogoError:
        return b""
