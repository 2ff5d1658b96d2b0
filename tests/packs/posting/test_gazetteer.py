"""Cities by the names that people write."""

import pytest

from packs.posting.gazetteer import _OTHER_NAMES, find_cities
from packs.posting.towns import _load_towns, find_small_towns


@pytest.mark.parametrize("name", _OTHER_NAMES)
def test_every_other_name_leads_to_a_known_city(name: str) -> None:
    assert find_cities(name)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Köln", "DE"), ("Cologne", "DE"), ("Antwerp", "BE"), ("Göteborg", "SE"), ("The Bronx", "US"), ("Bronx", "US"),
        ("Stoke on Trent", "GB"), ("Newcastle-upon-Tyne", "GB"), ("Winston Salem", "US"), ("Hull", "GB"),
        ("Kiev", "UA"), ("Saint Louis", "US"), ("Muenchen", "DE"),
    ],
)  # fmt: skip
def test_a_city_is_known_by_its_names(name: str, country: str) -> None:
    assert find_cities(name)[0].country == country


def test_a_namesake_stays_known() -> None:
    assert ("US", "MA") in [(city.country, city.region) for city in find_cities("Hull")]


def test_a_small_town_is_known_in_its_states() -> None:
    assert [(town.country, town.region) for town in find_small_towns("Cannon Beach")] == [("US", "OR")]
    assert find_small_towns("Long sutton")
    assert not find_small_towns("Hospital")


def test_no_small_town_is_a_city_of_the_same_state() -> None:
    small = [(name, town) for name, towns in _load_towns().items() for town in towns]
    assert len(small) > 20_000
    assert [name for name, town in small if town.region and town in find_cities(name)] == []
