"""The words for how an occupation grows follow the figures that stand next to them."""

import pytest

from occupations.rules import rate_growth
from tests.occupations.samples import an_outlook


@pytest.mark.parametrize(
    ("change", "word"),
    [(6.2, "high"), (6.1, "growing"), (3.2, "growing"), (3.1, "steady"), (0.0, "steady"), (-0.1, "low")],
)
def test_growth_is_compared_as_it_is_shown(change, word):
    assert rate_growth(an_outlook(change=change), average=3.06) == word
