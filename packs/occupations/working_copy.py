"""A role's working copy from an occupation, for an editor to make a kit of."""

import msgspec
from django.utils.text import slugify

from occupations.reading import OccupationProfile
from packs.occupations.kit import build_occupation_kit
from roles.models.working_copy import Role
from roles.publishing.rows import save_kit


def start_working_copy(profile: OccupationProfile) -> tuple[Role, bool]:
    """The role that goes by the occupation's title, and whether it was made now, filled with what is known."""
    kit = build_occupation_kit(profile)
    slug = slugify(kit.title)
    if known := Role.objects.filter(slug=slug).first():
        return known, False
    return save_kit(msgspec.structs.replace(kit, slug=slug)), True
