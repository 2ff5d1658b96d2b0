"""A deadline runs until the end of its day at the place of work."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pycountry
import pytest

from packs.pay_law.places import localize_time

JUST_AFTER_MIDNIGHT = datetime(2026, 11, 29, 0, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "region", "hours"),
    [
        ("US", "CO", -7),
        ("US", "", -10),
        ("US", "TX", -7),
        ("CA", "ON", -6),
        ("DE", "", 1),
        ("AU", "WA", 8),
        ("JP", "", 9),
    ],
)
def test_it_is_the_local_time_of_the_place(country, region, hours):
    local = localize_time(JUST_AFTER_MIDNIGHT, [(country, region)])
    assert local == JUST_AFTER_MIDNIGHT
    assert local.utcoffset().total_seconds() == hours * 3600


def test_of_several_places_the_day_is_that_where_it_ends_last():
    assert localize_time(JUST_AFTER_MIDNIGHT, [("JP", ""), ("US", "CO"), ("DE", "")]).date() == date(2026, 11, 28)


def test_without_a_known_place_it_stays_as_it_is():
    assert localize_time(JUST_AFTER_MIDNIGHT, [("", ""), ("XX", "")]) is JUST_AFTER_MIDNIGHT


@pytest.mark.parametrize("country", ["US", "CA", "AU"])
def test_every_state_and_province_has_one_zone_of_its_country(country):
    codes = {region.code.removeprefix(f"{country}-") for region in pycountry.subdivisions.get(country_code=country)}
    zones = [localize_time(JUST_AFTER_MIDNIGHT, [(country, code)]).tzinfo for code in codes - {"UM"}]
    assert all(isinstance(zone, ZoneInfo) for zone in zones)
    assert len({zone.key for zone in zones}) > 5
