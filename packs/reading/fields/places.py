"""Places of work in the words of a posting: the city, its region and its country, as far as they can be known."""

import re
from collections.abc import Iterable, Iterator

from packs.posting.facts import OfferedPlace
from packs.posting.gazetteer import (
    WITH_REGIONS,
    find_cities,
    find_coded_country,
    find_country,
    find_currency,
    find_region,
    find_region_within,
    name_country,
    name_region,
)
from packs.reading.fields.addresses import (
    NO_HINTS,
    PlaceHints,
    choose_city,
    find_addressed_city,
    find_city_within,
    find_lone_city,
    is_no_city,
    is_rather_city,
    is_sure_name,
    read_county,
)
from packs.reading.occupation_words import EMPLOYER_WORD

_SHARED = ("USD", "EUR", "")  # currencies of many countries
_LONGEST = 160  # characters of a line that may name a place
_REMOTE = re.compile(r"\b(?:remote|work(?:ing)? from home|home[- ]based|anywhere|telecommut\w+)\b", re.IGNORECASE)
# Where somebody may live who works from home, as wide as the world or a part of it that is no country.
_WIDE = re.compile(
    r"\b(?:europe(?:an union)?|eu|emea|apac|latam|americas|asia|africa|world(?:[- ]?wide)?|global(?:ly)?)\b",
    re.IGNORECASE,
)
# A capital OR is Oregon.
_AND = re.compile(r"(?:(?<!\s)\s+)?[;/|·•]\s*|(?<!\s)\s+(?:or|and|AND|&)\s+|(?:\s|\b)[–—-]{1,2}\s")
_SENTENCE_END = re.compile(r"(?:(?<=[^\W\d_]{4})|(?<=\s[A-Z]{2}))\.\s+(?=[A-Z])")
# Codes for the post that tell the country.
_CODED_COUNTRIES = (
    ("GB", re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b")),
    ("IE", re.compile(r"\b[AC-FHKNPRTV-Y]\d[\dW] ?[\dAC-FHKNPRTV-Y]{4}\b")),
)
_ASIDE = re.compile(r"\([^()]*\)")
_PART = re.compile(r"(?:(?<!\s)\s+)?[,()]\s*")
_POSTCODE = re.compile(
    r"(?:(?<!\s)\s+)?\b(?:\d{4} [A-Z]{2}(?= [A-Z][a-z])|(?:SE?-)?\d{3} \d{2}(?= [A-ZÅÄÖ])"
    r"|(?:[A-Z]{1,2}-)?\d{4,5}(?:-\d{4})?"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})(?=\W|\Z)"
)
_LEAD = re.compile(
    r"\A(?:[\w.&]+ ){0,6}?(?:in|near|from|at|within (?:\w+ ){1,3}of|of|within|across|throughout"
    r"|around) (?:the )?(?:city of )?|(?:the|fully|greater"
    r"|central|downtown|our|remote|hybrid|on[- ]?site|city of|town of|county of)\s",
    re.IGNORECASE,
)
_WITHIN = re.compile(
    r"\A(?:(?:north|south)?[ -]?(?:east|west)(?:ern)?|(?:north|south)(?:ern)?|central|upstate) (?!america)",
    re.IGNORECASE,
)
# An Australian town and its state, before the name of the country that it is on: Dubbo NSW Wiradjuri Country.
_AFTER_STATE = re.compile(r"(?<=\b(?:NSW|QLD|VIC|TAS|ACT))\s[A-Z]\w+(?: [A-Z]\w+)?\Z")
_MOST_LEADS = 3  # The post is at | our school in | Oslo
# As job boards write places: US-OR-Salem, IND-Pune.
_CODES_FIRST = re.compile(r"\A(?P<country>[A-Z]{2,3})-(?:(?P<region>[A-Z]{2,3})-)?(?P<city>[A-ZÀ-Þ][a-zß-ÿ].*)")
_DISTRICT = re.compile(
    r"(?:(?:North|South|East|West) )?(\S.*?)(?: (?:[A-Z]{0,2}\d{1,2}(?:[A-Z]|er?|ème)?|[A-Z]))?"
)  # Dublin 6W
_SHORT_NAMES = {"NYC": "New York", "New York City": "New York", "LA": "Los Angeles", "SF": "San Francisco"}
_LABEL = re.compile(
    r"\A[^\w(]{0,9}(?:(?:[\w-]+ ){0,6}(?:locations?|sites?|offices?|places?)\s?:\s+|locations? (?=[A-Z]))?",
    re.IGNORECASE,
)
_ONLY = re.compile(r"(?:[ -](?:only|based|residents?|candidates?|applicants?|area)){1,3}\Z", re.IGNORECASE)
_LISTED = re.compile(r",\s*(?:(?:and|or|&)\s+)?|(?<!\s)\s+(?:and|or|&)\s+|(?:(?<!\s)\s+)?[;/|]\s*")
# A state's code right before its country, without a comma: Forks, WA United States.
_CODE_BEFORE_COUNTRY = re.compile(r"\b([A-Z]{2,3}) (?=(?:United States|USA|U\.S\.A?\.?|Canada|Australia|India)\b)")
_FEWEST_PAIRED = 4  # towns and their states in turn, between commas
_FEWEST_LISTED = 3  # cities between commas, that are no town with its county
_TOWN = re.compile(r"(?:[A-ZÀ-Þ][a-zß-ÿ'’.-]+)(?: (?:[A-ZÀ-Þ][a-zß-ÿ'’.-]+|on|upon|of|the|de|la)){0,3}")
_NO_TOWN = re.compile(
    r"\b(?:various|multiple|several|surrounding|areas?|flexible|negotiable|onsite|statewide|nationwide|headquarters|hq"
    r"|shop|store|plant|warehouse|campus|branch|depot|station|field|tbd|other|see|main|yes|no|none|any|all|both|north"
    r"|south|east|west|region(?:al)?|schools|hall|library|centre|center|park|house|farm|room|clinic|lab|studio"
    r"|restaurant|church|museum|hotel|airport|airfield|unit|ward|apply|address|sales|finance"
    r"|marketing|engineering|operations?|warehousing|admin|\w+(?:tion|ment|ance|ence|logy|tics|ness))\b",
    re.IGNORECASE,
)
_TOWARD = re.compile(r" (?:North|South|East|West)\Z")  # Beaufort West
_JOINED = re.compile(r",|/|;|\b(?:and|or)\b|&")
_LAST_REGION = re.compile(r",\s*([^,]{2,30})\Z")


