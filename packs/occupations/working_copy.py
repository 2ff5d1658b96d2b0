"""A role's working copy from an occupation, for an editor to make a kit of."""

import msgspec
from django.utils.text import slugify

from compensation.models.survey import NATION
from compensation.survey import list_survey_pay
from interviews.shared.storing import list_shared_competencies
from occupations.codes import list_counted_codes
from occupations.reading import OccupationProfile
from packs.occupations.kit import build_occupation_kit
from roles.kit.value import KitOccupation
from roles.models.working_copy import Role
from roles.publishing.rows import save_kit

WHOLE = 100  # percent


def start_working_copy(profile: OccupationProfile, title: str = "") -> tuple[Role, bool]:
    """The role with the slug of this title (or of the occupation's), and whether it was created now.

    A new role is stored with what is known of the occupation.
    """
    kit = build_occupation_kit(profile, list_shared_competencies())
    if title:
        kit = msgspec.structs.replace(kit, title=title, short_title=title)
    slug = slugify(kit.title)
    if known := Role.objects.filter(slug=slug).first():
        return known, False
    counted = _list_counted(profile)
    reason = f"The kit was started from the occupation {profile.title}." if counted else None
    kit = msgspec.structs.replace(kit, slug=slug, occupations=counted, occupations_reason=reason)
    return save_kit(kit), True


def _list_counted(profile: OccupationProfile) -> list[KitOccupation]:
    """The occupation as which the wage survey counts this one, so that the kit has its pay; none without a figure."""
    codes = list_counted_codes(profile.soc)
    known = {pay.soc for pay in list_survey_pay(codes, areas=[NATION])}
    return [KitOccupation(soc=code, weight=WHOLE) for code in codes if code in known][:1]
