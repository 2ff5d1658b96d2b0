"""The survey's areas by what people call them."""

import pytest

from compensation.areas import STATES, fold_place
from compensation.models.survey import SurveyArea
from compensation.pages.places import AreaNames

METRO, STATE = SurveyArea.Kind.METRO, SurveyArea.Kind.STATE
AREAS = {
    area.name: area
    for area in (
        SurveyArea(
            code=str(number), kind=kind, name=name, slug=fold_place(name).replace(" ", "-"), states=states.split()
        )
        for number, (kind, name, states) in enumerate(
            [
                *((STATE, name, code) for code, name in STATES.items()),
                (METRO, "Austin-Round Rock-San Marcos, TX", "TX"),
                (METRO, "Boise City, ID", "ID"),
                (METRO, "Coeur d'Alene, ID", "ID"),
                (METRO, "Dallas-Fort Worth-Arlington, TX", "TX"),
                (METRO, "Los Angeles-Long Beach-Anaheim, CA", "CA"),
                (METRO, "New York-Newark-Jersey City, NY-NJ", "NY NJ"),
                (METRO, "Norwich-New London-Willimantic, CT", "CT"),
                (METRO, "Portland-South Portland, ME", "ME"),
                (METRO, "Portland-Vancouver-Hillsboro, OR-WA", "OR WA"),
                (METRO, "San Francisco-Oakland-Fremont, CA", "CA"),
                (METRO, "St. Louis, MO-IL", "MO IL"),
                (METRO, "Urban Honolulu, HI", "HI"),
                (METRO, "Washington-Arlington-Alexandria, DC-VA-MD-WV", "DC VA MD WV"),
                (METRO, "Winston-Salem, NC", "NC"),
            ]
        )
    )
}
JOBS = {AREAS["Portland-Vancouver-Hillsboro, OR-WA"].pk: 1_200_000, AREAS["Portland-South Portland, ME"].pk: 300_000}
NAMES = AreaNames(AREAS.values(), JOBS)


@pytest.mark.parametrize(
    ("typed", "start"),
    [
        ("Austin", "Austin"), ("Austin, TX", "Austin"), ("austin texas", "Austin"), ("Round Rock, TX, USA", "Austin"),
        ("Saint Louis", "St. Louis"), ("St Louis", "St. Louis"), ("St. Louis, MO", "St. Louis"), ("Boise, ID", "Boise"),
        ("Honolulu", "Urban"), ("Winston Salem", "Winston"), ("winston-salem, nc", "Winston"),
        ("Washington, D.C.", "Washington"), ("Washington DC", "Washington"), ("D.C.", "District"), ("dc", "District"),
        ("NYC", "New York"), ("New York City", "New York"), ("Ft. Worth", "Dallas"), ("The Bay Area", "San Francisco"),
        ("Greater Austin", "Austin"), ("Austin metro area", "Austin"), ("Coeur d’Alene", "Coeur"), ("Tex", "Texas"),
        ("Portland", "Portland-V"), ("Portland, ME", "Portland-S"), ("San Fran", "San Francisco"), ("LA", "Louisiana"),
    ],
)  # fmt: skip
def test_an_area_is_found_by_what_people_call_it(typed, start):
    found = NAMES.find_area(typed)
    assert found is not None
    assert found.name.startswith(start)


@pytest.mark.parametrize("typed", ["London", "Rock", "Austin, MO", "Paris", "fo"])
def test_a_part_of_another_name_is_no_area(typed):
    assert NAMES.find_area(typed) is None


def test_a_city_is_looked_for_in_its_state():
    assert NAMES.find_city("Saint Louis", "MO") is AREAS["St. Louis, MO-IL"]
    assert NAMES.find_city("Saint Louis", "TX") is None
