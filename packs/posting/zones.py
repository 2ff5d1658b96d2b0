"""The time of day at a place of work: until when its deadline runs, and which day it is there."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from babel.core import get_global

# The zone of each state or province, the westernmost where it has several, so that no deadline ends early there.
# Sources: 49 CFR part 71 for the United States, the tz database for Canada and Australia.
_REGIONS = {
    "US": {
        "America/New_York": "CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV",
        "America/Chicago": "AL AR FL IA IL IN KY LA MI MN MO MS OK TN WI",
        "America/Denver": "CO KS MT ND NE NM SD TX UT WY",
        "America/Phoenix": "AZ",
        "America/Los_Angeles": "CA ID NV OR WA",
        "America/Adak": "AK",
        "Pacific/Honolulu": "HI",
        "America/Puerto_Rico": "PR VI",
        "Pacific/Guam": "GU MP",
        "Pacific/Pago_Pago": "AS",
    },
    "CA": {
        "America/Vancouver": "BC",
        "America/Edmonton": "AB NT NU",
        "America/Regina": "SK",
        "America/Winnipeg": "MB ON",
        "America/Toronto": "QC",
        "America/Halifax": "NB NL NS PE",
        "America/Whitehorse": "YT",
    },
    "AU": {
        "Australia/Sydney": "ACT NSW",
        "Australia/Melbourne": "VIC",
        "Australia/Brisbane": "QLD",
        "Australia/Adelaide": "SA",
        "Australia/Darwin": "NT",
        "Australia/Perth": "WA",
        "Australia/Hobart": "TAS",
    },
}
_ZONE_OF: Mapping[tuple[str, str], str] = {
    (country, region): zone
    for country, zones in _REGIONS.items()
    for zone, regions in zones.items()
    for region in regions.split()
}


def localize_time(moment: datetime, places: Iterable[tuple[str, str]]) -> datetime:
    """The moment in the local time of the places, by their codes of country and region: US, CO.

    Of several zones the one where it is earliest in the day, so that a day ends for none of them too soon. Without a
    place that is known, the moment as it is.
    """
    zones = [zone for country, region in places for zone in _list_zones(country, region)]
    return min((moment.astimezone(ZoneInfo(zone)) for zone in zones), key=_offset, default=moment)


@cache
def _list_zones(country: str, region: str) -> tuple[str, ...]:
    if zone := _ZONE_OF.get((country, region)):
        return (zone,)
    territories: Mapping[str, str] = get_global("zone_territories")
    known = available_timezones()
    return tuple(zone for zone, code in territories.items() if code == country and zone in known)


def _offset(moment: datetime) -> float:
    return (moment.replace(tzinfo=UTC) - moment).total_seconds()
