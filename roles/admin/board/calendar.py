"""What happens to the library by itself in the coming weeks, as a calendar."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
from django.urls import reverse
from django.utils import timezone

from roles.admin.board.dashboard import REVIEW_ROLE_EVERY, list_reviewed
from roles.models.edition import Edition

WEEKS = 6


class DayEvent(msgspec.Struct, frozen=True):
    """Something that happens to a role on a day, with a link to see to it. `at` is the time in UTC, "" for the whole
    day.
    """

    role: str
    says: str
    link: str
    at: str = ""


class CalendarDay(msgspec.Struct, frozen=True):
    """A day of the calendar: its date, whether it is today, and what happens on it."""

    on: date
    is_today: bool
    events: list[DayEvent]


def list_weeks() -> list[list[CalendarDay]]:
    """The weeks from this one on, each of seven days from its Monday. Two queries."""
    today = timezone.localdate()
    first = today - timedelta(days=today.weekday())
    events: dict[date, list[DayEvent]] = defaultdict(list)
    for on, event in (*_list_editions(first), *_list_reviews(first)):
        events[on].append(event)
    days = [first + timedelta(days=number) for number in range(7 * WEEKS)]
    shown = [CalendarDay(day, day == today, sorted(events[day], key=_sort_key)) for day in days]
    return [shown[start : start + 7] for start in range(0, len(shown), 7)]


def _sort_key(event: DayEvent) -> tuple[str, str]:
    return event.at, event.role


def _list_editions(first: date) -> Iterator[tuple[date, DayEvent]]:
    now, until = timezone.now(), first + timedelta(weeks=WEEKS)
    for edition in Edition.objects.cards().filter(live_from__gt=now, live_from__date__lt=until):
        link = reverse("admin:roles_role_editions", args=[edition.role_id])
        says = f"edition {edition.number} goes live"
        yield edition.live_from.date(), DayEvent(edition.title, says, link, f"{edition.live_from:%H:%M}")
    for edition in Edition.objects.cards().filter(expires_at__gt=now, expires_at__date__lt=until):
        if edition.expires_at is not None and edition.live_until == edition.expires_at:
            link = reverse("admin:roles_role_expire", args=[edition.role_id])
            at = edition.expires_at
            yield at.date(), DayEvent(edition.title, "goes off the site", link, f"{at:%H:%M}")


def _list_reviews(first: date) -> Iterator[tuple[date, DayEvent]]:
    before = first - REVIEW_ROLE_EVERY
    annotated: Any = list_reviewed()  # the stubs don't know its seen_on
    due = annotated.filter(seen_on__gte=before, seen_on__lt=before + timedelta(weeks=WEEKS))
    for role in due.only("title"):
        on = role.seen_on + REVIEW_ROLE_EVERY
        yield on, DayEvent(role.title, "is due for a review", reverse("admin:roles_role_change", args=[role.pk]))
