"""Where a job is by its employer: the town, county, state or country that a public employer is named for."""

import re
from collections.abc import Iterable, Iterator

from packs.posting.facts import OfferedPlace, Workplace
from packs.posting.gazetteer import find_country, find_region, list_regions, name_country, name_region
from packs.posting.value import Posting
from packs.reading.fields.addresses import PlaceHints
from packs.reading.fields.companies import find_public_town
from packs.reading.fields.places import find_town, read_places

# What public employers are called after their town or county.
_COMPANY_WORDS = re.compile(
    r"\b(?:(?:town|city|county|borough|district|parish|shire|and|&|metropolitan|community|regional|general|primary|high"
    r"|secondary|public|university|memorial) ){0,4}(?:council|university|college|school|schools"
    r"|hospitals?(?: nhs(?: foundation)? trusts?)?|district"
    r"|library|airport|academy|medical (?:group|practice|centre|center)|health centre|arts centre)\b"
    r"|\b(?:university|city|town|county|village|port|bank) of\b",
    re.IGNORECASE,
)
_LICENSES = tuple(
    f"{kind}{name}"
    for kind in ("", "Commercial ", "commercial ", "State ", "state ")
    for name in ("driver", "Driver", "CDL", "Class ")
)
_COUNTY = re.compile(r"\bCounty\b")
_TOWNS_APART = ("United States", "Canada")  # where a county and a town have the same name far apart
_UNIVERSITY_OF = re.compile(r"(?:The )?University of ([A-ZÀ-Þ][\w'’-]+)")
_COUNTY_EMPLOYER = re.compile(r"\bCounty\Z|\bCounty of\b")
# The state in the address of a public office: mail@hilldale-ma.gov, www.town.hilldale.ma.us.
_STATE_HOST = re.compile(r"\b(?P<town>[a-z]{3,24})(?P<dash>-?)(?P<code>[a-z]{2})\.gov\b|\.(?P<us>[a-z]{2})\.us\b")


def list_host_states(text: str) -> Iterator[tuple[str, str]]:
    """The states in the addresses of public offices, at the end of a town's name where the text has that town."""
    lower = text.casefold() if ".gov" in text or ".us" in text else ""
    for match in _STATE_HOST.finditer(lower):
        state = find_region((match["code"] or match["us"]).upper())
        is_town = match["us"] or match["dash"] or f" {match['town']}" in lower
        if state and is_town:
            yield state


def find_employer_town(company: str, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town that a public employer is named for, before or after what it is: Leeds City Council, Hospital Cork."""
    if not _COMPANY_WORDS.search(company):
        return ()
    name = " ".join(_COMPANY_WORDS.sub(" ", company).split())
    found = (read_places(words, hints) for words in (name, *(name.split()[-1:])))
    known = next((places for places in found if places and places[0].city), ())
    if known and _COUNTY.search(company) and known[0].country in _TOWNS_APART:
        return ()  # Somerset County is no town
    named = _UNIVERSITY_OF.fullmatch(company) if not known else None
    town = find_town(named[1], hints) if named and not find_region(named[1]) else None
    return known or ((town,) if town else ())


def find_employer_state(posting: Posting, company: str, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The state or country that an employer is named for, as Maine Turnpike Authority is; else the only state that the
    text names more than once, or as a state. None for remote work.
    """
    if posting.workplace is Workplace.REMOTE:
        return ()
    words = company.split()
    country = next(filter(None, map(find_country, words)), None)
    said = "" if country else "\n".join(passage.text for passage in posting.passages)
    names = {region: name_region(*region) for region in hints.regions}
    named = frozenset(
        region
        for region, name in names.items()
        if said.count(name) > 1 or f"tate of {name}" in said or _has_license(name, said)
    )
    regions = list_regions(company) or named
    if len(regions) == 1:
        ((code, region),) = regions
        return (OfferedPlace(country=name_country(code), region=name_region(code, region), words=company),)
    return (OfferedPlace(country=name_country(country), words=company),) if country else ()


def _has_license(state: str, text: str) -> bool:
    """Whether a text asks for a license of a state: a valid Michigan driver's license."""
    return any(f"{state} {words}" in text for words in _LICENSES)


def find_employer_town_within(
    company: str, hints: PlaceHints, named: tuple[OfferedPlace, ...]
) -> tuple[OfferedPlace, ...]:
    """The town that a public employer is named for, where it is in the country that is named; else what is named."""
    home = find_employer_town(company, hints)
    is_within = home and home[0].country == named[0].country and home[0].region in (named[0].region, home[0].region)
    return home if is_within and named[0].region in ("", home[0].region) else named


def find_own_town(posting: Posting, company: str, hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town whose council, schools or services the employer is; for a county's, the only state that is named."""
    public = find_public_place([company, *(passage.text for passage in posting.passages)], hints)
    if public:
        return public
    if not _COUNTY_EMPLOYER.search(company) or len(hints.regions) != 1:
        return ()
    ((country, region),) = hints.regions
    return (OfferedPlace(country=name_country(country), region=name_region(country, region), words=company),)


def find_public_place(texts: Iterable[str], hints: PlaceHints) -> tuple[OfferedPlace, ...]:
    """The town whose council, schools or services texts name first, the employer before all others."""
    town = find_public_town(texts)
    place = find_town(town, hints) if town else None
    return (place,) if place else ()
