"""How much one network may have the site store in a day. It is kept in memory that all processes of a machine share."""

import time

from django.conf import settings

from web.shared_rows import SharedRows

DAY_SECONDS = 24 * 60 * 60
MEGABYTE = 1024**2
ROWS = 2**16
BEGAN, ITEMS, BYTES, COLUMNS = 0, 1, 2, 3  # of a row: when its day began, how many new things in it, how many bytes


class DailyQuota:
    """What each network has stored in its day, which begins with the first time."""

    def __init__(self) -> None:
        """For the processes that are forked from this one."""
        self._networks = SharedRows(ROWS, COLUMNS)

    def take_room(self, network: str, size: int, *, is_new: bool) -> bool:
        """Whether a network may store so many bytes more, in something new or not. What is refused does not count.

        The limits are settings.NEW_PACKS_A_DAY and settings.MEGABYTES_A_DAY; 0 is without limit.
        """
        now = time.monotonic()
        with self._networks.lock_row(network) as row:
            if not row[BEGAN] or now - row[BEGAN] >= DAY_SECONDS:
                row[BEGAN], row[ITEMS], row[BYTES] = now, 0, 0
            items, stored = row[ITEMS] + is_new, row[BYTES] + size
            if _exceeds(items, settings.NEW_PACKS_A_DAY) or _exceeds(stored, settings.MEGABYTES_A_DAY * MEGABYTE):
                return False
            row[ITEMS], row[BYTES] = items, stored
        return True


def _exceeds(value: float, most: int) -> bool:
    return bool(most) and value > most


stored_today = DailyQuota()  # config/wsgi.py imports it before there are workers
