"""The template of an occupation as an edition that is nowhere stored: its JSON is what a pack keeps."""

import msgspec

from roles.kit.value import Kit
from roles.models.edition import Edition

NO_EDITION = 0  # the number that a job description made from an occupation carries


def make_edition(kit: Kit) -> Edition:
    """An edition that has this kit and no role. It must not be saved."""
    return Edition(number=NO_EDITION, slug=kit.slug, title=kit.title, kit_json=msgspec.json.encode(kit).decode())


def decode_template(template_json: str) -> Edition:
    """An edition, not stored, made from the JSON of a kit that a pack keeps. Raises msgspec.ValidationError where the
    kit no longer fits its type.
    """
    return make_edition(msgspec.json.decode(template_json, type=Kit))
