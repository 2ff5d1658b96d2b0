"""What a kit's occupations say of it."""

import msgspec
import pytest

from roles.kit.value import KitOccupation
from tests.factories import a_kit


@pytest.mark.parametrize(
    ("weights", "is_technical"),
    [
        ({"15-1252": 100}, True),
        ({"15-1252": 50, "11-2021": 50}, True),
        ({"15-1252": 30, "11-2021": 70}, False),
        ({"11-3021": 100}, True),
        ({"41-3091": 100}, False),
        ({}, False),
    ],
)
def test_a_role_is_technical_by_the_occupations_that_it_is_counted_in(weights, is_technical):
    occupations = [KitOccupation(soc=soc, weight=weight) for soc, weight in weights.items()]
    assert msgspec.structs.replace(a_kit(), occupations=occupations).is_technical == is_technical
