"""Moments on the desk: a day and a time, picked in the editor's own time zone."""

import re
from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils import timezone

ZONE = "zone"  # the name of the field, and of what the session remembers
UTC = "UTC"
YEARS = range(2000, 2101)
CLOCK = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?")
FOLDERS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@cache
def list_zones() -> tuple[tuple[str, str], ...]:
    """The time zones to choose from, UTC first, as a form's choices. Read from the system once, then kept."""
    names = sorted(name for name in available_timezones() if name.startswith(FOLDERS))
    return ((UTC, UTC), *((name, name.replace("_", " ")) for name in names))


class MomentInput(forms.DateTimeInput):
    """The browser's own picker of a day and a time (`datetime-local`), to the minute."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(attrs={"class": "desk-moment"}, format="%Y-%m-%dT%H:%M")


class MomentField(forms.Field):
    """A day and time on the clock of a zone that isn't known yet, as a datetime without a zone."""

    widget = MomentInput

    def to_python(self, value: object) -> datetime | None:
        """The day and time without a zone, None for an empty field. Raises ValidationError for anything else, and for a
        year that isn't one of YEARS.
        """
        text = str(value or "").strip()
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text) if CLOCK.fullmatch(text) else None
        except ValueError:
            moment = None
        if moment is None:
            raise ValidationError("Pick a day and a time, such as 2027-03-31 09:30.")
        if moment.year not in YEARS:
            raise ValidationError(f"Pick a year from {YEARS[0]} to {YEARS[-1]}.")
        return moment


class ZonedForm(forms.Form):
    """A form with moments in a time zone that it asks for. The zone is remembered in the session of `visitor`."""

    zone = forms.ChoiceField(
        choices=list_zones,
        label="Your time zone",
        help_text="The times above are in this zone. It is remembered until you sign out.",
    )

    def in_zone(self, name: str) -> datetime | None:
        """The moment in the field `name`, in UTC, or None. Needs all fields cleaned. Adds an error for a time that the
        clocks of the zone skip, or show twice, when they are set.
        """
        moment: datetime | None = self.cleaned_data.get(name)
        zone = self.cleaned_data.get(ZONE)
        if moment is None or not zone:
            return None
        if said := find_clock_change(moment, ZoneInfo(zone)):
            self.add_error(name, said)
            return None
        return timezone.make_aware(moment, ZoneInfo(zone)).astimezone(ZoneInfo(UTC))


def find_clock_change(moment: datetime, zone: ZoneInfo) -> str:
    """What is wrong with a time without a zone that the clocks of a zone skip, or show twice, when they are set: a
    sentence for whoever picked it. "" for any other time.
    """
    first, second = (moment.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    if first.utcoffset() == second.utcoffset():
        return ""
    if first.astimezone(ZoneInfo(UTC)).astimezone(zone).replace(tzinfo=None) != moment:
        return "Clocks in this zone skip this time when they are set forward. Pick another time."
    return "Clocks in this zone show this time twice when they are set back. Pick another time, or pick it in UTC."


def recall_zone(request: HttpRequest) -> str:
    """The name of the time zone that the visitor chose last, kept in the session; "UTC" before any choice."""
    return str(request.session.get(ZONE, UTC))


def remember_zone(request: HttpRequest, zone: str) -> None:
    """Store a time zone in the visitor's session, for their next form."""
    request.session[ZONE] = zone
