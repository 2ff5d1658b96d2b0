"""Places of work in the words of a posting: the city, its region and its country, as far as they can be known."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

import msgspec

from packs.posting.facts import OfferedPlace
from packs.posting.gazetteer import (
    WITH_REGIONS,
    KnownCity,
    find_cities,
    find_country,
    find_county,
    find_region,
    is_county,
    name_country,
    name_region,
    uses_currency,
)

_MOST_CITY_WORDS = 4
_LONGEST = 160  # characters of a line that may name a place
_REMOTE = re.compile(r"\b(?:remote|work(?:ing)? from home|home[- ]based|anywhere|telecommut\w+)\b", re.IGNORECASE)
# Where somebody may live who works from home, as wide as the world or a part of it that is no country.
_WIDE = re.compile(
    r"\b(?:europe(?:an union)?|eu|emea|apac|latam|americas|asia|africa|world(?:[- ]?wide)?|global(?:ly)?)\b",
    re.IGNORECASE,
)
# A capital OR is Oregon.
_AND = re.compile(r"(?:(?<!\s)\s+)?[;/|·•]\s*|(?<!\s)\s+(?:or|and|AND|&)\s+|(?:\s|\b)[–—-]{1,2}\s")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})\.\s+(?=[A-Z])")
# Codes for the post that tell the country.
_CODED_COUNTRIES = (
    ("GB", re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")),
    ("IE", re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4}\b")),
)
_CODE, _LONGEST_CODE = 2, 3
_LONGEST_NAME = 4  # words of a city within an address without commas
_IRISH = re.compile(r"Co\.? (?!(?:Antrim|Armagh|Down|Fermanagh|Derry|Londonderry|Tyrone|Durham)\b)[A-Z]\w+")
_ASIDE = re.compile(r"\([^()]*\)")
_PART = re.compile(r"(?:(?<!\s)\s+)?[,()]\s*")
_POSTCODE = re.compile(
    r"(?:(?<!\s)\s+)?\b(?:\d{4} [A-Z]{2}(?= [A-Z][a-z])|(?:SE?-)?\d{3} \d{2}(?= [A-ZÅÄÖ])"
    r"|(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{4})?"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})(?=\W|\Z)"
)
_LEAD = re.compile(
    r"\A(?:[\w.]+ ){0,6}?(?:in|near|from|at|within (?:\w+ ){1,3}of|of|within|across|throughout"
    r"|around) (?:the )?(?:city of )?|(?:the|fully|greater"
    r"|central|downtown|our|remote|hybrid|on[- ]?site|city of|town of|county of)\s",
    re.IGNORECASE,
)
_MOST_LEADS = 3  # The post is at | our school in | Oslo
_DISTRICT = re.compile(
    r"(?:(?:North|South|East|West) )?(\S.*?)(?: (?:[A-Z]{0,2}\d{1,2}(?:[A-Z]|er?|ème)?|[A-Z]))?"
)  # Dublin 6W
_CITY = re.compile(r"[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,3}")
_CODE_LAST = re.compile(r"\A(.*\S)\s+([A-Z]{2,3})\Z")
_BODY = re.compile(
    r"(?:University|Hospitals?|College|Airport|Museum|Library|Cathedral|Campus|Metro|Region|City|Town|CBD)",
    re.IGNORECASE,
)  # of a city
# Small words after a city's name; after others, as in Send your letter, it is another word.
_AFTER = frozenset(
    (
        *(
            "and",
            "or",
            "with",
            "area",
            "areas",
            "office",
            "offices",
            "based",
            "region",
            "city",
            "town",
            "centre",
            "center",
        ),
        *(
            "metro",
            "only",
            "on",
            "near",
            "location",
            "branch",
            "store",
            "campus",
            "site",
            "team",
            "plus",
            "hybrid",
            "remote",
        ),
    )
)
_SHORT_NAMES = {"NYC": "New York", "New York City": "New York", "LA": "Los Angeles", "SF": "San Francisco"}
_LABEL = re.compile(
    r"\A[^\w(]{0,9}(?:(?:[\w-]+ ){0,6}(?:locations?|sites?|offices?|places?)\s?:\s+|locations? (?=[A-Z]))?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"(?:[ -](?:only|based|residents?|candidates?|applicants?|area)){1,3}\Z", re.IGNORECASE)
# Cities' names that are other words far more often: March is a town, and Downtown one of GeoNames' cities.
_RATHER_WORDS = frozenset(("march", "april", "may", "august", "downtown", "mary", "martin"))
_LISTED = re.compile(r",\s*(?:(?:and|or|&)\s+)?|(?<!\s)\s+(?:and|or|&)\s+|(?:(?<!\s)\s+)?[;/|]\s*")
_FEWEST_LISTED = 3  # cities between commas, that are no town with its county
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


def read_places(words: str, hints: PlaceHints = NO_HINTS) -> tuple[OfferedPlace, ...]:
    """The places that a fact's words name; none where they name no known city, region or country. Among places with one
    name, one that the `hints` point to comes first.
    """
    words = words[:_LONGEST]
    first = _SENTENCE_END.split(words, maxsplit=1)[0]  # Leeds. We are hiring, as two of us have moved to London.
    if first != words and (found := read_places(first, hints)):
        return found
    listed = [*_list_cities(words, hints)]
    if listed:
        return tuple(listed)
    whole = _read_place(words, hints)
    pieces = [place for piece in _AND.split(words) if (place := _read_place(piece, hints, is_piece=piece != words))]
    pieces = [
        place
        for place in pieces
        if place.country == pieces[0].country or "," in place.words or _is_sure(_strip_part(place.words.strip("()")))
    ]
    distinct = [*dict.fromkeys((place.country, place.region, place.city) for place in pieces)]
    if len(distinct) > 1 and not _adds_up(distinct):
        return tuple({(place.country, place.region, place.city): place for place in pieces}.values())
    return (max((place for place in (*pieces, whole) if place), key=_count_parts),) if whole or pieces else ()


def find_town(name: str, hints: PlaceHints) -> OfferedPlace | None:
    """The town that a public employer is named for, known or not: in the only state that the text names, or in the
    country whose pay it is; None where neither tells.
    """
    known = _choose_city(name, hints)
    country, region = (known.country, known.region) if known else ("GB" if hints.currency == "GBP" else "", "")
    if len(hints.regions) == 1 and (not known or country not in WITH_REGIONS):
        ((country, region),) = hints.regions
    if not country:
        return None
    region = name_region(country, region) if region and country in WITH_REGIONS else ""
    return OfferedPlace(country=name_country(country), region=region, city=name, words=name)


def find_remote(texts: Iterable[str], currency: str) -> OfferedPlace | None:
    """The country of remote work for which no place is named, by the currency of the pay; None where several countries
    have it.
    """
    country = {"USD": "US", "GBP": "GB", "CAD": "CA", "AUD": "AU", "NZD": "NZ", "INR": "IN"}.get(currency)
    said = [text for text in texts if _REMOTE.search(text)]
    if not said or not country or any(map(_WIDE.search, said)):
        return None
    return OfferedPlace(country=name_country(country), remote=True, words=said[0])


def _list_cities(words: str, hints: PlaceHints) -> Iterator[OfferedPlace]:
    """The places of a list of at least three cities, none where a part of it is something else."""
    parts = _LISTED.split(_LABEL.sub("", words).strip(" ."))
    if len(parts) >= _FEWEST_LISTED and all(part[:1].isupper() and _is_city_alone(part) for part in parts):
        yield from filter(None, (_read_place(part, hints) for part in parts))


def _is_city_alone(name: str) -> bool:
    """Whether a name is that of a city, and of no country or state but one that is called after it."""
    region = find_region(name)
    return bool(find_cities(name)) and not find_country(name) and (not region or _is_rather_city(name, region))


def _is_sure(name: str) -> bool:
    """Whether words are the name of a country or of a large city, and nothing else."""
    return bool(find_country(name)) or any(known.is_metropolis for known in find_cities(name)[:1])


def _adds_up(found: list[tuple[str, str, str]]) -> bool:
    """Whether what was found are parts of one place, as in Thurston County - Olympia - Washington."""
    return any(
        all(small[: len(part)] == part for part in (tuple(filter(None, place)) for place in found)) for small in found
    )


def _count_parts(place: OfferedPlace) -> int:
    return bool(place.country) + bool(place.region) + 2 * bool(place.city)


def _read_place(words: str, hints: PlaceHints, *, is_piece: bool = False) -> OfferedPlace | None:
    home = next((country for country, code in _CODED_COUNTRIES if code.search(words)), "")
    words = _POSTCODE.sub("", _LABEL.sub("", words)).replace(" Bay Area", "")
    parts = [_strip_part(part) for part in _PART.split(words)]
    outside = [_strip_part(part) for part in _ASIDE.sub("", words).split(",")]
    if not is_piece or len(parts) > 1:  # Lewisham alone is a part of an employer's name as often as a place
        home = home or next(filter(None, map(_read_county, parts)), "")
    found = _find_addressed(parts) or (_find_city_within(parts, home) if home else None)
    found = found or _find_city(outside, hints) or _find_city(parts, hints)
    if found is None:
        return None
    city, country, region = found
    plain = city.removeprefix("City of ")
    city = plain if find_cities(plain) else city
    return OfferedPlace(
        country=name_country(country),
        region=name_region(country, region) if region and country in WITH_REGIONS else "",
        city=_SHORT_NAMES.get(city) or (city.title() if city.isupper() else city),
        remote=bool(_REMOTE.search(words)) and not city,
        words=words.strip(" ,.*"),
    )


def _strip_part(part: str) -> str:
    """A part of an address without the words around its name."""
    part = _ONLY.sub("", part.strip(" .*_:"))
    district = None if _is_known(part) else _DISTRICT.fullmatch(part)
    if district and find_cities(district[1]):
        return district[1]
    for _ in range(_MOST_LEADS):
        match = None if _is_known(part) else _LEAD.match(part)
        part = part[match.end() :].strip() if match else part
    return part


def _is_known(name: str) -> bool:
    return bool(find_region(name) or find_cities(name) or find_country(name) or _read_county(name))


def _find_addressed(parts: list[str]) -> tuple[str, str, str] | None:
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
            city = before if _is_city(before) else _find_city_in(parts[1:2], region) if not index else ""
            if not city and _is_rather_city(part, region):
                city = part
            return city, *region
        match = _CODE_LAST.fullmatch(part)
        is_named = match and not _NO_PLACE.fullmatch(match[1])
        if match and is_named and (region := find_region(match[2], match[1])) and _is_city(match[1]):
            return match[1], *region
    if not country:
        return None
    return _find_city_of(parts, country)


def _read_county(part: str) -> str | None:
    """The code of Britain or Ireland by the name of one of its counties: West Sussex, Co. Antrim."""
    return "IE" if _IRISH.fullmatch(part) else find_county(part) or find_county(part.replace("Co. ", "Co "))


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
        if is_town and country in (find_country(part), _read_county(part)):
            return before, country, ""
    return "", country, ""


def _list_known(parts: Iterable[str], country: str) -> Iterator[tuple[str, str, str]]:
    """The known cities of a country, with its code and their region, that parts of an address are or start with."""
    for part in parts:
        names = ((name, known) for name in _list_prefixes(part) for known in find_cities(name))
        yield from ((name, country, known.region) for name, known in names if known.country == country)


def _find_city_within(parts: list[str], country: str) -> tuple[str, str, str]:
    """A city of a country that an address names anywhere, from its end: parts without commas are looked through."""
    found = _find_city_of(parts, country)
    for words in [] if found[0] else [part.split() for part in reversed(parts)]:
        for end in range(len(words), 0, -1):
            for start in range(max(0, end - _LONGEST_NAME), end):
                name = " ".join(words[start:end])
                if name[:1].isupper() and any(known.country == country for known in find_cities(name)):
                    return name, country, ""
    return found


def _find_city(parts: list[str], hints: PlaceHints) -> tuple[str, str, str] | None:
    """A city that is known by its name alone: one before its county, a whole part, or the first words of one."""
    for before, part in pairwise(parts):
        county = (known for known in find_cities(before) if before[:1].isupper() and is_county(part, known.country))
        if known := next(county, None):
            return before, known.country, known.region
    whole = [(part, known) for part in reversed(parts) if (known := _choose_city(part, hints)) and part[:1].isupper()]
    if whole:
        part, known = max(whole, key=lambda found: found[1].is_metropolis)
        return part, known.country, known.region
    for part in parts:
        if _NOT_A_CITY.search(part):
            continue
        for city in _list_prefixes(part):
            if (known := _choose_city(city, hints)) and city[:1].isupper():
                return city, known.country, known.region
    return None


def _choose_city(name: str, hints: PlaceHints) -> KnownCity | None:
    """The largest city of a name, the one in a state that the text names, or the largest where people are paid so.

    Many beyond America are paid in dollars.
    """
    known = () if name.casefold() in _RATHER_WORDS else find_cities(name)
    currency = hints.currency
    near = next((city for city in known if (city.country, city.region) in hints.regions), None)
    home = near or next((city for city in known if currency and uses_currency(city.country, currency)), None)
    if home and not (currency in ("", "USD") and known[0].is_metropolis):
        return home
    return known[0] if known else None


def _list_prefixes(part: str) -> Iterator[str]:
    """The first words of a part, the most first; a hyphen parts words too, as in Berlin-Wedding."""
    words = part.split()[: _MOST_CITY_WORDS + 1]
    for count in range(min(len(words), _MOST_CITY_WORDS), 0, -1):
        after = words[count] if count < len(words) else ""
        is_end = not after or not (after[:1].isupper() or after.isalpha())  # Buffalo Bend is not in Buffalo
        is_end = is_end or after in _AFTER or (after.islower() and _is_sure(" ".join(words[:count])))
        if is_end or _BODY.fullmatch(words[count]):
            yield " ".join(words[:count])
    if words and "-" in words[0]:
        yield words[0].partition("-")[0]


def _is_city(name: str) -> bool:
    """Whether words can be a city's name where its region stands after them."""
    return (
        bool(_CITY.fullmatch(name)) and name[:1].isupper() and (bool(find_cities(name)) or not _NOT_A_CITY.search(name))
    )


def _is_rather_city(name: str, region: tuple[str, str]) -> bool:
    """Whether a name is that of a region and of its largest city, as New York is."""
    known = find_cities(name)
    return len(name) > 3 and bool(known) and (known[0].country, known[0].region) == region  # noqa: PLR2004
