"""The live edition of a role, kept in memory for a moment."""

import threading

import cachetools
from django.conf import settings
from django.http import Http404

from roles.models.edition import Edition, is_shown

EDITIONS_KNOWN = 20_000  # a few hundred bytes each


@cachetools.cached(
    cachetools.TTLCache[str, Edition | None](EDITIONS_KNOWN, settings.SECONDS_STALE), lock=threading.Lock()
)
def live_edition(slug: str) -> Edition | None:
    """The live edition of a role without its kit, or None. Kept in the process, so it may be SECONDS_STALE seconds old;
    one query otherwise.
    """
    return Edition.objects.live().cards().filter(slug=slug).first()


def live_edition_or_404(slug: str) -> Edition:
    """The live edition of a role without its kit, up to SECONDS_STALE seconds old. Raises Http404 where there is none,
    or readers aren't shown the role.
    """
    edition = live_edition(slug) if is_shown(slug) else None
    if edition is None:
        raise Http404
    return edition
