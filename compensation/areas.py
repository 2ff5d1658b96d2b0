"""Areas by their codes, and amounts moved from the nation to one."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from django.utils.translation import gettext

STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas", "KY": "Kentucky",
    "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota",
    "MS": "Mississippi", "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire",
    "NJ": "New Jersey", "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VT": "Vermont",
    "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin", "WY": "Wyoming",
    "AS": "American Samoa", "FM": "Federated States of Micronesia", "GU": "Guam", "MH": "Marshall Islands",
    "MP": "Northern Mariana Islands", "PR": "Puerto Rico", "PW": "Palau", "VI": "U.S. Virgin Islands",
}  # fmt: skip
# The numbers that federal statistics give the states and the territories that they cover.
STATES_BY_FIPS = {
    "01": "AL", "02": "AK", "04": "AZ", "05": "AR", "06": "CA", "08": "CO", "09": "CT", "10": "DE", "11": "DC",
    "12": "FL", "13": "GA", "15": "HI", "16": "ID", "17": "IL", "18": "IN", "19": "IA", "20": "KS", "21": "KY",
    "22": "LA", "23": "ME", "24": "MD", "25": "MA", "26": "MI", "27": "MN", "28": "MS", "29": "MO", "30": "MT",
    "31": "NE", "32": "NV", "33": "NH", "34": "NJ", "35": "NM", "36": "NY", "37": "NC", "38": "ND", "39": "OH",
    "40": "OK", "41": "OR", "42": "PA", "44": "RI", "45": "SC", "46": "SD", "47": "TN", "48": "TX", "49": "UT",
    "50": "VT", "51": "VA", "53": "WA", "54": "WV", "55": "WI", "56": "WY", "66": "GU", "72": "PR", "78": "VI",
}  # fmt: skip
FIPS_BY_STATE = {state: number for number, state in STATES_BY_FIPS.items()}
HYPHENATED_CITIES = ("Winston-Salem", "Wilkes-Barre")
# What people call a place, in folded words, with the beginning of the area's name.
NICKNAMES = {
    "nyc": "New York-Newark", "brooklyn": "New York-Newark", "queens": "New York-Newark", "bronx": "New York-Newark",
    "staten island": "New York-Newark", "sf": "San Francisco-", "bay area":
    "San Francisco-", "san francisco bay area": "San Francisco-", "silicon valley": "San Jose-", "philly":
    "Philadelphia-", "vegas": "Las Vegas-", "nola": "New Orleans-", "dfw": "Dallas-", "twin cities": "Minneapolis-",
    "mpls": "Minneapolis-", "research triangle": "Raleigh-", "inland empire": "Riverside-", "hampton roads":
    "Virginia Beach-", "research triangle park": "Raleigh-",
}  # fmt: skip
SAME_WORDS = {"saint": "st", "ft": "fort", "mt": "mount"}


def area_name(code: str) -> str:
    """The name of an ISO 3166 code: California for US-CA, the nation's in the language at hand; the code itself where
    the name is not known.
    """
    if code.startswith("US-"):
        return STATES.get(code[3:], code)
    return gettext("United States") if code == "US" else code


def list_state_codes(states: Iterable[str]) -> list[str]:
    """The survey's codes of states, by their postal codes: 0800000 for CO. States that the survey doesn't cover are
    left out.
    """
    return [f"{FIPS_BY_STATE[state]}00000" for state in states if state in FIPS_BY_STATE]


def find_first_city(area: str) -> str:
    """The first city in a metropolitan area's name, such as Denver in Denver-Aurora-Centennial, CO; "" where it names
    none.
    """
    cities, comma, _ = area.rpartition(", ")
    whole = next((city for city in HYPHENATED_CITIES if cities.startswith(city)), "")
    return whole or (re.split(r"[-/]", cities)[0].removeprefix("Urban ") if comma else "")


def fold_place(text: str) -> str:
    """A place's name in the words by which it is looked up: "st louis" for Saint Louis, "winston salem" for
    Winston-Salem, "dc" for D.C.; without accents, points, commas and case.
    """
    plain = unicodedata.normalize("NFKD", text.casefold().replace(".", ""))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(SAME_WORDS.get(word, word) for word in re.findall(r"[^\W_]+", letters))


def list_city_names(area: str) -> list[str]:
    """The folded names of the cities in a metropolitan area's name, the first city's first; [] where it names none."""
    cities, comma, _ = area.rpartition(", ")
    if not comma:
        return []
    parts = [fold_place(part) for part in re.split(r"[-/]+", cities.removeprefix("Urban "))]
    return [
        *dict.fromkeys([fold_place(find_first_city(area)), *parts, *map(" ".join, pairwise(parts)), " ".join(parts)])
    ]


def list_other_names(city: str) -> list[str]:
    """The other names that people may use for a city, all folded: boise for boise city, new york city for new york."""
    return [city.removesuffix(" city")] if city.endswith(" city") else [f"{city} city"]


def in_area(amount: int, factor: Decimal) -> int:
    """A national amount moved to an area: times its factor, rounded to a whole unit."""
    return int((amount * factor).quantize(Decimal(1), ROUND_HALF_UP))