def read_places(words: str, hints: PlaceHints = NO_HINTS) -> tuple[OfferedPlace, ...]:
    """The places that a fact's words name; none where they name no known city, region or country. Among places with one
    name, one that the `hints` point to comes first.
    """
    words = words[:_LONGEST]
    first = _SENTENCE_END.split(words, maxsplit=1)[0]  # Leeds. We are hiring, as two of us have moved to London.
    if first != words and (found := read_places(first, hints)):
        return found
    listed = [*_list_cities(words, hints)] or [*_list_pairs(words, hints)]
    if listed:
        return tuple(listed)
    whole = _read_place(words, hints)
    pieces = [
        place
        for piece in _share_region(_AND.split(words))
        if (place := _read_place(piece, hints, is_piece=piece != words))
    ]
    pieces = [
        place
        for place in pieces
        if place.country == pieces[0].country
        or "," in place.words
        or is_sure_name(_strip_part(place.words.strip("()")))
    ]
    distinct = [*dict.fromkeys((place.country, place.region, place.city) for place in pieces)]
    if len(distinct) > 1 and not _adds_up(distinct):
        return tuple({(place.country, place.region, place.city): place for place in pieces}.values())
    return (max((place for place in (*pieces, whole) if place), key=_count_parts),) if whole or pieces else ()


