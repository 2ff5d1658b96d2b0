"""Cities by the names that people write."""

import pytest

from packs.posting.gazetteer import _OTHER_NAMES, find_cities


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
