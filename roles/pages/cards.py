"""Social cards: the picture that stands beside a shared link, 1200 by 630 pixels, set by Typst."""

from functools import cache
from pathlib import Path
from threading import Lock

import manimgx_fonts
import msgspec
import typst
from django.utils.translation import gettext as _

from company.site import read_site_company, read_site_name
from roles.kit.figures import format_years
from roles.kit.language import written_in
from roles.models.edition import Edition

CARD_WIDTH, HEIGHT = 1200, 630
MOST_RANGES = 2  # on a card
PIXELS_PER_INCH = 72  # a point is a pixel
ACCENT = "#17573f"  # of a site without a color of its own
_FOLDER = Path(__file__).parent
_one_at_a_time = Lock()  # the compiler must not run twice at once


class Card(msgspec.Struct, frozen=True, kw_only=True):
    """The texts of a card: a word above, one title or two, a line below, and figures with their labels."""

    eyebrow: str
    titles: list[str]
    line: str = ""
    facts: list[tuple[str, str]] = []


def draw_card(card: Card) -> bytes:
    """The card as the bytes of a PNG, 1,200 by 630 pixels. One at a time in each process. Raises TypeError for a card
    of two pages.
    """
    with _one_at_a_time:
        png = _load_compiler().compile(format="png", ppi=PIXELS_PER_INCH, sys_inputs=_list_inputs(card))
    if not isinstance(png, bytes):
        raise TypeError(f"expected one page, got {type(png)}")
    return png


def build_role_card(role: Edition) -> Card:
    """The texts of a role's card, with its figures where it has some, in the language of kits."""
    with written_in(role.language):
        facts = [
            *((headline.label, headline.range) for headline in role.pay.headlines[:MOST_RANGES]),
            (_("Experience"), format_years(role.experience_min, role.experience_max)),
        ]
        line = _("Job description, pay and interview questions")
    return Card(
        eyebrow=role.family,
        titles=[role.title],
        line=line,
        facts=[fact for fact in facts if fact[1]],
    )


def comparison_card(one: Edition, other: Edition) -> Card:
    """The texts of the card for the comparison of two roles."""
    return Card(eyebrow="Which one do you need?", titles=[one.title, f"{other.title}?"])


SITE_CARD = Card(
    eyebrow="Open hiring kits",
    titles=["The whole hiring kit for a role"],
    line="A job description, pay and interview questions that agree with each other",
)


def _list_inputs(card: Card) -> dict[str, str]:
    """What the drawing reads: the card, and the name and the color of the site."""
    colors = read_site_company().branding.colors
    return {
        "card": msgspec.json.encode(card).decode(),
        "site": read_site_name(),
        "accent": colors.accent[0] if colors else ACCENT,
    }


@cache
def _load_compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[Path(manimgx_fonts.__file__).parent])
    return typst.Compiler(_FOLDER / "card.typ", root=_FOLDER, font_paths=fonts, ignore_system_fonts=True)
