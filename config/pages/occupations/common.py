"""What every page on occupations shows beside its own, read once for each state of the library."""

from collections.abc import Mapping

import msgspec
from django.http import Http404

from occupations.attribution import Attribution, read_attributions
from occupations.reading import (
    OccupationProfile,
    OccupationSummary,
    find_occupation,
    list_occupations,
    measure_average_change,
)
from roles.publishing.library_version import cached_per_library_version


class OccupationIndex(msgspec.Struct, frozen=True):
    """Every occupation in brief by its O*NET-SOC code, their average growth in percent, and how to name the sources."""

    occupations: Mapping[str, OccupationSummary]
    average_change: float | None
    attributions: Mapping[str, Attribution]


@cached_per_library_version
def read_index() -> OccupationIndex:
    """Every occupation by code, the average change of jobs, and the sources. Kept until the library changes; three
    queries.
    """
    occupations = {occupation.code: occupation for occupation in list_occupations()}
    return OccupationIndex(occupations, measure_average_change(), read_attributions())


def find_occupation_or_404(soc: str) -> OccupationProfile:
    """The occupation of a code as addresses have it. One query. Raises Http404 where there is none."""
    profile = find_occupation(soc)
    if profile is None:
        raise Http404
    return profile
