"""An accent color in both themes: as it was chosen where it can be read, and darker or lighter where it couldn't.

The formula is that of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio), as 1.4.3 asks for text.
"""

import base64
import colorsys
import hashlib
from functools import lru_cache
from typing import Annotated

import msgspec
from msgspec import Meta

HEX_COLOR = r"^#[0-9a-f]{6}\Z"
type HexColor = Annotated[str, Meta(pattern=HEX_COLOR, description="a color such as #17573f")]

LEAST_CONTRAST = 4.5
STEPS = 100  # of lightness, from the chosen one to black or white
STRONGER = 0.09  # how much darker or lighter the strong accent is
LIGHT_GROUNDS = ("#faf8f3", "#fffefb", "#f1eee5")  # paper, sheet and tint of static/css/tokens.css
DARK_GROUNDS = ("#161814", "#1e211c", "#242721")
WHITE, BLACK = "#ffffff", "#101010"


class AccentColors(msgspec.Struct, frozen=True):
    """An accent, a stronger one, and the color of text on each, as (light, dark) for the two themes."""

    accent: tuple[str, str]
    strong: tuple[str, str]
    on_accent: tuple[str, str]

    @property
    def sheet(self) -> str:
        """The style sheet that puts these colors in place of the usual ones, for a style element."""
        pairs = {"accent": self.accent, "accent-strong": self.strong, "on-accent": self.on_accent}
        lines = (f"--{name}: light-dark({light}, {dark})" for name, (light, dark) in pairs.items())
        return f"@layer tokens{{:root{{{';'.join(lines)}}}}}"

    @property
    def policy_source(self) -> str:
        """The source expression by which a content policy allows exactly this sheet."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(self.sheet.encode()).digest()).decode()}'"


def measure_contrast(one: str, other: str) -> float:
    """The contrast of two colors such as #17573f, from 1 to 21."""
    dark, light = sorted((_measure_luminance(one), _measure_luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=16)
def make_accent(chosen: str) -> AccentColors:
    """The readable shades of a chosen color for both themes: the nearest lightness with enough contrast on every
    background. The last 16 are kept.
    """
    light = _reach_contrast(chosen, LIGHT_GROUNDS, toward=0)
    dark = _reach_contrast(chosen, DARK_GROUNDS, toward=1)
    strong = _shift_lightness(light, -STRONGER), _shift_lightness(dark, STRONGER)
    return AccentColors(
        accent=(light, dark), strong=strong, on_accent=(_write_on(light, strong[0]), _write_on(dark, strong[1]))
    )


def _measure_luminance(color: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _read_parts(color))  # noqa: PLR2004 # of the formula
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _read_parts(color: str) -> tuple[float, float, float]:
    red, green, blue = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _write_color(parts: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _reach_contrast(chosen: str, grounds: tuple[str, ...], *, toward: float) -> str:
    """The color at the nearest lightness on the way to black (0) or white (1) that can be read on all grounds."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*_read_parts(chosen))
    color = chosen
    for step in range(STEPS + 1):
        if step:
            color = _write_color(colorsys.hls_to_rgb(hue, lightness + (toward - lightness) * step / STEPS, saturation))
        if all(measure_contrast(color, ground) >= LEAST_CONTRAST for ground in grounds):
            break
    return color


def _shift_lightness(color: str, by: float) -> str:
    hue, lightness, saturation = colorsys.rgb_to_hls(*_read_parts(color))
    return _write_color(colorsys.hls_to_rgb(hue, min(1, max(0, lightness + by)), saturation))


def _write_on(color: str, stronger: str) -> str:
    """White or black, whichever can be read better on both."""
    return max((WHITE, BLACK), key=lambda ink: min(measure_contrast(ink, color), measure_contrast(ink, stronger)))
