"""The places that the survey knows: found by what a reader types, and their pay for a role side by side."""

import re

import msgspec
from django.db.models import Case, IntegerField, Q, Value, When

from compensation.areas import find_first_city, list_state_codes
from compensation.models.survey import NATION, SurveyArea
from compensation.pay_law.rule import WorkPlace
from compensation.role_survey import RoleSurvey, combine_pay
from compensation.survey import SurveyPay, list_survey_pay
from occupations.codes import list_counted_codes
from roles.pages.charts import CHART_WIDTH, Tick, list_axis

LONGEST_PLACE = 100  # characters that a place may be typed in
STATE_LETTERS = 2
WHOLE = 100  # percent: an occupation by itself is all that is asked for
ANYWHERE = {"", "us", "u.s.", "usa", "u.s.a.", "united states", "united states of america", "anywhere"}
YEARS_COMPARED = 2
PERCENTILES = ("p10", "p25", "p50", "p75", "p90")


class SurveyBar(msgspec.Struct, frozen=True, kw_only=True):
    """A place's pay, with the places of its percentiles in percent of the axis, None for one that isn't published."""

    survey: RoleSurvey
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None

    @property
    def width(self) -> int:
        """The length of the middle half, in percent of the axis."""
        return (self.p75 or 0) - (self.p25 or 0)


class SurveyChart(msgspec.Struct, frozen=True):
    """Places on one axis in dollars a year, with the axis's ticks."""

    ticks: list[Tick]
    bars: list[SurveyBar]


def search_area(text: str) -> SurveyArea | None:
    """The area that a reader means by its whole name, its beginning, a city in its name, or a state's code; None where
    there is none. One query at most.

    "remote", "Remote (US)" and "USA" are the nation: remote work is paid as where it may be done.
    """
    typed = " ".join(text[:LONGEST_PLACE].split())
    if not typed:
        return None
    if typed.casefold().startswith("remote"):
        typed = typed[len("remote") :].strip(" -,:/()").removeprefix("in ").removeprefix("the ")
    if typed.casefold() in ANYWHERE:
        return SurveyArea.objects.filter(pk=NATION).first()
    named = {
        1: Q(name__iexact=typed) | Q(slug=typed.lower()),
        2: Q(kind=SurveyArea.Kind.STATE, states=[typed.upper()]) if len(typed) == STATE_LETTERS else Q(pk__in=[]),
        3: Q(name__istartswith=typed),
        4: Q(name__icontains=typed),
    }
    order = Case(*(When(condition, then=Value(rank)) for rank, condition in named.items()), output_field=IntegerField())
    matching = Q(pk__in=[]) | named[1] | named[2] | named[3] | named[4]
    return SurveyArea.objects.filter(matching).order_by(order, "kind", "name").first()


def find_job_area(state: str, city: str) -> SurveyArea | None:
    """The survey area of a job: its city's, else its state's; the nation's without a state. `state` is a postal code.
    One query.

    None for a state that the survey doesn't cover.
    """
    if not state:
        return SurveyArea.objects.filter(pk=NATION).first()
    whole = Q(kind=SurveyArea.Kind.STATE)
    named = Q(kind=SurveyArea.Kind.METRO, name__iregex=rf"(^|[-/ ]){re.escape(city)}[-/,]") if city else Q(pk__in=[])
    order = Case(When(whole, then=1), default=0, output_field=IntegerField())
    near = SurveyArea.objects.filter(whole | named, states__contains=[state])
    return near.order_by(order, "name").first()


def list_work_places(area: SurveyArea | None) -> list[WorkPlace]:
    """The places of work in a survey area, as pay law takes them; the whole country for None."""
    if area is None or not area.states:
        return [WorkPlace(country="US", remote=True)]
    return [WorkPlace(country="US", region=state, city=find_first_city(area.name)) for state in area.states]


def list_occupation_places(soc: str, area: SurveyArea) -> list[RoleSurvey]:
    """An occupation's pay in an area, in the area's states, and in the nation, in dollars a year. One query.

    Where the survey counts the occupation with others, the figures are the group's.
    """
    found = list_survey_pay(list_counted_codes(soc), areas={area.pk, *list_state_codes(area.states), NATION})
    places = [place for pay in found if (place := combine_pay({pay.soc: WHOLE}, [pay]))]
    order = {area.pk: 0, NATION: 2}
    return sorted(places, key=lambda place: (order.get(place.area, 1), place.parts[0].pay.soc != soc))


def list_role_places(occupations: dict[str, int], area: SurveyArea | None) -> list[RoleSurvey]:
    """A role's pay in an area, in the area's states, and in the nation, in dollars a year. One query.

    A place without enough figures is left out. Where an earlier year is loaded, each place has its change.
    """
    areas = {area.pk, *list_state_codes(area.states), NATION} if area else {NATION}
    by_area: dict[str, list[SurveyPay]] = {}
    for pay in list_survey_pay(occupations, areas=areas, years=YEARS_COMPARED):
        by_area.setdefault(pay.area, []).append(pay)
    found = [survey for pays in by_area.values() if (survey := combine_pay(occupations, pays))]
    order = {area.pk if area else NATION: 0, NATION: 2}
    return sorted(found, key=lambda survey: (order.get(survey.area, 1), survey.area_name))


def draw_places(places: list[RoleSurvey]) -> SurveyChart | None:
    """The pay of places on one axis in dollars a year; None where no place has an amount."""
    known = [amount.amount for place in places for name in PERCENTILES if (amount := getattr(place, name))]
    if not known:
        return None
    axis = list_axis(min(known), max(known))

    def place_amount(amount: int) -> int:
        return round(CHART_WIDTH * (amount - axis[0]) / (axis[-1] - axis[0]))

    def place_percentile(survey: RoleSurvey, name: str) -> int | None:
        amount = getattr(survey, name)
        return None if amount is None or amount.at_least else place_amount(amount.amount)

    bars = [
        SurveyBar(survey=place, **{name: place_percentile(place, name) for name in PERCENTILES}) for place in places
    ]
    return SurveyChart([Tick(x=place_amount(amount), amount=amount) for amount in axis], bars)
