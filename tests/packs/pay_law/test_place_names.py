"""Places as people type them are the places that rules are for."""

import pytest

from compensation.pay_law.rule import WorkPlace
from packs.pay_law.places import country_code, find_home, region_code, work_place


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("U.S.A.", "US"), ("the United States", "US"), ("Estados Unidos", "US"), ("EE. UU.", "US"), ("usa", "US"),
        ("Great Britain", "GB"), ("Northern Ireland", "GB"), ("Reino Unido", "GB"), ("Holland", "NL"),
        ("The Netherlands", "NL"), ("South Korea", "KR"), ("Turkey", "TR"), ("Türkiye", "TR"), ("Deutschland", "DE"),
        ("Alemania", "DE"), ("España", "ES"), ("México", "MX"), ("Brasil", "BR"), ("Russia", "RU"), ("UAE", "AE"),
        ("Republic of Ireland", "IE"), ("Czech Republic", "CZ"), ("DEU", "DE"), ("Canadá", "CA"), ("Ivory Coast", "CI"),
    ],
)  # fmt: skip
def test_a_country_is_known_by_its_names(name: str, code: str) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize("name", ["", " ", "Atlantis", "Colorado"])
def test_what_is_no_country_has_no_code(name: str) -> None:
    assert country_code(name) is None


@pytest.mark.parametrize(
    ("country", "name", "code"),
    [
        ("US", "N.Y.", "NY"), ("US", "New York State", "NY"), ("US", "Calif.", "CA"), ("US", "Washington, D.C.", "DC"),
        ("US", "washington  state", "WA"), ("US", "Mass", "MA"),
        ("US", "Hawai\N{MODIFIER LETTER TURNED COMMA}i", "HI"), ("CA", "Québec", "QC"),
        ("CA", "PEI", "PE"), ("CA", "B.C.", "BC"), ("CA", "Newfoundland", "NL"), ("AU", "N.S.W.", "NSW"),
        ("US", "Elsewhere", "Elsewhere"), ("US", "", ""),
    ],
)  # fmt: skip
def test_a_region_is_known_by_its_names(country: str, name: str, code: str) -> None:
    assert region_code(country, name) == code


@pytest.mark.parametrize("city", ["NYC", "New York City", "new york city", "New York, NY", "Brooklyn", "The Bronx"])
def test_new_york_is_one_city_by_any_of_its_names(city: str) -> None:
    place = work_place(country="USA", region="New York", city=city)
    assert place is not None
    assert place.city == "New York"


def test_a_borough_of_another_state_is_another_city() -> None:
    place = work_place(country="US", region="KS", city="Manhattan")
    assert place == WorkPlace(country="US", region="KS", city="Manhattan")


@pytest.mark.parametrize(
    ("words", "home"),
    [
        ("Denver, CO", ("US", "CO")), ("Atlanta, Georgia", ("US", "GA")), ("Washington, D.C.", ("US", "DC")),
        ("Toronto, ON", ("CA", "ON")), ("Delaware", ("US", "DE")), ("Texas, U.S.", ("US", "TX")),
        ("Germany", ("DE", "")), ("Georgia", ("GE", "")), ("Tbilisi, Georgia", ("GE", "TB")),
    ],
)  # fmt: skip
def test_a_home_is_a_state_before_a_country_of_the_same_name(words: str, home: tuple[str, str]) -> None:
    found = find_home(words)
    assert found is not None
    assert (found.country, found.region) == home
