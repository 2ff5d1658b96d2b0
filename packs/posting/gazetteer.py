"""Cities, regions and countries by the names that postings use.

`cities.csv` has those of GeoNames (https://www.geonames.org, CC BY 4.0, November 2026) by number of people, the largest
first: from 5,000 in the United States, Canada, Britain, Ireland, Australia and New Zealand, from 50,000 elsewhere. The
region is the code of a state or province in the United States, Canada, Australia and India.
"""

import csv
import re
import unicodedata
from collections.abc import Container, Iterable
from functools import cache, lru_cache
from pathlib import Path

import msgspec
import pycountry
from babel.numbers import get_territory_currencies

_FILE = Path(__file__).with_name("cities.csv")
WITH_REGIONS = ("US", "CA", "AU", "IN")  # countries whose states stand in addresses
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "JMD", "TTD", "BBD", "FJD", "NAD", "BSD")
# What a text says of work in a country that pays in dollars of its own.
_DOLLAR_WORDS = (
    (
        "AUD",
        (
            *(
                "TAFE ",
                "TAFE.",
                "TAFE,",
                "NSW",
                "uperannuation",
                "+ super",
                "+super",
                "plus super",
                "AEST",
                "AEDT",
                "Australian citizen",
            ),
            *("Australian resident", *(f"APS{gap}{level}" for gap in ("", " ") for level in range(1, 7))),
        ),
    ),
    (
        "NZD",
        ("KiwiSaver", "New Zealand", "Aotearoa", "Tikanga", "Māori", "whānau", "Te Whatu Ora", ".co.nz", ".govt.nz"),
    ),
    (
        "CAD",
        (
            *(
                "Canada",
                "Canadian",
                "RRSP",
                "CUPE",
                "C.U.P.E",
                "BCGEU",
                "OPSEU",
                "Unifor",
                "AUPE",
                "NSGEU",
                "MGEU",
                "WHMIS",
                "Red Seal",
                "xtended health",
                "Ontario",
                "Alberta",
            ),
            *("British Columbia", "Nova Scotia", "Saskatchewan", "Manitoba"),
        ),
    ),
    ("SGD", ("Singapore",)),
    ("HKD", ("Hong Kong",)),
)
# What a text says of work in other countries; the American words come first, as many name their neighbors too.
_HOME_WORDS = (
    ("USD", ("401(k)", "401k", "403(b)", "EEO", "E-Verify", "OSHA", "FMLA", "HIPAA", " GED", "U.S. citizen")),
    ("EUR", ("Leaving Certificate", "Garda ", "Oireachtas", ".ie/", "Tusla")),
    (
        "GBP",
        (
            *(
                "DBS",
                "Disclosure and Barring",
                "United Kingdom",
                ", England",
                "NHS",
                "Key Stage",
                "Ofsted",
                "OFSTED",
                "GCSE",
                "HMRC",
                "NVQ",
            ),
            *(".co.uk", ".gov.uk", ".ac.uk", ".nhs.uk", ".sch.uk", "Headteacher", "headteacher"),
        ),
    ),
)
_METROPOLISES = 300
_NAMED_CITY = ("PH",)  # where City is a part of a city's name, as in Davao City
_REGIONS_KEPT = 2_000  # by the names that people type
_CODED = ("US", "CA", "AU")  # and by their codes
_OTHER_NAMES = {
    "new york": "new york city", "nyc": "new york city", "munchen": "munich", "cologne": "koln", "wien": "vienna",
    "praha": "prague", "warszawa": "warsaw", "lisboa": "lisbon", "roma": "rome", "milano": "milan", "torino": "turin",
    "firenze": "florence", "napoli": "naples", "bruxelles": "brussels", "brussel": "brussels", "ghent": "gent",
    "antwerpen": "antwerp", "den haag": "the hague", "geneve": "geneva", "kobenhavn": "copenhagen",
    "seville": "sevilla",
    "goteborg": "gothenburg", "bangalore": "bengaluru", "bombay": "mumbai", "gurgaon": "gurugram", "nurnberg":
    "nuremberg", "frankfurt": "frankfurt am main", "calcutta": "kolkata", "washington dc": "washington",
    "palma de mallorca": "palma", "bronx": "the bronx", "sf": "san francisco",
    "kiev": "kyiv", "tel aviv-yafo": "tel aviv", "cdmx": "mexico city", "ciudad de mexico": "mexico city",
    "aarhus": "arhus", "bruges": "brugge", "cracow": "krakow", "genf": "geneva", "genova": "genoa",
    "venezia": "venice", "padova": "padua", "beograd": "belgrade", "bucuresti": "bucharest", "oporto": "porto",
    "saigon": "ho chi minh city", "muenchen": "munich", "koeln": "koln",
    "zuerich": "zurich", "duesseldorf": "dusseldorf", "nuernberg": "nuremberg", "la coruna": "a coruna",
    "philly": "philadelphia", "bay area": "san francisco", "l.a.": "los angeles",
    "l.a": "los angeles",
}  # fmt: skip
_COUNTRIES = {
    "us": "US", "usa": "US", "u.s.": "US", "u.s.a.": "US", "america": "US", "uk": "GB", "u.k.": "GB", "england": "GB",
    "great britain": "GB", "britain": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "uae": "AE",
    "republic of ireland": "IE", "holland": "NL", "deutschland": "DE", "espana": "ES", "osterreich": "AT",
    "schweiz": "CH", "polska": "PL", "czech republic": "CZ", "aotearoa": "NZ", "south korea": "KR", "taiwan": "TW",
    "vietnam": "VN", "nz": "NZ", "turkey": "TR",
}  # fmt: skip
# Counties by their old names, which people still write, beside those of ISO 3166-2, and the regions of New Zealand.
_OLD_COUNTIES = {
    "GB": "Berkshire|Middlesex|Greater Manchester|Merseyside|West Midlands|East Midlands|East Yorkshire|South Yorkshire"
    "|West Yorkshire|Tyne and Wear|Northamptonshire|Bedfordshire|Cheshire|County Durham|Co Durham|County Antrim"
    "|County Down"
    "|County Derry|Co Derry|County Fermanagh|Co Fermanagh|County Armagh|County Tyrone|County Londonderry"
    "|Co Antrim|Co Down|Co Armagh|Co Tyrone|Gwent|Dyfed"
    "|Clwyd|South Glamorgan|West Glamorgan|Sussex|Yorkshire|Home Counties|Cornwall|Northumberland|Rutland|Shropshire"
    "|Herefordshire|Wiltshire|Huntingdonshire|Westmorland|Isle of Skye|Perthshire|Lanarkshire|Ayrshire|Argyll"
    "|Argyllshire|Tayside|Galloway|Inverness-shire|Ross-shire|Stirlingshire|Caithness|Sutherland|Shetland|Orkney"
    "|Dumfriesshire|Roxburghshire|Berwickshire|Banffshire|Kincardineshire|Peeblesshire|Selkirkshire|Wigtownshire"
    "|Nairnshire|Anglesey|Glamorgan|Montgomeryshire|Radnorshire|Breconshire|Cardiganshire|Merionethshire"
    "|Caernarfonshire",
    "IE": "Co Cork|County Cork|County Kerry|County Galway|County Mayo|County Clare|County Kildare|County Meath",
    "NZ": "Canterbury|South Canterbury|North Canterbury|Mid Canterbury|Otago|Central Otago|Southland|Waikato"
    "|Bay of Plenty|Hawke's Bay|Hawkes Bay|Taranaki|Manawatu|Manawatū|Whanganui|Northland|Marlborough|Tasman|Wairarapa",
}
_BOROUGH_TYPES = ("London borough", "Metropolitan district")
_COUNTY_TYPES = ("Two-tier county", "County", "Council area")
_CITIES = frozenset(("dublin", "cork", "galway", "limerick", "waterford", "stirling", "falkirk"))  # and counties
# States and provinces as newspapers and their own people shorten them, which are other words where no city is before.
_SHORT_REGIONS = {
    "ala": "AL", "ariz": "AZ", "ark": "AR", "calif": "CA", "colo": "CO", "conn": "CT", "del": "DE", "fla": "FL",
    "ga": "GA", "ill": "IL", "ind": "IN", "kan": "KS", "ky": "KY", "la": "LA", "md": "MD", "mass": "MA", "me": "ME",
    "mich": "MI", "minn": "MN", "miss": "MS", "mo": "MO", "mont": "MT", "neb": "NE", "nev": "NV", "okla": "OK",
    "ore": "OR", "pa": "PA", "penn": "PA", "tenn": "TN", "tex": "TX", "va": "VA", "vt": "VT", "wash": "WA", "wis": "WI",
    "wyo": "WY", "ont": "ON", "que": "QC", "alta": "AB", "sask": "SK", "man": "MB",
}  # fmt: skip
_LESSER_NAMES = {
    "washington dc": "dc",
    "pei": "pe",
    "newfoundland": "nl",
    "labrador": "nl",
    "penna": "pa",
    "nwt": "nt",
}
_REGIONS = {
    "washington dc": ("US", "DC"),
    "d.c.": ("US", "DC"),
    "d.c": ("US", "DC"),
    "p.e.i.": ("CA", "PE"),
    "newfoundland": ("CA", "NL"),
}
# A state's or province's code before that for the post: MN 55327, ON M4B 3G1.
_CODED_REGION = re.compile(
    r"(?<!Job )(?<!job )(?<!JOB )(?<!Req )(?<!ing )(?<!ion )(?<!ncy )\b"
    r"([A-Z]{2,3}),? (?:\d{4,5}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b"
)
_POINTED = re.compile(r"(?!L\.A)(?:[A-Z]\.){1,2}[A-Z]")  # L.A. is the city


