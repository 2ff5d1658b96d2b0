"""Pay figures for pages and documents, each with its provenance. Editorial and computed figures are never mixed."""

from datetime import date

import msgspec
from django.db.models import Case, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from compensation.areas import area_name
from compensation.models.official import AreaFactor
from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.models.survey import NATION, SurveyFigure
from compensation.periods import spell_period, word_survey_month
from compensation.rules import FEW, is_one_sided
from roles.kit.choices import PayKind
from roles.kit.value import Kit, KitBenchmark, KitSource
from roles.models.working_copy import Source

THIN = Case(When(p50__isnull=True, then=Value(1)), default=Value(0))  # sorts what may be shown first


class Provenance(msgspec.Struct, frozen=True, kw_only=True):
    """The source of a figure, as it is shown beside it. `n` is the number of records, None where the source doesn't
    say.
    """

    source: str
    publisher: str
    title: str
    url: str | None
    period: str
    method: str
    caveat: str | None
    licence: str | None
    retrieved_on: date | None
    n: int | None


class EditorialFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A yearly pay range that an editor took from a source or judged, with its source."""

    benchmark: KitBenchmark
    provenance: Provenance


class OwnFigure(msgspec.Struct, frozen=True, kw_only=True):
    """What the company itself pays at a level, in whole units a year, None for an open end; `words` are about bonus and
    equity.
    """

    level: str
    kind: PayKind
    low: int | None
    high: int | None
    currency: str
    words: str
    provenance: Provenance


class EarlierFigure(msgspec.Struct, frozen=True, kw_only=True):
    """The median of the same records in the last period before that may be shown."""

    period: str
    n: int
    p50: int


class ComputedFigure(msgspec.Struct, frozen=True, kw_only=True):
    """Percentiles of base pay a year in whole units of `currency`; None where the publishing rules show none.

    `flagged` says that one employer weighs too much, and `covers` is the period as in the records ("FY2024 Q1").
    `before` is None where no earlier period is loaded.
    """

    role: str
    level: str
    title: str
    area: str
    area_name: str
    kind: PayKind = PayKind.BASE
    currency: str
    n: int
    employers: int
    largest_share: float
    flagged: bool
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    covers: str
    provenance: Provenance
    before: EarlierFigure | None = None

    @property
    def is_shown(self) -> bool:
        """Whether the publishing rules let the figure be shown: there are enough records of enough employers."""
        return self.p50 is not None

    @property
    def is_thin(self) -> bool:
        """Whether there are so few records behind it that the page marks it."""
        return self.n < FEW


class OccupationFigure(msgspec.Struct, frozen=True, kw_only=True):
    """An official occupation under which the role's titles were filed. It gives context, and is never the role's own
    figure.
    """

    soc: str
    title: str
    filings: int
    share: float
    employment: int | None
    mean: int | None
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    top_code: int | None
    top_coded_from: int | None
    provenance: Provenance


class FactorFigure(msgspec.Struct, frozen=True, kw_only=True):
    """An area's wages divided by the nation's, such as 1.12, with the source."""

    area_code: str
    area_name: str
    states: list[str]
    factor: float
    provenance: Provenance


class RolePay(msgspec.Struct, frozen=True, kw_only=True):
    """What public records say about a role's pay: its figures, the filed titles and the occupations behind them."""

    figures: list[ComputedFigure]
    titles: list[ComputedFigure]
    occupations: list[OccupationFigure]


def pay_for_role(slug: str, *, area: str | None = None, level: str | None = None) -> RolePay:
    """A role's figures of each source's newest year, in two queries however many records there are.

    `area` is an ISO 3166 code (US, US-CA) and `level` a level's name, "" for all levels together; None asks for every
    one. Titles are those of the country.
    """
    of_all, of_titles = Q(title=""), ~Q(title="")
    if area is not None:
        of_all &= Q(area=area)
    if level is not None:
        of_all &= Q(level=level)
    if level:
        of_titles &= Q(level=level)
    rows = _filter_newest(PaySummary.objects.filter(of_all | of_titles, role=slug)).select_related("source")
    figures = [make_computed(row, role=slug) for row in rows.order_by("source", "level", "area", "title")]
    return RolePay(
        figures=[figure for figure in figures if not figure.title],
        titles=[figure for figure in figures if figure.title],
        occupations=_list_occupations(slug),
    )


def national_pay() -> dict[str, list[ComputedFigure]]:
    """Each role's national figures over all levels, by the slug that it had first, in one query."""
    rows = _filter_newest(PaySummary.objects.filter(level="", title="", area="US")).select_related("source")
    by_role: dict[str, list[ComputedFigure]] = {}
    for row in rows.order_by("role", "source"):
        by_role.setdefault(row.role, []).append(make_computed(row, role=row.role))
    return by_role


