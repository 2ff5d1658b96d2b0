"""A role's pay in every place side by side: a table that sorts, and a strip with one mark for each place."""

from collections.abc import Mapping, Sequence

import msgspec
from django.db.models import Case, Count, F, IntegerField, Max, Q, Sum, Value, When

from compensation.models.survey import NATION, SurveyArea, SurveyFigure
from compensation.role_survey import LEAST_WEIGHT, ROUNDING
from roles.pages.charts import CHART_WIDTH, Tick, list_axis

SORTS = {"place": "name", "low": "-p25", "middle": "-p50", "high": "-p75", "jobs": "-jobs"}
SHOWN = ("p25", "p50", "p75")


class PlaceRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place with the middle half and the median of the role's pay there, in dollars a year, and
    the number of jobs.
    """

    name: str
    slug: str
    p25: int
    p50: int
    p75: int
    jobs: int


class PlaceStrip(msgspec.Struct, frozen=True):
    """A mark at each place's median on one axis, as the path of an SVG, with the axis's ticks."""

    ticks: list[Tick]
    path: str


def list_role_pay(occupations: Mapping[str, int], kind: str, sort: str) -> list[PlaceRow]:
    """A role's pay in the states or the metropolitan areas, in dollars a year, in the order of one of SORTS. One query.

    A figure is the mean of the occupations by weight. A place is left out where its figure is only a floor, or where
    less than half of the role has one.
    """
    weight = Case(*(When(occupation=soc, then=Value(part)) for soc, part in occupations.items()), default=Value(0))
    newest = SurveyFigure.objects.filter(area=NATION, occupation__in=[*occupations]).aggregate(year=Max("survey"))
    figures = SurveyFigure.objects.filter(
        survey=newest["year"], area__kind=kind, occupation__in=[*occupations], withheld=""
    )
    sums = {name: Sum(F(name) * weight, output_field=IntegerField()) for name in SHOWN}
    rows = (
        figures.values("area__name", "area__slug")
        .annotate(
            **{f"sum_{name}": value for name, value in sums.items()},
            weight=Sum(weight),
            jobs=Sum("employment"),
            floors=Count("pk", filter=Q(top_coded_from__lte=75)),
        )
        .filter(weight__gte=LEAST_WEIGHT, floors=0)
    )
    single = len(occupations) == 1
    places = [_make_row(row, single=single) for row in rows]
    order = SORTS.get(sort, SORTS["middle"])
    places.sort(key=lambda place: place.name)
    return sorted(places, key=lambda place: getattr(place, order.lstrip("-")), reverse=order.startswith("-"))


def draw_strip(places: Sequence[PlaceRow]) -> PlaceStrip | None:
    """A strip with a mark at each place's median pay, on an axis in dollars a year; None without places."""
    if not places:
        return None
    axis = list_axis(min(place.p50 for place in places), max(place.p50 for place in places))

    def place_amount(amount: int) -> int:
        return round(CHART_WIDTH * (amount - axis[0]) / (axis[-1] - axis[0]))

    path = "".join(f"M{place_amount(place.p50)} 8V32" for place in places)
    return PlaceStrip([Tick(x=place_amount(amount), amount=amount) for amount in axis], path)


def read_kind(text: str) -> SurveyArea.Kind:
    """The kind of places that an address asks for: metropolitan areas for "metros", otherwise states."""
    return SurveyArea.Kind.METRO if text == "metros" else SurveyArea.Kind.STATE


def _make_row(row: Mapping[str, object], *, single: bool) -> PlaceRow:
    whole = row["weight"]

    def average(name: str) -> int:
        mean = row[f"sum_{name}"] / whole  # type: ignore[operator] # sums of integers
        return int(mean) if single else round(mean / ROUNDING) * ROUNDING

    return PlaceRow(
        name=str(row["area__name"]),
        slug=str(row["area__slug"]),
        p25=average("p25"),
        p50=average("p50"),
        p75=average("p75"),
        jobs=int(str(row["jobs"] or 0)),
    )
