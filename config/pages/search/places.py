"""The places of the wage survey that a search may name: states, and metropolitan areas by each of their cities."""

from collections.abc import Iterator, Sequence

import msgspec

from compensation.areas import NICKNAMES, SAME_WORDS, fold_place, list_city_names, list_other_names
from compensation.models.survey import NATION, SurveyArea
from config.pages.search.question import NamedPlace, Words
from packs.posting.gazetteer import find_cities
from roles.publishing.library_version import cached_per_library_version
from roles.search.words import FILLER

MOST_WORDS = 4
# The words of a search part at points, and the capital's state is often all that is said of it.
# LA by itself is the city far more often than Louisiana; after a city, it's the state.
LETTERS = dict.fromkeys(["la", "l a"], "Los Angeles-") | dict.fromkeys(
    ["dc", "d c", "washington dc", "washington d c"], "Washington-"
)


class FoundPlace(msgspec.Struct, frozen=True):
    """A place that some words name, and the words without it."""

    place: NamedPlace
    others: tuple[str, ...]


class PlaceNames:
    """An index of place names, to be asked for the place that some words name."""

    def __init__(self, places: Sequence[NamedPlace]) -> None:
        states = [place for place in places if place.is_state]
        self._codes: dict[Words, NamedPlace] = {(place.states[0].casefold(),): place for place in states}
        self._places = {code: place for code, place in self._codes.items() if code[0] not in FILLER}
        for place in states:
            name = tuple(fold_place(place.name).split())
            self._places |= {name: place, (*name, "state"): place}
        cities = [(order, size, phrase, place) for place in places for order, size, phrase in _list_cities(place)]
        for *_order, phrase, place in sorted(cities, key=lambda city: city[:2]):
            self._places.setdefault(phrase, place)
        for nickname, start in (NICKNAMES | LETTERS).items():
            if named := next((place for place in places if place.name.startswith(start)), None):
                self._places[tuple(nickname.split())] = named
        self._by_state = {(phrase, state): place for *_order, phrase, place in cities for state in place.states}

    def cut_places(self, words: Sequence[str]) -> list[FoundPlace]:
        """Each place that some of the words name, with the words that are left: cities first, the longest name first. A
        state after a city belongs to the city. A name within a longer one is none: York in New York.
        """
        return sorted(self._find_places(words), key=lambda found: found.place.is_state)

    def _find_places(self, words: Sequence[str]) -> Iterator[FoundPlace]:
        folded = [SAME_WORDS.get(word, word) for word in words]
        named: list[range] = []
        for count in range(min(MOST_WORDS, len(words)), 0, -1):
            for start in range(len(words) - count, -1, -1):
                phrase, end = tuple(folded[start : start + count]), start + count
                inside = any(start in longer and end - 1 in longer for longer in named)
                if inside or (place := self._places.get(phrase)) is None:
                    continue
                named.append(range(start, end))
                after = tuple(folded[end : end + 1])
                state = self._codes.get(after) or self._places.get(after)
                if state and state.is_state and not place.is_state:
                    exact = self._by_state.get((phrase, state.states[0]))
                    place, end = exact or place, end + (exact is not None or after[0] not in FILLER)
                yield FoundPlace(place, (*words[:start], *words[end:]))


def _list_cities(place: NamedPlace) -> Iterator[tuple[int, int, Words]]:
    """The cities in the name of a metropolitan area: how early each comes, how many namesakes are larger, its words."""
    for order, city in enumerate([] if place.is_state else list_city_names(place.name)):
        for name in (city, *list_other_names(city)):
            known = [found.region for found in find_cities(name) if found.country == "US"]
            size = next((rank for rank, region in enumerate(known) if region in place.states), None)
            if size is not None or name == city:
                yield min(order, 1), len(known) if size is None else size, tuple(name.split())


@cached_per_library_version
def read_place_names() -> PlaceNames:
    """The index of places that are loaded. One query, kept until the library or its pay changes."""
    rows = SurveyArea.objects.exclude(pk=NATION).values_list("name", "slug", "states", "kind")
    return PlaceNames([NamedPlace(name, slug, tuple(states), kind == SurveyArea.Kind.STATE)
                       for name, slug, states, kind in rows])  # fmt: skip