def list_towns(words: str, hints: PlaceHints, fewest: int) -> tuple[OfferedPlace, ...]:
    """The places of a list of towns, at least one of them known, in whose state or country the others are: Boyle,
    Castlerea and Waterford. None where there are fewer than `fewest`, or a part is something else.
    """
    words = _LABEL.sub("", words[:_LONGEST]).strip(" .")
    end = _LAST_REGION.search(words)
    is_wide = end and (find_country(end[1]) or (find_region(end[1]) and not find_cities(end[1])))
    region = end[1] if end and is_wide else ""
    parts = _LISTED.split(words[: end.start()] if end and region else words)
    is_list = len(parts) >= fewest and len({*parts}) == len(parts) and (region or _ends_in_and(words))
    if not is_list or not all(map(_may_be_town, parts)):
        return ()
    found = [_read_place(f"{part}, {region}" if region else part, hints) for part in parts]
    known = next((place for place in found if place and place.city), None)
    if known is None:
        return ()
    rest = (place.country if place else "" for place in found)
    if any(country and country != known.country for country in rest):
        return tuple(place for place in found if place)
    return tuple(
        place or OfferedPlace(country=known.country, region=known.region, city=part, words=part)
        for place, part in zip(found, parts, strict=True)
    )


def read_town(words: str, hints: PlaceHints) -> OfferedPlace | None:
    """The town that a label such as City has, which no table knows, in the state or country that the text points to;
    None for words that are no town's name.
    """
    name, _, region = words.strip(" .").partition(",")
    region, home = region.strip(), _find_home(hints.currency)
    plain = _TOWARD.sub("", name) if region else name
    if not _may_be_town(plain) or (region and not find_region(region) and not find_region_within(home, region)):
        return None
    return find_town(name, hints) or OfferedPlace(city=name, words=name)


def _ends_in_and(words: str) -> bool:
    joins = _JOINED.findall(words)
    return bool(joins) and joins[-1] not in (",", ";")


def _may_be_town(name: str) -> bool:
    """Whether words can be a town's name, and are no country's or state's."""
    if not _TOWN.fullmatch(name) or _NO_TOWN.search(name) or find_country(name):
        return False
    return bool(find_cities(name)) or not (find_region(name) or is_no_city(name) or EMPLOYER_WORD.search(name))


def find_town(name: str, hints: PlaceHints) -> OfferedPlace | None:
    """The town that a public employer is named for, known or not: in the only state that the text names, or in the
    country whose pay it is; None where neither tells.
    """
    known = choose_city(name, hints)
    country, region = (known.country, known.region) if known else (_find_home(hints.currency), "")
    if len(hints.regions) == 1 and (not known or (country, region) not in hints.regions):
        ((country, region),) = hints.regions
    if not country:
        return None
    region = name_region(country, region) if region and country in WITH_REGIONS else ""
    return OfferedPlace(country=name_country(country), region=region, city=name, words=name)


def _find_home(currency: str) -> str:
    """The country whose own currency this is, by the first letters of its code, as ISO 4217 has them; "" for one of
    many countries.
    """
    code = currency[:2]
    return code if currency not in _SHARED and find_currency(code) == currency else ""


def find_remote(texts: Iterable[str], currency: str) -> OfferedPlace | None:
    """The country of remote work for which no place is named, by the currency of the pay; None where several countries
    have it.
    """
    country = {"USD": "US", "GBP": "GB", "CAD": "CA", "AUD": "AU", "NZD": "NZ", "INR": "IN"}.get(currency)
    said = [text for text in texts if _REMOTE.search(text)]
    if not said or not country or any(map(_WIDE.search, said)):
        return None
    return OfferedPlace(country=name_country(country), remote=True, words=said[0])


def _share_region(pieces: list[str]) -> list[str]:
    """The pieces, each city with the state or country that a later one names for all: La Grande / Medford, OR."""
    ends = (_LAST_REGION.search(piece.strip(" .")) for piece in reversed(pieces))
    wide = next((end[1] for end in ends if end and (find_region(end[1]) or find_country(end[1]))), "")
    homes = {find_region(wide), (find_country(wide), None)} if wide else set()
    return [
        f"{piece}, {wide}"
        if any((at.country, region) in homes for at in find_cities(piece) for region in (at.region, None))
        else piece
        for piece in pieces
    ]


