"""Places as people write them, as the codes that rules use, and the time of day there."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pycountry
from babel.core import Locale, get_global
from django.utils.timezone import localtime

from compensation.pay_law.rule import Employer, WorkPlace
from packs.posting.facts import OfferedPlace, Workplace
from packs.posting.gazetteer import find_cities, find_country, find_region, find_region_within, fold_name
from packs.posting.value import Posting

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

COUNTRY_LETTERS = 2  # of a code
# Languages in which people write the names of countries here.
_LANGUAGES = ("pl", "nl", "pt", "it", "de", "fr", "es", "en")
_COUNTRY_NAMES = {"ee. uu.": "US", "ee.uu.": "US", "eeuu": "US", "korea": "KR", "ivory coast": "CI", "burma": "MM",
                  "macedonia": "MK", "swaziland": "SZ", "dr congo": "CD", "uae": "AE", "eire": "IE"}  # fmt: skip
_BOROUGHS = {"manhattan", "brooklyn", "queens", "bronx", "the bronx", "staten island"}
_CITY_NAMES = {
    ("US", "NY"): dict.fromkeys(("nyc", "n.y.c.", "new york city", *_BOROUGHS), "New York"),
    ("US", "CA"): {"la": "Los Angeles", "l.a.": "Los Angeles", "sf": "San Francisco"},
}


def work_place(*, country: str, region: str = "", city: str = "", remote: bool = False) -> WorkPlace | None:
    """A place from names or codes, such as United States or US, Colorado or CO. None for an unknown country."""
    code = country_code(country)
    if code is None:
        return None
    found = region_code(code, region)
    return WorkPlace(country=code, region=found, city=_name_city(code, found, city), remote=remote)


def find_work_place(place: OfferedPlace, workplace: Workplace | None) -> WorkPlace | None:
    """A place as pay law takes it, or None for an unknown country. Remote work may be done anywhere in it.

    Without a country it is that of the state or province, or else of the only known city of that name.
    """
    remote = place.remote or workplace is Workplace.REMOTE
    if not place.country.strip():
        return _find_without_country(place.region.strip(), place.city.strip(), remote=remote)
    return work_place(country=place.country, region=place.region, city=place.city, remote=remote)


def _find_without_country(region: str, city: str, *, remote: bool) -> WorkPlace | None:
    if region:
        homes = {*filter(None, (find_region(region, city),))}
    else:
        homes = {(known.country, known.region) for known in find_cities(city)}
    if len(homes) != 1:
        return None
    ((country, code),) = homes
    return WorkPlace(country=country, region=code, city=_name_city(country, code, city), remote=remote)


def localize_now(posting: Posting) -> datetime:
    """The current time at the posting's places, as far as they are known; the site's own time otherwise."""
    found = [find_work_place(place, posting.workplace) for place in posting.places]
    return localize_time(localtime(), [(place.country, place.region) for place in found if place])


def name_region(region: str, country: str) -> str:
    """The name of a state or province, from its name or code; unknown words stay as they are."""
    code = country_code(country)
    found = pycountry.subdivisions.get(code=f"{code}-{region_code(code, region)}") if code else None
    return str(found.name) if found else region.strip()


def name_country(country: str) -> str:
    """The usual name of a country, from any of its names or codes; unknown words stay as they are."""
    code = country_code(country)
    if code == "US":
        return "USA"
    found = pycountry.countries.get(alpha_2=code) if code else None
    return str(getattr(found, "common_name", found.name)) if found else country.strip()


def find_employer(posting: Posting) -> Employer:
    """The employer's headcount and home, as far as the posting states them."""
    return Employer(headcount=posting.headcount, home=find_home(posting.home))


def find_home(words: str) -> WorkPlace | None:
    """The company's home, from words such as "Delaware, United States" or only a state; None for unknown words."""
    *before, last = [part.strip() for part in words.split(",")]
    if not last:
        return None
    city = before[-1] if before else ""
    for country in ("US", "CA"):  # before countries of the same name or code: Atlanta, Georgia and Denver, CO
        region = find_region_within(country, last)
        if region and (len(last) > len(region) or city) and _is_rather_region(country, region, last, city):
            return WorkPlace(country=country, region=region)
    code = country_code(last)
    return WorkPlace(country=code, region=region_code(code, city)) if code else None


def country_code(name: str) -> str | None:
    """The two-letter code of a country, by a code, or by its name in one of several languages."""
    wanted = fold_name(name).removeprefix("the ")
    if not wanted:
        return None
    if code := _load_country_names().get(wanted) or find_country(wanted):
        return code
    try:
        return str(pycountry.countries.lookup(name.strip()).alpha_2)
    except LookupError:
        return None


def region_code(country: str, name: str) -> str:
    """The code of a state or province within its country; a name that is not known stays as it is."""
    return find_region_within(country, name) or name.strip() if name.strip() else ""


def _is_rather_region(country: str, region: str, name: str, city: str) -> bool:
    """Whether words mean a state or province, and not the country with that name or code."""
    namesake = country_code(name)
    known = find_cities(city) if city else ()
    return not namesake or any((place.country, place.region) == (country, region) for place in known)


def _name_city(country: str, region: str, city: str) -> str:
    """A city's name as rules have it: New York for NYC and its boroughs, without the state after it."""
    named, _comma, after = city.partition(",")
    bare = " ".join((named if region_code(country, after) == region else city).split())
    return _CITY_NAMES.get((country, region), {}).get(bare.casefold(), bare)


@cache
def _load_country_names() -> dict[str, str]:
    """The codes of countries by their folded names in several languages. Of a name that two countries have, English
    decides. Kept after the first look-up.
    """
    names = {
        fold_name(name): code
        for language in _LANGUAGES
        for code, name in Locale.parse(language).territories.items()
        if len(code) == COUNTRY_LETTERS and code.isalpha()
    }
    return names | _COUNTRY_NAMES


def localize_time(moment: datetime, places: Iterable[tuple[str, str]]) -> datetime:
    """The moment in the local time of places, given by codes such as ("US", "CO"); unchanged where none is known.

    Among several zones it is the one where it is earliest, so that a day ends too soon for none of them.
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
