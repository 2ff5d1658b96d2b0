"""The city, region and country that the parts of an address name, as far as they can be known."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from packs.posting.gazetteer import (
    KnownCity,
    find_cities,
    find_country,
    find_county,
    find_region,
    is_borough,
    is_county,
    uses_currency,
)
from packs.posting.towns import find_small_towns
from packs.reading.occupation_words import EMPLOYER_WORD

_MOST_CITY_WORDS = 4
_CODE, _LONGEST_CODE = 2, 3
_LONGEST_NAME = 4  # words of a city within an address without commas
_IRISH = re.compile(r"Co\.? (?!(?:Antrim|Armagh|Down|Fermanagh|Derry|Londonderry|Tyrone|Durham)\b)[A-Z]\w+")
_CITY = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}")
# A word that is in no name, such as run in We run eight shops, Texas.
_LOWER_WORD = re.compile(
    r"(?<= )(?!(?:on|upon|of|the|de|del|la|le|les|sur|am|an|der|den|by|in|and|under|next)\b)[a-z]{3,}\b"
)
_CODE_LAST = re.compile(r"\A(.*\S)\s+([A-Z]{2,3})\Z")
_BODY = re.compile(
    r"(?:University|Hospitals?|College|Airport|Museum|Library|Cathedral|Campus|Metro|Region|City|Town|CBD)",
    re.IGNORECASE,
)  # of a city
_BRANCH = re.compile(r"Main|Central|Downtown|Branch|HQ|Depot|Store", re.IGNORECASE)
# Small words after a city's name; after others, as in Send your letter, it is another word.
_AFTER = frozenset(("and", "or", "with", "area", "areas", "office", "offices", "based", "region", "city", "town"))
_AFTER |= {"centre", "center", "metro", "only", "on", "location", "branch", "store", "campus", "site", "team", "plus"}
_AFTER |= {"hybrid", "remote", "near"}
# Cities' names that are other words far more often: March is a town, and Downtown one of GeoNames' cities.
_RATHER_WORDS = frozenset(("march", "april", "may", "august", "downtown", "mary", "martin"))
_RATHER_WORDS |= {
    "university",
    "college",
    "center",
    "union",
    "airport",
    "mission",
    "reserve",
    "post",
    "date",
    "officer",
}
_RATHER_WORDS |= {"page", "send", "welcome", "opportunity", "holiday", "spring", "price", "commerce", "talent", "media"}
_RATHER_WORDS |= {
    "metro",
    "central",
    "fleet",
    "mobile",
    "alliance",
    "progress",
    "mentor",
    "friendly",
    "young",
    "most",
    "grants",
}
_OWN_MONEY = ("EUR", "GBP", "AUD", "NZD")  # that hardly anybody is paid in elsewhere
_COUNTY_MONEY = (("GB", ("", "GBP")), ("IE", ("EUR",)))  # where a town stands before its county, and is paid so
# Where people are paid so, a small town is looked for.
_TOWN_MONEY = {"GBP": "GB", "EUR": "IE", "AUD": "AU", "NZD": "NZ", "CAD": "CA", "USD": "US"}
_NO_PLACE = re.compile(
    r"(?:job|req|requisition|posting|position|vacancy|reference)", re.IGNORECASE
)  # Job ID is not in Idaho
_NOT_A_CITY = re.compile(
    r"\b(?:street|st|road|rd|avenue|ave|floor|suite|building|office|remote|hybrid|county|full|part|time|based"
    r"|anywhere"
    r"|school|hospital|university|college|company|ltd|inc|llc|trust|group|council|board|department|site|days?|home"
    r"|permanent|contract|shift|hours?|week)\b",
    re.IGNORECASE,
)


class PlaceHints(msgspec.Struct, frozen=True):
    """What the whole text says about where it comes from: the currency of its pay, and the states and provinces it
    names.
    """

    currency: str = ""
    regions: frozenset[tuple[str, str]] = frozenset()


NO_HINTS = PlaceHints()


def find_addressed_city(parts: list[str]) -> tuple[str, str, str] | None:
    """City, country and region of an address that names its region or its country, from its end."""
    if any(_IRISH.fullmatch(part) for part in parts):
        return _find_city_of(parts, "IE")
    country = next((code for part in reversed(parts) if not find_region(part) and (code := _read_country(part))), "")
    for index in range(len(parts) - 1, -1, -1):
        part = parts[index]
        at = index - 1 - bool(index > 1 and _is_code_of(parts[index - 1], part))  # Denver, CO (Colorado)
        before = parts[at] if index else ""
        if len(part) == _CODE and part in {known.country for known in find_cities(before)[:1]} and before:
            return before, part, ""  # Amsterdam (NL)
        region = find_region(part, before)
        if region and (not country or region[0] == country):
            if _is_before_county(parts, index):
                before = parts[index - 2]  # Salem, Marion County, Oregon
            after = "" if index else _find_city_in(parts[1:2], region)  # Oregon, Salem
            city = _drop_part(before, region) if _is_city(before) else after
            if not city and is_rather_city(part, region):
                city = part
            return city, *region
        match = _CODE_LAST.fullmatch(part)
        is_named = match and not _NO_PLACE.fullmatch(match[1])
        if match and is_named and (region := find_region(match[2], match[1])) and _is_city(match[1]):
            return match[1], *region
    if not country:
        return None
    return _find_city_of(parts, country)


def _drop_part(name: str, region: tuple[str, str]) -> str:
    """A city's name without the word for a branch after it, where it is known without: Moose Jaw Main."""
    first, _, last = name.rpartition(" ")
    known = (*find_cities(first), *find_small_towns(first)) if _BRANCH.fullmatch(last) else ()
    return first if any((at.country, at.region) == region for at in known) else name


