"""What the workbench starts from for an occupation."""

from interviews.shared.storing import list_shared_competencies
from occupations.reading import find_occupation
from packs.occupations.kit import build_occupation_kit
from packs.occupations.template import make_edition
from roles.models.edition import Edition


def find_occupation_edition(soc: str) -> Edition | None:
    """An edition, not stored, made from an occupation's data as loaded now; None for an unknown code. Three queries."""
    profile = find_occupation(soc)
    return make_edition(build_occupation_kit(profile, list_shared_competencies())) if profile else None
