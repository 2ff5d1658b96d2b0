"""Which library readers see: a value that changes whenever an edition goes live or off, what is known of occupations
changes, the company of the site does, or what an app above names as its state, asked once a second. While the database
is away, the last one goes on for settings.SECONDS_LAST_KNOWN.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from math import inf
from typing import NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection

from company.site import STATE as COMPANY_STATE
from company.site import note_changes, read_site_company
from occupations.codes import show_occupations
from occupations.reading import STATE
from roles.app_parts import list_parts
from roles.models.edition import LIVE, note_translations, show_roles
from roles.publishing.live import live_edition
from web.page import cached_by_arguments

type State = tuple[int | str, ...]


class LibraryVersion(NamedTuple):
    """The library's state, with when this process first saw it, last asked for it and last got an answer, in seconds of
    the monotonic clock.
    """

    state: State | None
    since: float
    asked: float
    answered: float

    @property
    def is_last_known(self) -> bool:
        """Whether the database didn't answer when it was last asked, so that this state may be out of date."""
        return self.answered < self.asked

    @property
    def is_settled(self) -> bool:
        """Whether everything kept of the state before has run out, so that a page made now is of this state."""
        known = self.state is not None and not self.is_last_known
        return known and time.monotonic() - self.since > 2 * settings.SECONDS_STALE


# The live translations, as note_translations reads them.
TRANSLATIONS = f"""
    COALESCE(STRING_AGG(CONCAT_WS(' ', slug, language, COALESCE(
        (SELECT slug FROM roles_edition AS original WHERE original.slug = roles_edition.translates AND {LIVE}), slug
    )), ',' ORDER BY slug) FILTER (WHERE language <> 'en' AND {LIVE}), '')
"""  # noqa: S608 # our own words
# A restored backup is another table, whatever its rows count to.
LIBRARY_STATE = f"""
    SELECT 'roles_edition'::regclass::oid::bigint, {COMPANY_STATE}, {TRANSLATIONS}, COUNT(*), COALESCE(MAX(id), 0),
        COUNT(*) FILTER (WHERE live_from <= statement_timestamp()),
        COUNT(*) FILTER (WHERE live_until <= statement_timestamp()),
        COALESCE(SUM(pay_number), 0)::bigint,
        {STATE}{{more}}
    FROM roles_edition
"""  # noqa: S608 # our own words
_version = LibraryVersion(None, 0, -inf, -inf)
_asking = threading.Lock()


@contextmanager
def borrowed_connection() -> Iterator[None]:
    """A context that uses the thread's database connection, and gives it back to the pool unless it was in use before.
    For work outside of Django's requests.
    """
    in_use = connection.connection is not None
    try:
        yield
    finally:
        if not in_use:
            connection.close()


def read_current_version() -> LibraryVersion:
    """The version of the library, at most settings.SECONDS_STALE old while the database answers.

    While it does not, this is the last one that was known, without waiting, until that is settings.SECONDS_LAST_KNOWN
    old; then its state is None.
    """
    if time.monotonic() - _version.asked >= settings.SECONDS_STALE and _asking.acquire(blocking=False):
        if _version.is_last_known:  # to ask a database that is away takes seconds, for which no reader waits
            threading.Thread(target=_renew_version, daemon=True).start()
        else:
            _renew_version()
    return _version


def cached_per_library_version[**P, Made](render: Callable[P, Made]) -> Callable[P, Made]:
    """Keep what `render` returns for the same arguments until the library changes. It must depend on nothing else."""

    def of_state(state: State, *args: P.args, **kwargs: P.kwargs) -> Made:
        return render(*args, **kwargs)

    page = cached_by_arguments(of_state, seconds=inf)

    def find_or_render(*args: P.args, **kwargs: P.kwargs) -> Made:
        state = read_current_version().state
        return render(*args, **kwargs) if state is None else page(state, *args, **kwargs)

    return find_or_render


def _renew_version() -> None:
    """Ask the database. Only for the thread that holds `_asking`; the others go on with what is known."""
    global _version  # noqa: PLW0603 # one version for the process
    try:
        asked = time.monotonic()
        state, answered = _ask_database(), asked
        if state is None:
            answered = _version.answered
            state = _version.state if asked - answered < settings.SECONDS_LAST_KNOWN else None
        if state != _version.state:
            live_edition.cache_clear()
        since = _version.since if state == _version.state else time.monotonic()
        _version = LibraryVersion(state, since, asked, answered)
    finally:
        _asking.release()


def _ask_database() -> State | None:
    """Changes of the site's company, the live translations, starts and ends of editions up to now, how often their pay
    has changed, and the state of the occupations.

    An edition that goes live or off adds one; a deleted one takes one.
    """
    with borrowed_connection():
        try:
            state = _read_state()
            note_changes(int(state[1]))
            branding = read_site_company().branding
            show_roles(branding.roles)
            show_occupations(branding.occupations)
            note_translations(str(state[2]))
            return state
        except DatabaseError:
            return None


def _read_state() -> State:
    with connection.cursor() as cursor:
        cursor.execute(_write_statement())
        return tuple(cursor.fetchone())


@cache
def _write_statement() -> str:
    return LIBRARY_STATE.format(more="".join(f", ({parts.state})" for parts in list_parts() if parts.state))