class KnownCity(msgspec.Struct, frozen=True):
    """A city's country and region by code; the region is "" where its country has none here. `is_metropolis` marks the
    world's 300 largest.
    """

    country: str
    region: str
    is_metropolis: bool


def fold_name(name: str) -> str:
    """A name for a look-up: without accents, case and points."""
    folded = name.lower() if name.isascii() else _fold_signs(name)
    words = folded.split()
    if "st." in folded or "saint" in folded:
        words = ["st" if word in ("saint", "st.") else word for word in words]
    return " ".join(words)


def _fold_signs(name: str) -> str:
    return _strip_accents(name).casefold().replace("’", "'").replace("ł", "l").replace("ø", "o")


def _strip_accents(name: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))


def find_cities(name: str) -> tuple[KnownCity, ...]:
    """The known cities with this name, the largest first; case, accents and hyphens don't matter. The table is read on
    first use.
    """
    folded = fold_name(name)
    cities, known = _load_cities(), _OTHER_NAMES.get(folded, folded)
    return cities.get(known) or cities.get(known.replace("-", " ")) or cities.get(folded, ())


def find_country(name: str) -> str | None:
    """The two-letter code of a country by its name or by an unambiguous short form, or None."""
    return _load_countries().get(fold_name(name))


def find_coded_country(code: str) -> str | None:
    """The two-letter code of a country by that code or the one of three letters, in capitals, of ISO 3166; None for
    others.
    """
    country = pycountry.countries.get(alpha_2=code) or pycountry.countries.get(alpha_3=code)
    return str(country.alpha_2) if country else None


