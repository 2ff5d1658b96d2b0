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
    """A site's brand. Without a name it is the project's own. `logo` is a PNG that we have made ourselves,
    and `header_logo` the same for the head of pages, which is worked out and not stored.

    `shows_credit` says that the site runs on the project. `roles` are the slugs of the roles that readers see, and
    `occupations` how the codes of those that they see begin, each empty for all; NOTHING alone is none. `locked` names
    blocks of BLOCKS.
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
        """The logo of the header within an address, so that no page asks for one more file."""
        return f"data:image/png;base64,{base64.b64encode(self.header_logo).decode()}"

    def list_policy_sources(self) -> dict[str, list[str]]:
        """What the content policy has to let through for what travels within the page, by directive: the styles of the
        color, and the logo. Empty for a site without either.
        """
        styles = {"style-src": [self.colors.policy_source]} if self.colors else {}
        return styles | ({"img-src": ["data:"]} if self.header_logo else {})

    @property
    def has_occupations(self) -> bool:
        """Whether readers are shown any occupation."""
        return NOTHING not in self.occupations

    @property
    def colors(self) -> AccentColors | None:
        """The accent in both themes, each with the contrast that reading needs; None for the usual one."""
        return make_accent(self.accent) if self.accent else None

    @property
    def signature(self) -> str:
        """What ends an e-mail: the name, the lines of the footer and the contact. Empty where there is no name."""
        return "\n".join(filter(None, ("-- ", self.name, *self.footer_lines, self.contact))) if self.name else ""

    @property
    def contact_url(self) -> str:
        """Where the contact leads: an address of the web as it is, one of mail with its scheme."""
        return self.contact if "://" in self.contact else f"mailto:{self.contact}"