def editorial_figures(kit: Kit) -> list[EditorialFigure]:
    """The kit's own pay ranges, in its order, each with its source."""
    return editorial_figures_of(kit.benchmarks, kit.sources)


def editorial_figures_of(benchmarks: list[KitBenchmark], sources: list[KitSource]) -> list[EditorialFigure]:
    """The benchmarks, each with its source. Raises KeyError where one names a source that isn't in `sources`."""
    by_slug = {source.slug: source for source in sources}
    return [EditorialFigure(benchmark=part, provenance=make_provenance(by_slug[part.source])) for part in benchmarks]


def area_factors() -> list[FactorFigure]:
    """The factor of every area, by the area's name. One query."""
    return [_make_factor(row) for row in AreaFactor.objects.select_related("source")]


def _filter_newest(rows: QuerySet[PaySummary]) -> QuerySet[PaySummary]:
    """The rows of the newest year that may be shown; of the newest at all where none may.

    So a year of which few records are published yet does not hide the one before it.
    """
    one_figure = {name: OuterRef(name) for name in ("role", "source", "level", "title", "area", "currency")}
    years = PaySummary.objects.filter(**one_figure).order_by(THIN, "-year")
    return rows.filter(year=Subquery(years.values("year")[:1]))


def _filter_newest_filed(rows: QuerySet[FiledOccupation]) -> QuerySet[FiledOccupation]:
    """The rows of the year that the role's figure is of."""
    of_role = PaySummary.objects.filter(role=OuterRef("role"), source=OuterRef("source"), level="", title="")
    shown = of_role.order_by(THIN, "-year")
    same = FiledOccupation.objects.filter(role=OuterRef("role"), source=OuterRef("source")).order_by("-year")
    return rows.filter(year=Coalesce(Subquery(shown.values("year")[:1]), Subquery(same.values("year")[:1])))


def _list_occupations(slug: str) -> list[OccupationFigure]:
    """The occupations that the role's titles were filed under, most first, with their newest national figures."""
    filed = _filter_newest_filed(FiledOccupation.objects.filter(role=slug)).order_by("-n")
    same = filed.filter(soc=OuterRef("occupation"))
    national = SurveyFigure.objects.filter(area=NATION)
    official = (
        national.filter(occupation__in=filed.order_by().values("soc"))
        .filter(survey=Subquery(national.order_by("-survey").values("survey")[:1]))
        .annotate(filings=Subquery(same.values("n")[:1]), share=Subquery(same.values("share")[:1]))
        .select_related("occupation", "survey__source")
        .order_by("-filings", "occupation")
    )
    return [_make_occupation(row) for row in official]


def _make_occupation(row: SurveyFigure) -> OccupationFigure:
    own = {"soc", "title", "provenance"}
    named = {field: getattr(row, field) for field in OccupationFigure.__struct_fields__ if field not in own}
    provenance = make_provenance(row.survey.source, period=word_survey_month(row.survey_id))
    return OccupationFigure(**named, soc=row.occupation_id, title=row.occupation.title, provenance=provenance)


class FilingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A row of the summaries with its source, as a query returns it in JSON."""

    source: KitSource
    level: str
    title: str
    area: str
    currency: str
    n: int
    employers: int
    largest_share: float
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    period: str
    before: EarlierFigure | None


def make_computed(row: PaySummary | FilingRow, *, role: str) -> ComputedFigure:
    """The figure in a row of the summaries, for the role's current slug."""
    return ComputedFigure(
        role=role,
        level=row.level,
        title=row.title,
        area=row.area,
        area_name=area_name(row.area),
        currency=row.currency,
        n=row.n,
        employers=row.employers,
        largest_share=row.largest_share,
        flagged=is_one_sided(row.largest_share),
        p10=row.p10,
        p25=row.p25,
        p50=row.p50,
        p75=row.p75,
        p90=row.p90,
        covers=row.period,
        provenance=make_provenance(row.source, period=spell_period(row.period), n=row.n),
        before=row.before if isinstance(row, FilingRow) else None,
    )


def _make_factor(row: AreaFactor) -> FactorFigure:
    return FactorFigure(
        area_code=row.area_code,
        area_name=row.area_name,
        states=row.states,
        factor=float(row.factor),
        provenance=make_provenance(row.source, period=row.period),
    )


def make_provenance(source: Source | KitSource, *, period: str | None = None, n: int | None = None) -> Provenance:
    """A source with the figure's own period and number of records where it has them."""
    return Provenance(
        source=source.slug,
        publisher=source.publisher,
        title=source.title,
        url=source.url,
        period=period or source.period,
        method=source.method,
        caveat=source.caveat,
        licence=source.licence,
        retrieved_on=source.retrieved_on,
        n=source.sample_size if n is None else n,
    )
