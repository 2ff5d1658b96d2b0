"""An accent that anybody may choose can be read in both themes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from company.colors import DARK_GROUNDS, LEAST_CONTRAST, LIGHT_GROUNDS, make_accent, measure_contrast
from tests.test_contrast import COLORS, GROUNDS, contrast

colors = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_grounds_are_those_of_the_style_sheet():
    assert tuple(COLORS[name][0] for name in GROUNDS) == LIGHT_GROUNDS
    assert tuple(COLORS[name][1] for name in GROUNDS) == DARK_GROUNDS


@given(colors)
def test_any_color_can_be_read_on_every_ground(chosen):
    made = make_accent(chosen)
    for theme, grounds in enumerate((LIGHT_GROUNDS, DARK_GROUNDS)):
        for ink in (made.accent[theme], made.strong[theme]):
            assert min(contrast(ink, ground) for ground in grounds) >= LEAST_CONTRAST
            assert contrast(made.on_accent[theme], ink) >= LEAST_CONTRAST


@given(colors, colors)
def test_it_measures_as_the_tests_do(one, other):
    assert measure_contrast(one, other) == pytest.approx(contrast(one, other))


def test_a_color_that_can_be_read_stays():
    assert make_accent("#17573f").accent[0] == "#17573f"


def test_a_color_that_can_not_be_read_becomes_darker_or_lighter():
    light, dark = make_accent("#ffcc00").accent
    assert (light != "#ffcc00", dark) == (True, "#ffcc00")