def find_region(name: str, city: str = "") -> tuple[str, str] | None:
    """The codes of country and region for a name such as Colorado, or a code such as CO or NSW; None for an unknown
    one.

    A code of two countries, such as WA, is that of the country with such a `city`. Points in a code don't matter, and
    after a city a state's name may be short: N.S., Portland, Me.
    """
    short = _SHORT_REGIONS.get(name.strip(" .").casefold()) if city and not name.isupper() else None
    if short and any(known.region == short for known in find_cities(city)):
        name = short
    elif _POINTED.fullmatch(name):
        name = name.replace(".", "")
    found = _load_regions().get(name.strip()) or _load_regions().get(fold_name(name))
    if found and city and found[1] == name.strip():
        homes = [(known.country, known.region) for known in find_cities(city) if known.region == found[1]]
        return found if found in homes or not homes else homes[0]
    return found


@lru_cache(_REGIONS_KEPT)
def find_region_within(country: str, name: str) -> str | None:
    """The code of a state or province of a country, given by code, by a name as people write it: Colorado, CO, Colo.,
    Québec, New York State; None for an unknown one.
    """
    named = re.sub(r"[.,ʻ‘]", "", fold_name(name))  # noqa: RUF001
    named = _LESSER_NAMES.get(named) or named.removeprefix("state of ").removesuffix(" state")
    short = _SHORT_REGIONS.get(named, named.upper())
    for region in pycountry.subdivisions.get(country_code=country) or ():
        code = str(region.code).partition("-")[2]
        if code == short or fold_name(str(region.name)) == named:
            return code
    return None


def list_regions(text: str) -> frozenset[tuple[str, str]]:
    """The (country, region) codes of each state or province that a text names, or has in an address by its code."""
    named = (place for name, place in _load_region_names().items() if name in text and re.search(rf"{name}\b", text))
    codes = (found for code in _CODED_REGION.findall(text) if (found := _load_regions().get(code)))
    return frozenset((*named, *codes))


def is_county(name: str, country: str) -> bool:
    """Whether a county of Britain or Ireland, or a region of New Zealand, has this name, which may be a town's
    elsewhere: Essex, Kildare.
    """
    return fold_name(name).removeprefix("county ") in _load_county_names().get(country, ())


def is_borough(name: str) -> bool:
    """Whether a borough of London or a metropolitan district of England has this name: Waltham Forest."""
    return fold_name(name) in _load_boroughs()


def find_county(name: str) -> str | None:
    """The country code of Britain, Ireland or New Zealand for the name of one of their counties or regions that is no
    city's name; None otherwise.
    """
    return _load_counties().get(fold_name(name))


@cache
def name_country(code: str) -> str:
    """A country's usual name in English, by its two-letter code. Kept after the first look-up."""
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", None) or country.name) if country else code


@cache
def name_region(country: str, code: str) -> str:
    """The name of a state or province, by the codes of its country and its own. Kept after the first look-up."""
    region = pycountry.subdivisions.get(code=f"{country}-{code}")
    return str(region.name) if region else code


