"""How much one network may have the site store in a day. It is kept in memory that all processes of a machine share."""

import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from web.rate_limit import visitor_address, visitor_network
from web.shared_rows import SharedRows

DAY_SECONDS = 24 * 60 * 60
MEGABYTE = 1024**2
ROWS = 2**16
BEGAN, ITEMS, BYTES, COLUMNS = 0, 1, 2, 3  # of a row: when its day began, how many new things in it, how many bytes


class DailyQuota:
    """Counts what each network stores in its day, which starts with the first time."""

    def __init__(self) -> None:
        """For the processes that are forked from this one."""
        self._networks = SharedRows(ROWS, COLUMNS)

    def take_room(self, network: str, size: int, *, is_new: bool, count: int = 1) -> bool:
        """Count so many bytes for a network, and `count` new things where `is_new`. Returns whether they are within its
        day's share; what is refused isn't counted.

        The limits are settings.NEW_PACKS_A_DAY and settings.MEGABYTES_A_DAY; 0 is no limit.
        """
        now = time.monotonic()
        with self._networks.lock_row(network) as row:
            if not row[BEGAN] or now - row[BEGAN] >= DAY_SECONDS:
                row[BEGAN], row[ITEMS], row[BYTES] = now, 0, 0
            items, stored = row[ITEMS] + is_new * count, row[BYTES] + size
            if _exceeds(items, settings.NEW_PACKS_A_DAY) or _exceeds(stored, settings.MEGABYTES_A_DAY * MEGABYTE):
                return False
            row[ITEMS], row[BYTES] = items, stored
        return True


def _exceeds(value: float, most: int) -> bool:
    return bool(most) and value > most


def attach_quota(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that gives each request `take_room(size, is_new=..., count=...)`, which counts for the request's
    network.

    It is made before there are workers, so that they count together.
    """
    quota = DailyQuota()

    def answer_with_quota(request: HttpRequest) -> HttpResponse:
        def take_room(size: int, *, is_new: bool, count: int = 1) -> bool:
            return quota.take_room(visitor_network(visitor_address(request)), size, is_new=is_new, count=count)

        request.take_room = take_room  # type: ignore[attr-defined] # for views that store
        return get_response(request)

    return answer_with_quota
