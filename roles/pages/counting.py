"""Counting what is read and copied: numbers by role and day, kept in memory and written in one statement.

No cookie, no address, no browser: a count can't be traced to a person. A process that ends by force loses up to
SECONDS_BETWEEN_WRITES of counts, and a cache in front of the site hides what it answers itself; both are fine for
telling what is read most.
"""

import threading
import time
from collections import Counter
from datetime import date

from django.conf import settings
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from roles.kit.choices import Counted
from roles.models.count import Count
from roles.publishing.library_version import borrowed_connection
from roles.publishing.live import live_edition_or_404

_lock = threading.Lock()
_waiting: Counter[tuple[Counted, date, str]] = Counter()
_written = time.monotonic()


def count_use(what: Counted, slug: str) -> None:
    """Count one more. Now and then this writes what has gathered."""
    with _lock:
        _waiting[what, timezone.localdate(), slug] += 1
        due = time.monotonic() - _written > settings.SECONDS_BETWEEN_COUNTS
    if due:
        write_counts()


def write_counts() -> None:
    """Add what has gathered to the rows of its days. While the database is away it goes on gathering."""
    global _written  # noqa: PLW0603 # one clock for the process
    with _lock:
        gathered = Counter(_waiting)
        _waiting.clear()
        _written = time.monotonic()
    if not gathered:
        return
    try:
        _add_to_rows(gathered)
    except OperationalError:
        with _lock:
            _waiting.update(gathered)


def _add_to_rows(gathered: "Counter[tuple[Counted, date, str]]") -> None:
    rows = [(str(what), day, slug, times) for (what, day, slug), times in sorted(gathered.items())]
    table = connection.ops.quote_name(Count._meta.db_table)
    with borrowed_connection(), connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (what, day, slug, times) VALUES (%s, %s, %s, %s) "  # noqa: S608 # our own table
            f"ON CONFLICT (what, day, slug) DO UPDATE SET times = {table}.times + EXCLUDED.times",
            rows,
        )


@csrf_exempt  # it changes a number and reads nothing; library pages carry no token
@require_POST
def count_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Count that a text of a role was copied; static/js/copy.js says so. Raises Http404 for a role that is not live."""
    count_use(Counted.COPIED, live_edition_or_404(slug).slug)
    return HttpResponse(status=204)