@cache
def find_currency(country: str) -> str:
    """A country's three-letter currency by the country's code, "" for an unknown one. Kept after the first look-up."""
    return next(iter(get_territory_currencies(country)), "")


def uses_currency(country: str, currency: str) -> bool:
    """Whether people in a country are paid in this currency, or in one with the same sign."""
    own = find_currency(country)
    return own == currency or (currency == "USD" and own in _DOLLARS)


def find_dollar(countries: Iterable[str], spoken_of: Container[str] = ()) -> str:
    """The currency that a bare dollar sign stands for: that of the first of these countries, by name or code, that has
    dollars, or else one that the text speaks of, as `list_dollars` finds them.
    """
    codes = (find_country(country) or country.strip().upper() for country in countries)
    named = next((currency for code in codes if (currency := find_currency(code)) in _DOLLARS), "")
    return named or next((currency for currency, __ in _DOLLAR_WORDS if currency in spoken_of), "USD")


def list_dollars(text: str) -> tuple[str, ...]:
    """The dollars of the countries other than the United States whose words for work and benefits a text has."""
    return tuple(currency for currency, words in _DOLLAR_WORDS if any(word in text for word in words))


def guess_currency(text: str) -> str:
    """The currency of the country whose words for schools, offices and work a text has; "" without any."""
    return next((money for money, words in (*_HOME_WORDS, *_DOLLAR_WORDS) if any(word in text for word in words)), "")


@cache
def _load_cities() -> dict[str, tuple[KnownCity, ...]]:
    cities: dict[str, list[KnownCity]] = {}
    shared: dict[KnownCity, KnownCity] = {}
    with _FILE.open(encoding="utf-8", newline="") as file:
        for rank, row in enumerate(csv.DictReader(file)):
            city = KnownCity(row["country"], row["region"], rank < _METROPOLISES)
            cities.setdefault(fold_name(row["city"]), []).append(shared.setdefault(city, city))
    cities["hull"] = [*cities["kingston upon hull"], *cities["hull"]]  # as its people call it
    for name in [name for name in cities if "-" in name]:
        cities.setdefault(name.replace("-", " "), cities[name])
    for name in [name for name, found in cities.items() if found[0].country in _NAMED_CITY]:
        cities.setdefault(f"{name} city", cities[name])
    return {name: tuple(found) for name, found in cities.items()}


@cache
def _load_countries() -> dict[str, str]:
    named = {
        fold_name(name): str(country.alpha_2)
        for country in pycountry.countries
        for name in (country.name, getattr(country, "common_name", country.name))
    }
    return named | _COUNTRIES


@cache
def _load_region_names() -> dict[str, tuple[str, str]]:
    """The names of the states and provinces that are written out, each with its codes."""
    return {
        str(region.name): (country, str(region.code).partition("-")[2])
        for country in _CODED
        for region in pycountry.subdivisions.get(country_code=country) or ()
    }


@cache
def _load_county_names() -> dict[str, frozenset[str]]:
    """The folded names of counties by country, without those of a city that people mean: in Cork, in Leeds."""
    names = {country: [fold_name(name) for name in some.split("|")] for country, some in _OLD_COUNTIES.items()}
    for country in names:
        divisions = pycountry.subdivisions.get(country_code=country) or ()
        names[country] += [fold_name(division.name) for division in divisions if division.type in _COUNTY_TYPES]
    return {
        country: frozenset(name.removeprefix("county ") for name in some) - _CITIES for country, some in names.items()
    }


@cache
def _load_boroughs() -> frozenset[str]:
    divisions = pycountry.subdivisions.get(country_code="GB") or ()
    return frozenset(fold_name(str(division.name)) for division in divisions if division.type in _BOROUGH_TYPES)


@cache
def _load_counties() -> dict[str, str]:
    named = {country: names.split("|") for country, names in _OLD_COUNTIES.items()}
    for country, names in named.items():
        divisions = pycountry.subdivisions.get(country_code=country) or ()
        names.extend(str(division.name).partition(" [")[0].partition(",")[0] for division in divisions)
    known = {fold_name(name): country for country, names in named.items() for name in names}
    return {name: country for name, country in known.items() if not find_cities(name) and name not in _COUNTRIES}


@cache
def _load_regions() -> dict[str, tuple[str, str]]:
    regions = dict(_REGIONS)
    for country in reversed(WITH_REGIONS):
        for region in pycountry.subdivisions.get(country_code=country) or ():
            code = str(region.code).partition("-")[2]
            regions[fold_name(str(region.name))] = (country, code)
            if country in _CODED:
                regions.setdefault(code, (country, code))
    return regions | {code: ("US", code) for country, code in regions.values() if country == "US"}
