"""Counting what is read and copied: numbers by role and day, kept in memory and written now and then.

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
from roles.models.search_count import Asked, SearchCount, name_search
from roles.publishing.library_version import borrowed_connection
from roles.publishing.live import live_edition_or_404
from roles.search.words import split_words

MOST_SEARCHES_WAITING = 1000  # different ones, in one process
LONGEST_QUERY = 200  # characters

_lock = threading.Lock()
_waiting: Counter[tuple[Counted, date, str, str]] = Counter()
_searches: dict[tuple[date, str], Asked] = {}
_written = time.monotonic()


def count_use(what: Counted, slug: str, part: str = "") -> None:
    """Count one use of a role, or of one of its parts as `Count` names them, in this process. Now and then stores what
    it has gathered.
    """
    with _lock:
        _waiting[what, timezone.localdate(), slug, part] += 1
    _write_if_due()


def count_search(asked: str, *, found: bool) -> None:
    """Count a search, and whether it found anything, in this process. Now and then stores what it has gathered."""
    with _lock:
        _add_search(timezone.localdate(), name_search(split_words(asked)), Asked(asked=1, found=found))
    _write_if_due()


def _add_search(day: date, words: str, more: Asked) -> None:
    """Add to what is counted of a search, unless it has no word to count by, or too many others wait."""
    if words and (len(_searches) < MOST_SEARCHES_WAITING or (day, words) in _searches):
        _searches[day, words] = _searches.get((day, words), Asked()).join_later(more)


def _write_if_due() -> None:
    if time.monotonic() - _written > settings.SECONDS_BETWEEN_COUNTS:
        write_counts()


def write_counts() -> None:
    """Add the counts that this process has gathered to the rows of their days. While the database can't be reached the
    counts are kept for the next time.
    """
    global _written  # noqa: PLW0603 # one clock for the process
    with _lock:
        uses, searches = Counter(_waiting), dict(_searches)
        _waiting.clear()
        _searches.clear()
        _written = time.monotonic()
    try:
        if uses:
            _add_to_rows(uses)
            uses.clear()
        if searches:
            with borrowed_connection():
                SearchCount.objects.add_all(searches)
    except OperationalError:
        with _lock:
            _waiting.update(uses)
            for (day, words), counted in searches.items():
                _add_search(day, words, counted)


def _add_to_rows(gathered: "Counter[tuple[Counted, date, str, str]]") -> None:
    rows = [(str(what), day, slug, part, times) for (what, day, slug, part), times in sorted(gathered.items())]
    table = connection.ops.quote_name(Count._meta.db_table)
    with borrowed_connection(), connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} (what, day, slug, part, times) VALUES (%s, %s, %s, %s, %s) "  # noqa: S608 # ours
            f"ON CONFLICT (what, day, slug, part) DO UPDATE SET times = {table}.times + EXCLUDED.times",
            rows,
        )


@csrf_exempt  # it changes a number and reads nothing; library pages carry no token
@require_POST
def count_copy(request: HttpRequest, slug: str) -> HttpResponse:
    """Count that a text of a role was copied, and answer 204; static/js/copy.js posts it. Raises Http404 for a role
    that isn't live.
    """
    count_use(Counted.COPIED, live_edition_or_404(slug).slug)
    return HttpResponse(status=204)


@csrf_exempt  # as above
@require_POST
def count_choice(request: HttpRequest) -> HttpResponse:
    """Count that a result of a search was chosen, and answer 204. static/js/chosen.js posts the words that were
    searched for as `q`. The count is gathered in the process and stored later.
    """
    with _lock:
        words = name_search(split_words(request.POST.get("q", "")[:LONGEST_QUERY]))
        _add_search(timezone.localdate(), words, Asked(chosen=1))
    _write_if_due()
    return HttpResponse(status=204)
