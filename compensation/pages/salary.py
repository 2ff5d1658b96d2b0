"""What a role's salary page shows: editorial and computed figures side by side, narrowed by the reader's choices."""

from typing import Any, Self

import msgspec
from django.db import connection
from django.http import Http404

from compensation.figures import ComputedFigure, EditorialFigure, FilingRow, OwnFigure, editorial_figures, make_computed
from compensation.models.survey import SurveyArea
from roles.kit.choices import PayKind
from roles.kit.value import Kit
from roles.models.edition import LIVE, is_shown


class Salary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one role: `own` are the company's bands, `computed` those of levels and places, and `titles` those
    of single filed titles.
    """

    own: list[OwnFigure]
    editorial: list[EditorialFigure]
    computed: list[ComputedFigure]
    titles: list[ComputedFigure]

    @property
    def levels(self) -> list[str]:
        """The levels that any figure has, each once, in the order of the page."""
        of_editors = (figure.benchmark.level for figure in self.editorial)
        named = [*(f.level for f in self.own), *of_editors, *(f.level for f in self.computed)]
        return [*dict.fromkeys(level for level in named if level)]

    @property
    def areas(self) -> list[str]:
        """The names of the areas that any figure is for, each once."""
        named = [*(f.benchmark.area for f in self.editorial), *(f.area_name for f in self.computed)]
        return [*dict.fromkeys(named)]

    def narrow_figures(self, *, level: str = "", area: str = "", kind: str = "") -> Self:
        """The figures of this level, area and kind of pay; an empty choice doesn't narrow them."""

        def is_fitting(figure_level: str | None, figure_area: str, figure_kind: PayKind) -> bool:
            return level in ("", figure_level) and area in ("", figure_area) and kind in ("", figure_kind)

        parts = self.editorial
        return type(self)(
            own=[f for f in self.own if is_fitting(f.level, area, f.kind)],
            editorial=[f for f in parts if is_fitting(f.benchmark.level, f.benchmark.area, f.benchmark.kind)],
            computed=[f for f in self.computed if is_fitting(f.level, f.area_name, f.kind)],
            titles=[f for f in self.titles if is_fitting(f.level, f.area_name, f.kind)],
        )


class SalaryRow(msgspec.Struct, frozen=True):
    """What one query reads for a salary page: the kit, the area's columns and the filed records."""

    kit: Kit
    area: dict[str, Any] | None
    filings: list[FilingRow]


def load_salary(slug: str, area: str, own: list[OwnFigure]) -> tuple[Kit, SurveyArea | None, Salary]:
    """A role's live kit, the area with this slug (None for ""), and the role's figures, with the company's `own`. One
    query.

    An area has the filings of the country and of its states. Raises Http404 where no kit is live, readers aren't shown
    the role, or no area has the slug.
    """
    if not is_shown(slug):
        raise Http404
    with connection.cursor() as cursor:
        cursor.execute(SALARY, {"slug": slug, "area": area})
        found = cursor.fetchone()
    row = msgspec.json.decode(found[0], type=SalaryRow) if found else None
    if row is None or (area and row.area is None):
        raise Http404
    figures = [make_computed(filing, role=slug) for filing in row.filings]
    salary = Salary(
        own=own,
        editorial=editorial_figures(row.kit),
        computed=[figure for figure in figures if not figure.title],
        titles=[figure for figure in figures if figure.title],
    )
    return row.kit, SurveyArea(**row.area) if row.area else None, salary


# Figures are kept under the address that the role had first. Of each the newest year counts that may be shown. Written
# by hand, since Django would take longer to compose it than the database to answer.
SALARY = f"""
    WITH known AS (
        SELECT kit_json, (
            SELECT first.slug FROM roles_edition AS first WHERE first.role_id = coalesce(
                (SELECT role_id FROM roles_edition AS original WHERE original.slug = edition.translates LIMIT 1),
                edition.role_id
            ) ORDER BY number LIMIT 1
        ) AS role
        FROM roles_edition AS edition WHERE slug = %(slug)s AND {LIVE}
    ), figure AS (
        SELECT DISTINCT ON (summary.source_id, level, summary.area, title, currency) summary.*
        FROM known JOIN compensation_paysummary AS summary USING (role)
        LEFT JOIN compensation_surveyarea AS place ON place.slug = %(area)s
        WHERE place.code IS NULL OR place.kind = 'N' OR title = '' AND (
            summary.area = 'US' OR left(summary.area, 3) = 'US-' AND right(summary.area, 2) = ANY (place.states)
        )
        ORDER BY summary.source_id, level, summary.area, title, currency, p50 IS NULL, year DESC
    )
    SELECT json_build_object(
        'kit', kit_json::json,
        'area', (SELECT to_json(place) FROM compensation_surveyarea AS place WHERE slug = %(area)s),
        'filings', coalesce((
            SELECT json_agg(
                to_jsonb(figure) || jsonb_build_object('source', source, 'before', before)
                ORDER BY source.slug, figure.level, figure.area, figure.title
            )
            FROM figure JOIN roles_source AS source ON source.slug = figure.source_id
            LEFT JOIN LATERAL (
                SELECT period, n, p50 FROM compensation_paysummary AS earlier
                WHERE (role, level, title, area, earlier.source_id, currency)
                    = (figure.role, figure.level, figure.title, figure.area, figure.source_id, figure.currency)
                    AND earlier.year < figure.year AND p50 IS NOT NULL AND figure.title = '' AND figure.p50 IS NOT NULL
                ORDER BY earlier.year DESC LIMIT 1
            ) AS before ON TRUE
        ), '[]')
    )::text FROM known
"""  # noqa: S608 # our own words