def _is_before_county(parts: list[str], index: int) -> bool:
    """Whether a town stands before the county of the state at an index: Salem, Marion County, Oregon."""
    if index <= 1 or not parts[index - 1].endswith(" County"):
        return False
    return _is_city(parts[index - 2]) and not find_region(parts[index - 2])


def read_county(part: str) -> str | None:
    """The code of Britain or Ireland by the name of one of its counties: West Sussex, Co. Antrim."""
    return "IE" if _IRISH.fullmatch(part) else find_county(part.replace("Co. ", "Co "))


def _is_code_of(code: str, region: str) -> bool:
    return code.isupper() and len(code) <= _LONGEST_CODE and find_region(code) == find_region(region)


def _read_country(part: str) -> str | None:
    """The country that a part is or, by a name of two words, starts with: United Kingdom Mill Lane School."""
    return find_country(part) or (find_country(" ".join(part.split()[:2])) if part.count(" ") > 1 else None)


def _find_city_in(parts: list[str], region: tuple[str, str]) -> str:
    """A part that is a city of a region, which stands before it: Oregon, Salem. "" where there is none."""
    return next((part for part in parts if any((at.country, at.region) == region for at in find_cities(part))), "")


def _find_city_of(parts: list[str], country: str) -> tuple[str, str, str]:
    """A city of a country that the address names; a county called after a city is none where another stands before."""
    known = [*_list_known(reversed(parts), country)]
    towns = [found for found in known if not is_county(found[0], country) and not find_country(found[0])]
    if known:
        return (towns or known)[0]
    for before, part in reversed([*pairwise(parts)]):
        is_town = _is_city(before) and not find_country(before) and not any(map(str.isdigit, before))
        if is_town and country in (find_country(part), read_county(part)):
            return before, country, ""
    return "", country, ""


def _list_known(parts: Iterable[str], country: str) -> Iterator[tuple[str, str, str]]:
    """The known cities of a country, with its code and their region, that parts of an address are or start with."""
    for part in parts:
        names = ((name, known) for name in _list_prefixes(part) for known in find_cities(name))
        yield from ((name, country, known.region) for name, known in names if known.country == country)


def find_city_within(parts: list[str], country: str) -> tuple[str, str, str]:
    """The city of a country that an address names anywhere, from its end, with the codes of the country and the region,
    each "" where it isn't known. Parts without commas are looked through.
    """
    found = _find_city_of(parts, country)
    borough = next(filter(is_borough, parts), "") if country == "GB" else ""
    if borough and not found[0]:
        return borough, country, ""
    for words in [] if found[0] else [part.split() for part in reversed(parts) if read_county(part) != country]:
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _LONGEST_NAME), end):
                name = " ".join(words[start:end])
                if name[:1].isupper() and any(known.country == country for known in find_cities(name)):
                    return name, country, ""
    return found


