"""The contrast of the colors that the tokens pair, in both themes, by the formula of WCAG 2.2 (1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest
from django.conf import settings

from company.colors import make_accent

TOKENS = (Path(settings.BASE_DIR) / "static/css/tokens.css").read_text()
COLORS = {
    name: (light, dark)
    for name, light, dark in re.findall(r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TOKENS)
}
GROUNDS = ("paper", "sheet", "tint")
TEXT = [
    *((text, ground) for text in ("ink", "ink-soft", "accent", "accent-strong", "danger") for ground in GROUNDS),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-marker", "marker"),
]
PARTS = [("line-strong", ground) for ground in ("paper", "sheet")] + [("marker-line", "paper"), ("accent", "tint")]


def luminance(color):
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio"""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_gives_the_known_ends():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT)
def test_text_can_be_read(text, ground, theme):
    assert contrast(COLORS[text][theme], COLORS[ground][theme]) >= 4.5


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("part", "ground"), PARTS)
def test_parts_of_controls_can_be_seen(part, ground, theme):
    assert contrast(COLORS[part][theme], COLORS[ground][theme]) >= 3


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("chosen", ["#ffcc00", "#17573f", "#0000ff", "#ff0000", "#ffffff", "#000000", "#808080"])
def test_whatever_color_a_brand_has_is_read_as_well(chosen, theme):
    made = make_accent(chosen)
    accents = {"accent": made.accent, "accent-strong": made.strong, "on-accent": made.on_accent}
    colors = COLORS | accents
    pairs = [pair for pair in TEXT if accents.keys() & {*pair}]
    assert len(pairs) > 6
    assert [pair for pair in pairs if contrast(*(colors[name][theme] for name in pair)) < 4.5] == []