def _list_cities(words: str, hints: PlaceHints) -> Iterator[OfferedPlace]:
    """The places of a list of at least three cities, none where a part of it is something else."""
    parts = _LISTED.split(_LABEL.sub("", words).strip(" ."))
    if len(parts) >= _FEWEST_LISTED and all(part[:1].isupper() and _is_city_alone(part) for part in parts):
        yield from filter(None, (_read_place(part, hints) for part in parts))


def _list_pairs(words: str, hints: PlaceHints) -> Iterator[OfferedPlace]:
    """The places of a list of towns with a state after each, none where a part of it is something else."""
    parts = _PART.split(_LABEL.sub("", words).strip(" ."))
    towns, states = parts[::2], parts[1::2]
    if len(parts) >= _FEWEST_PAIRED and len(towns) == len(states) and all(map(_is_named_region, states)):
        pairs = zip(towns, states, strict=True)
        found = [_read_place(f"{town}, {state}", hints) for town, state in pairs if town[:1].isupper()]
        known = [place for place in found if place and place.city]
        yield from known if len(known) == len(towns) else ()


def _is_named_region(name: str) -> bool:
    """Whether words start with a state or its code: Montana Full time, for Montana."""
    first = name.split()
    return any(find_region(" ".join(first[:count])) for count in (1, 2))


def _is_city_alone(name: str) -> bool:
    """Whether a name is that of a city, and of no country or state but one that is called after it."""
    region = find_region(name)
    return bool(find_cities(name)) and not find_country(name) and (not region or is_rather_city(name, region))


def _adds_up(found: list[tuple[str, str, str]]) -> bool:
    """Whether what was found are parts of one place, as in Thurston County - Olympia - Washington."""
    return any(
        all(small[: len(part)] == part for part in (tuple(filter(None, place)) for place in found)) for small in found
    )


def _count_parts(place: OfferedPlace) -> int:
    return bool(place.country) + bool(place.region) + 2 * bool(place.city)


def _read_place(words: str, hints: PlaceHints, *, is_piece: bool = False) -> OfferedPlace | None:
    home = next((country for country, code in _CODED_COUNTRIES if code.search(words)), "")
    words = _AFTER_STATE.sub("", _POSTCODE.sub("", _LABEL.sub("", words)).replace(" Bay Area", ""))
    words = _CODE_BEFORE_COUNTRY.sub(r"\1, ", _CODES_FIRST.sub(_turn_codes, words, count=1))
    parts = [_strip_part(part) for part in _PART.split(words)]
    outside = [_strip_part(part) for part in _ASIDE.sub("", words).split(",")]
    if not is_piece or len(parts) > 1:  # Lewisham alone is a part of an employer's name as often as a place
        home = home or next(filter(None, map(read_county, parts)), "")
    found = find_addressed_city(parts) or (find_city_within(parts, home) if home else None)
    if found and not found[0] and len(outside) < len(parts):  # Salem, OR 97301 (near Marion County, Oregon)
        found = max(found, find_addressed_city(outside) or found, key=lambda one: bool(one[0]))
    found = found or find_lone_city(outside, hints) or find_lone_city(parts, hints)
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


def _turn_codes(match: re.Match[str]) -> str:
    """A place whose codes stand first with its city first; as it is where they are no country's."""
    country = find_coded_country(match["country"])
    if not country:
        return match[0]
    return ", ".join(filter(None, (match["city"], match["region"], name_country(country))))


def _strip_part(part: str) -> str:
    """A part of an address without the words around its name."""
    part = _ONLY.sub("", part.strip(" .*_:"))
    within = _WITHIN.sub("", part)
    if within != part and not _is_known(part) and (find_region(within) or find_country(within)):
        return within
    district = None if _is_known(part) else _DISTRICT.fullmatch(part)
    if district and find_cities(district[1]):
        return district[1]
    for _ in range(_MOST_LEADS):
        match = None if _is_known(part) else _LEAD.match(part)
        part = part[match.end() :].strip() if match else part
    return part


def _is_known(name: str) -> bool:
    return bool(find_region(name) or find_cities(name) or find_country(name) or read_county(name))