def find_lone_city(parts: list[str], hints: PlaceHints) -> tuple[str, str, str] | None:
    """A city that is known by its name alone, with the codes of its country and region: one before its county, a whole
    part, or the first words of one. None where there is none.
    """
    for before, part in pairwise(parts):
        county = (known for known in find_cities(before) if before[:1].isupper() and is_county(part, known.country))
        if known := next(county, None):
            return before, known.country, known.region
    homes = [country for country, currencies in _COUNTY_MONEY if hints.currency in currencies]
    for before, part in pairwise(parts) if homes else ():  # Truro, Cornwall
        home = next((country for country in homes if is_county(part, country)), "")
        if home and not find_region(part) and _is_city(before) and not EMPLOYER_WORD.search(before):
            return before, home, ""
    whole = [(part, known) for part in reversed(parts) if (known := choose_city(part, hints)) and part[:1].isupper()]
    if whole:
        part, known = max(whole, key=lambda found: found[1].is_metropolis)
        return part, known.country, known.region
    for part in parts:
        if _NOT_A_CITY.search(part):
            continue
        for city in _list_prefixes(part):
            if (known := choose_city(city, hints)) and city[:1].isupper():
                return city, known.country, known.region
    return None


def choose_city(name: str, hints: PlaceHints) -> KnownCity | None:
    """The largest city of a name, the one in a state that the text names, or the largest where people are paid so.

    Many beyond America are paid in dollars. Where people are paid in euros or pounds, a small town elsewhere is none.
    """
    known = () if name.casefold() in _RATHER_WORDS else find_cities(name)
    currency = hints.currency
    is_largest = bool(known) and known[0].is_metropolis
    near = next((city for city in known if (city.country, city.region) in hints.regions), None)
    near = near or (None if is_largest else _choose_town(name, hints))
    home = near or next((city for city in known if currency and uses_currency(city.country, currency)), None)
    if home and not (currency in ("", "USD") and is_largest):
        return home
    if not known or is_largest:
        return known[0] if known else None
    if currency in ("", "USD"):
        return _find_namesake(known[0], hints) or known[0]
    return None if currency in _OWN_MONEY else known[0]


def _choose_town(name: str, hints: PlaceHints) -> KnownCity | None:
    """The small town of a name in a state that the text names or, where it names none and there is no second one, where
    people are paid so. In the United States, which has many towns of one name, such a name has two words.
    """
    towns = () if name.casefold() in _RATHER_WORDS else find_small_towns(name)
    near = next((town for town in towns if (town.country, town.region) in hints.regions), None)
    homes = {town for town in towns if town.country == _TOWN_MONEY.get(hints.currency)} if not hints.regions else set()
    is_sure = len(homes) == 1 and not find_cities(name) and (" " in name or hints.currency != "USD")
    return near or (homes.pop() if is_sure else None)


def _find_namesake(known: KnownCity, hints: PlaceHints) -> KnownCity | None:
    """A town of the only state that the text names, where the known city of its name is in another country: York, for
    Maine.
    """
    country, region = next(iter(hints.regions)) if len(hints.regions) == 1 else ("", "")
    return KnownCity(country, region, is_metropolis=False) if country not in ("", known.country) else None


def _list_prefixes(part: str) -> Iterator[str]:
    """The first words of a part, the most first; a hyphen parts words too, as in Berlin-Wedding."""
    words = part.split()[: _MOST_CITY_WORDS + 1]
    for count in range(min(len(words), _MOST_CITY_WORDS), 0, -1):
        after = words[count] if count < len(words) else ""
        is_end = not after or not (after[:1].isupper() or after.isalpha())  # Buffalo Bend is not in Buffalo
        is_end = is_end or after in _AFTER or (after.islower() and is_sure_name(" ".join(words[:count])))
        if is_end or _BODY.fullmatch(words[count]):
            yield " ".join(words[:count])
    if words and "-" in words[0]:
        yield words[0].partition("-")[0]


def _is_city(name: str) -> bool:
    """Whether words can be a city's name where its region stands after them."""
    if not _CITY.fullmatch(name) or not name[:1].isupper():
        return False
    return bool(find_cities(name)) or not (_NOT_A_CITY.search(name) or _LOWER_WORD.search(name))


def is_no_city(name: str) -> bool:
    """Whether words have one that names a street, a building or a workplace rather than a town."""
    return bool(_NOT_A_CITY.search(name))


def is_rather_city(name: str, region: tuple[str, str]) -> bool:
    """Whether a name is that of a region and of its largest city, as New York is."""
    known = find_cities(name)
    return len(name) > 3 and bool(known) and (known[0].country, known[0].region) == region  # noqa: PLR2004


def is_sure_name(name: str) -> bool:
    """Whether words are the name of a country or of a large city, and nothing else."""
    return bool(find_country(name)) or any(known.is_metropolis for known in find_cities(name)[:1])
