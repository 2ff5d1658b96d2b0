"""Occupations that a kit names and that there are not, found before it is published."""

from collections.abc import Iterator
from functools import cache

from compensation.imports.oews.shipped import read_shipped_occupations
from compensation.models.survey import SurveyOccupation
from roles.kit.errors import InvalidField
from roles.kit.value import Kit


def find_unknown_occupations(kit: Kit) -> Iterator[InvalidField]:
    """An error for each occupation code of the kit that no survey has, shipped or imported, at its place in the kit.
    One query at most.
    """
    asked = {part.soc for part in kit.occupations} - _list_shipped()
    known = {*SurveyOccupation.objects.filter(soc__in=asked).values_list("soc", flat=True)} if asked else set()
    for place, part in enumerate(kit.occupations):
        if part.soc in asked - known:
            expected = f"{part.soc} isn’t an occupation of the survey; https://www.bls.gov/oes/ lists them"
            yield InvalidField(("occupations", place, "soc"), expected)


@cache
def _list_shipped() -> frozenset[str]:
    return frozenset(read_shipped_occupations())
