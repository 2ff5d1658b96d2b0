"""How a site presents itself: its name, logo, color, footer and contact. Values alone; pages read them by tags."""

import base64
from typing import Annotated

import msgspec
from msgspec import Meta

from company.colors import AccentColors, HexColor, make_accent

PROJECT = "Rolebook"
NOTHING = "none"
BLOCKS = (
    "company",
    "about",
    "benefits",
    "equal-opportunity",
    "apply",
    "workplace",
    "law",
    "pay",
    "paper",
)  # of a profile, which a site may lock


class Branding(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A site's brand; without a name it is the project's. `logo` is a PNG drawn by this site; `header_logo`, made from
    it, isn't stored.

    `shows_credit` says that the site names the project. `roles` are the slugs of the roles that readers see, and
    `occupations` the start of those occupations' codes, each () for all; NOTHING alone is none. `locked` names blocks
    of BLOCKS.
    """

    name: Annotated[str, Meta(max_length=60)] = ""
    accent: HexColor | None = None
    logo: bytes = b""
    header_logo: bytes = b""
    footer_lines: tuple[str, ...] = ()
    contact: str = ""
    shows_credit: bool = True
    roles: tuple[str, ...] = ()
    occupations: tuple[str, ...] = ()
    locked: tuple[str, ...] = ()

    @property
    def site_name(self) -> str:
        """The site's name: the brand's, or else the project's."""
        return self.name or PROJECT

    @property
    def header_logo_url(self) -> str:
        """The header's logo as a data: address, so that no page loads one more file; "" without a logo."""
        return f"data:image/png;base64,{base64.b64encode(self.header_logo).decode()}"

    def list_policy_sources(self) -> dict[str, list[str]]:
        """The sources that the content policy must allow, by directive, for the brand's styles and logo; {} without
        either.
        """
        styles = {"style-src": [self.colors.policy_source]} if self.colors else {}
        return styles | ({"img-src": ["data:"]} if self.header_logo else {})

    @property
    def has_occupations(self) -> bool:
        """Whether readers are shown any occupation."""
        return NOTHING not in self.occupations

    @property
    def colors(self) -> AccentColors | None:
        """The accent's readable shades for both themes, None for the usual accent."""
        return make_accent(self.accent) if self.accent else None

    @property
    def signature(self) -> str:
        """The end of an e-mail: the name, the footer's lines and the contact; "" without a name."""
        return "\n".join(filter(None, ("-- ", self.name, *self.footer_lines, self.contact))) if self.name else ""

    @property
    def contact_url(self) -> str:
        """The contact as a link: a web address as it is, an e-mail address with mailto:."""
        return self.contact if "://" in self.contact else f"mailto:{self.contact}"
