"""The places of the wage survey that a search may name: states, and metropolitan areas by each of their cities."""

import re
from collections.abc import Iterator, Sequence

import msgspec

from compensation.models.survey import NATION, SurveyArea
from config.pages.search.question import NamedPlace, Words
from packs.posting.gazetteer import find_cities
from roles.publishing.library_version import cached_per_library_version
from roles.search.words import FILLER, split_words

MOST_WORDS = 4
NICKNAMES = {
    "nyc": "New York-Newark-Jersey City", "sf": "San Francisco", "bay area": "San Francisco", "dc": "Washington-",
    "silicon valley": "San Jose", "philly": "Philadelphia", "vegas": "Las Vegas",
}  # fmt: skip


class FoundPlace(msgspec.Struct, frozen=True):
    """A place that some words name, and the words without it."""

    place: NamedPlace
    others: tuple[str, ...]


class PlaceNames:
    """An index of place names, to be asked for the place that some words name."""

    def __init__(self, places: Sequence[NamedPlace]) -> None:
        self._places: dict[Words, NamedPlace] = {}
        for place in places:
            if place.is_state:
                self._places[tuple(split_words(place.name))] = place
                if (code := place.states[0].casefold()) not in FILLER:
                    self._places[(code,)] = place
        cities = [(order, size, phrase, place) for place in places for order, size, phrase in _list_cities(place)]
        for *_order, phrase, place in sorted(cities, key=lambda city: city[:2]):
            self._places.setdefault(phrase, place)
        for nickname, start in NICKNAMES.items():
            if named := next((place for place in places if place.name.startswith(start)), None):
                self._places[tuple(nickname.split())] = named
        self._by_state = {(phrase, place.states): place for *_order, phrase, place in cities}

    def cut_places(self, words: Sequence[str]) -> list[FoundPlace]:
        """Each place that some of the words name, with the words that are left: cities first, the longest name first. A
        state after a city belongs to the city.
        """
        return sorted(self._find_places(words), key=lambda found: found.place.is_state)

    def _find_places(self, words: Sequence[str]) -> Iterator[FoundPlace]:
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            for start in range(len(words) - count, -1, -1):
                phrase, end = tuple(words[start : start + count]), start + count
                if (place := self._places.get(phrase)) is None:
                    continue
                state = self._places.get(tuple(words[end : end + 1]))
                if state and state.is_state and not place.is_state:
                    exact = (found for (name, states), found in self._by_state.items() if name == phrase)
                    place = next((found for found in exact if state.states[0] in found.states), place)
                    end += 1
                yield FoundPlace(place, (*words[:start], *words[end:]))


def _list_cities(place: NamedPlace) -> Iterator[tuple[int, int, Words]]:
    """The cities in the name of a metropolitan area: how early each comes, how many namesakes are larger, its words."""
    names, comma, _states = place.name.partition(", ")
    if place.is_state or not comma:
        return
    whole = [names] if "-" in names else []
    for order, city in enumerate([*whole, *re.split(r"[-/]", names)]):
        known = [found.region for found in find_cities(city) if found.country == "US"]
        size = next((rank for rank, region in enumerate(known) if region in place.states), len(known))
        yield min(order, 1), size, tuple(split_words(city))


@cached_per_library_version
def read_place_names() -> PlaceNames:
    """The index of places that are loaded. One query, kept until the library or its pay changes."""
    rows = SurveyArea.objects.exclude(pk=NATION).values_list("name", "slug", "states", "kind")
    return PlaceNames([NamedPlace(name, slug, tuple(states), kind == SurveyArea.Kind.STATE)
                       for name, slug, states, kind in rows])  # fmt: skip
