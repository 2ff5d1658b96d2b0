"""Pay across roles: each role's national figures and its editorial ranges."""

import msgspec
from django.db.models import JSONField
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast

from compensation.figures import ComputedFigure, EditorialFigure, Provenance, editorial_figures_of, national_pay
from roles.kit.value import KitBenchmark, KitSource
from roles.models.edition import Edition


class RoleLine(msgspec.Struct, frozen=True, kw_only=True):
    """One role of the list."""

    slug: str
    title: str
    family: str
    editorial: list[EditorialFigure]
    computed: list[ComputedFigure]


def role_lines() -> list[RoleLine]:
    """Every live role by family and title, in two queries however many there are."""
    pay = national_pay()
    kit = Cast("kit_json", JSONField())
    editions = Edition.objects.live().cards().order_by("family", "title")
    editions = editions.annotate(ranges=KeyTransform("benchmarks", kit), cited=KeyTransform("sources", kit))
    return [
        RoleLine(
            slug=edition.slug,
            title=edition.title,
            family=edition.family,
            editorial=editorial_figures_of(
                msgspec.convert(edition.ranges or [], list[KitBenchmark]),
                msgspec.convert(edition.cited or [], list[KitSource]),
            ),
            computed=pay.get(edition.slug, []),
        )
        for edition in editions
    ]


def list_cards(lines: list[RoleLine]) -> list[Provenance]:
    """The provenance of every figure of the list, each source once; the number of records stands beside its figure."""
    editorial = [figure.provenance for line in lines for figure in line.editorial]
    computed = [figure.provenance for line in lines for figure in line.computed]
    return [*{provenance.source: provenance for provenance in (*editorial, *computed)}.values()]
