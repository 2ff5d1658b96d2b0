"""The template of an occupation as an edition that is nowhere stored: what the workbench starts from."""

import msgspec

from occupations.reading import find_occupation
from packs.occupations.kit import build_occupation_kit
from roles.kit.value import Kit
from roles.models.edition import Edition

NO_EDITION = 0  # the number that a job description made from an occupation carries


def make_edition(kit: Kit) -> Edition:
    """A kit as an edition without a role. It must not be saved."""
    return Edition(number=NO_EDITION, slug=kit.slug, title=kit.title, kit_json=encode_template(kit))


def find_occupation_edition(soc: str) -> Edition | None:
    """The template of an occupation as it is now; None where there is no such occupation. One query."""
    profile = find_occupation(soc)
    return make_edition(build_occupation_kit(profile)) if profile else None


def encode_template(kit: Kit) -> str:
    """A kit as a pack stores it."""
    return msgspec.json.encode(kit).decode()


def decode_template(template: str) -> Edition:
    """The edition of a kit that a pack stores."""
    return make_edition(msgspec.json.decode(template, type=Kit))
