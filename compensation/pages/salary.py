"""What a role's salary page shows: editorial and computed figures side by side, narrowed by the reader's choices."""

from typing import Self

import msgspec
from django.db.models import Subquery
from django.db.models.functions import JSONObject
from django.http import Http404

from compensation.figures import ComputedFigure, EditorialFigure, editorial_figures, list_filings
from compensation.models.survey import SurveyArea
from roles.kit.choices import PayKind
from roles.kit.value import Kit
from roles.models.edition import Edition


class Salary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one role. `computed` holds those of levels and places, `titles` those of single filed titles."""

    editorial: list[EditorialFigure]
    computed: list[ComputedFigure]
    titles: list[ComputedFigure]

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

    def keep_near(self, area: SurveyArea | None) -> Self:
        """Without the filings of states that an area does not lie in, and of single titles; all of it without one."""
        if area is None:
            return self
        near = {"US", *(f"US-{state}" for state in area.states)}
        return type(self)(
            editorial=self.editorial, computed=[figure for figure in self.computed if figure.area in near], titles=[]
        )

    def narrow_figures(self, *, level: str = "", area: str = "", kind: str = "") -> Self:
        """Only the figures of a level, an area and a kind of pay; an empty choice leaves all."""

        def is_fitting(figure_level: str | None, figure_area: str, figure_kind: PayKind) -> bool:
            return level in ("", figure_level) and area in ("", figure_area) and kind in ("", figure_kind)

        parts = self.editorial
        return type(self)(
            editorial=[f for f in parts if is_fitting(f.benchmark.level, f.benchmark.area, f.benchmark.kind)],
            computed=[f for f in self.computed if is_fitting(f.level, f.area_name, f.kind)],
            titles=[f for f in self.titles if is_fitting(f.level, f.area_name, f.kind)],
        )


def salary_of(kit: Kit) -> Salary:
    """Every figure of a role from editors and visa filings, in one query."""
    figures, titles = list_filings(kit.slug)
    return Salary(editorial=editorial_figures(kit), computed=figures, titles=titles)


def kit_and_area(slug: str, area: str) -> tuple[Kit, SurveyArea | None]:
    """A role's live kit and the area of a slug, or None where no area is asked for, in one query.

    Raises Http404 where no kit is live, or no area has the slug.
    """
    columns = JSONObject(code="code", kind="kind", name="name", slug="slug", states="states")
    chosen = Subquery(SurveyArea.objects.filter(slug=area).values(row=columns))
    edition = Edition.objects.live().filter(slug=slug).annotate(area=chosen).first()
    if edition is None or (area and edition.area is None):
        raise Http404
    return edition.kit, SurveyArea(**edition.area) if area else None
