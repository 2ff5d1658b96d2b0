"""What a role's salary page shows: editorial and computed figures side by side, narrowed by the reader's choices."""

from collections.abc import Iterable
from typing import Self

import msgspec
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models.functions import JSONObject
from django.http import Http404

from compensation.figures import (
    ComputedFigure,
    EditorialFigure,
    FactorFigure,
    OccupationFigure,
    editorial_figures,
    pay_for_role,
)
from compensation.models.official import AreaFactor
from roles.kit.choices import PayKind
from roles.kit.value import Kit
from roles.models.edition import Edition

FACTOR_KINDS = AreaFactor.objects.order_by("area_name").values(
    row=JSONObject(
        area_code="area_code",
        area_name="area_name",
        states="states",
        factor="factor",
        provenance=JSONObject(
            source="source__slug",
            publisher="source__publisher",
            title="source__title",
            url="source__url",
            period="period",
            method="source__method",
            caveat="source__caveat",
            licence="source__licence",
            retrieved_on="source__retrieved_on",
            n="source__sample_size",
        ),
    )
)


class Salary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one role. `computed` holds those of levels and places, `titles` those of single filed titles."""

    editorial: list[EditorialFigure]
    computed: list[ComputedFigure]
    titles: list[ComputedFigure]
    occupations: list[OccupationFigure]

    @property
    def levels(self) -> list[str]:
        """The levels that any figure names, each once."""
        named = [*(f.benchmark.level for f in self.editorial), *(f.level for f in self.computed)]
        return [*dict.fromkeys(level for level in named if level)]

    @property
    def areas(self) -> list[str]:
        """The areas that any figure is for, by name."""
        named = [*(f.benchmark.area for f in self.editorial), *(f.area_name for f in self.computed)]
        return [*dict.fromkeys(named)]

    def narrow_figures(self, *, level: str = "", area: str = "", kind: str = "") -> Self:
        """Only the figures of a level, an area and a kind of pay; an empty choice leaves all."""

        def is_fitting(figure_level: str | None, figure_area: str, figure_kind: PayKind) -> bool:
            return level in ("", figure_level) and area in ("", figure_area) and kind in ("", figure_kind)

        parts = self.editorial
        return type(self)(
            editorial=[f for f in parts if is_fitting(f.benchmark.level, f.benchmark.area, f.benchmark.kind)],
            computed=[f for f in self.computed if is_fitting(f.level, f.area_name, f.kind)],
            titles=[f for f in self.titles if is_fitting(f.level, f.area_name, f.kind)],
            occupations=[] if kind == PayKind.TOTAL else self.occupations,
        )


def salary_of(kit: Kit) -> Salary:
    """Every figure of a role, in two queries."""
    pay = pay_for_role(kit.slug)
    return Salary(
        editorial=editorial_figures(kit), computed=pay.figures, titles=pay.titles, occupations=pay.occupations
    )


def kit_and_factors(slug: str) -> tuple[Kit, list[FactorFigure]]:
    """A role's live kit, and every area factor by name of area, in one query. Raises Http404 where no kit is live."""
    edition = Edition.objects.live().filter(slug=slug).annotate(factors=ArraySubquery(FACTOR_KINDS)).first()
    if edition is None:
        raise Http404
    rows: Iterable[object] = edition.factors
    return edition.kit, msgspec.convert(rows, list[FactorFigure])
