"""Pay across roles: each role's national figures and its editorial ranges."""

import msgspec
from django.db.models import JSONField, Subquery
from django.db.models.fields.json import KeyTransform
from django.db.models.functions import Cast, JSONObject

from compensation.figures import (
    ComputedFigure,
    EditorialFigure,
    Provenance,
    editorial_figures_of,
    make_provenance,
    national_pay,
)
from compensation.imports.sources import OEWS
from roles.kit.figures import PayHeadline
from roles.kit.value import KitBenchmark, KitSource
from roles.models.edition import Edition, find_first_slug
from roles.models.working_copy import Source


class RoleLine(msgspec.Struct, frozen=True, kw_only=True):
    """A role in the list, with its editorial and measured ranges. `survey` is the source of the `measured` one."""

    slug: str
    title: str
    family: str
    measured: PayHeadline | None
    survey: Provenance | None
    editorial: list[EditorialFigure]
    computed: list[ComputedFigure]


def role_lines() -> list[RoleLine]:
    """A line for every live role, by family and title. Two queries for any number of roles."""
    pay = national_pay()
    kit = Cast("kit_json", JSONField())
    editions = Edition.objects.shown().cards().order_by("family", "title")
    survey = JSONObject(**{name: name for name in KitSource.__struct_fields__})
    editions = editions.annotate(
        first_slug=find_first_slug(),
        ranges=KeyTransform("benchmarks", kit),
        cited=KeyTransform("sources", kit),
        survey=Subquery(Source.objects.filter(slug=OEWS).values(row=survey)),
    )
    return [
        RoleLine(
            slug=edition.slug,
            title=edition.title,
            family=edition.family,
            measured=edition.pay.measured,
            survey=_read_survey(edition.survey, edition.pay.measured),
            editorial=editorial_figures_of(
                msgspec.convert(edition.ranges or [], list[KitBenchmark]),
                msgspec.convert(edition.cited or [], list[KitSource]),
            ),
            computed=[
                msgspec.structs.replace(figure, role=edition.slug)
                for figure in pay.get(edition.first_slug, [])
                if figure.is_shown
            ],
        )
        for edition in editions
    ]


def _read_survey(source: object, measured: PayHeadline | None) -> Provenance | None:
    """Where a measured range comes from, from the source as the database gives it."""
    if source is None or measured is None:
        return None
    return make_provenance(msgspec.convert(source, KitSource), period=measured.period)


def list_cards(lines: list[RoleLine]) -> list[Provenance]:
    """The sources of all figures in the list, each once. The number of records is beside each figure."""
    editorial = [figure.provenance for line in lines for figure in line.editorial]
    computed = [figure.provenance for line in lines for figure in line.computed]
    survey = [line.survey for line in lines if line.survey]
    return [*{provenance.source: provenance for provenance in (*survey, *editorial, *computed)}.values()]
