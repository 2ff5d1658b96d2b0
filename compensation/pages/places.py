"""The places that the survey knows: found by what a reader types, and their pay for a role side by side."""

import re
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from compensation.areas import (
    NICKNAMES,
    find_first_city,
    fold_place,
    list_city_names,
    list_other_names,
    list_state_codes,
)
from compensation.models.survey import ALL_OCCUPATIONS, NATION, SurveyArea, SurveyFigure
from compensation.pay_law.rule import WorkPlace
from compensation.role_survey import RoleSurvey, combine_pay
from compensation.survey import SurveyPay, list_survey_pay
from occupations.codes import list_counted_codes
from roles.pages.charts import CHART_WIDTH, Tick, list_axis
from roles.publishing.library_version import cached_per_library_version

LONGEST_PLACE = 100  # characters that a place may be typed in
MOST_STATE_WORDS = 3  # of a state's name
SHORTEST_START = 3  # letters that a name may be known by
NAMED_WITH_POINTS = {"l.a.": "Los Angeles"}  # without points it is Louisiana
# Words around a city or a state: the greater Boston area, Denver, CO, USA.
_AROUND = re.compile(
    r"\A(?:greater |metro )|(?: metro| metropolitan)?(?: area)?\Z| (?:usa?|united states(?: of america)?)\Z"
)
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


class AreaNames:
    """An index of the survey's areas by what people call them. `jobs` has the number of jobs by an area's code: of
    cities with the same name the one with most jobs is meant.
    """

    def __init__(self, areas: Iterable[SurveyArea], jobs: Mapping[str, int]) -> None:
        self._wholes: dict[str, SurveyArea] = {}
        self._states: dict[str, SurveyArea] = {}
        self._cities: dict[str, list[SurveyArea]] = {}
        ranked = sorted(areas, key=lambda area: -jobs.get(area.pk, 0))
        for area in ranked:
            self._wholes |= {fold_place(area.name): area, fold_place(area.slug): area}
            if area.kind == SurveyArea.Kind.STATE:
                self._states |= {fold_place(name): area for name in (area.name, f"{area.name} state", *area.states)}
        found = [
            (place, form, area)
            for area in ranked
            for place, name in enumerate(list_city_names(area.name))
            for form in (name, *list_other_names(name))
        ]
        for _place, name, area in sorted(found, key=lambda city: bool(city[0])):
            self._cities.setdefault(name, []).append(area)
        for name, start in NICKNAMES.items():
            self._cities.setdefault(name, []).extend(area for area in ranked if area.name.startswith(start))

    def find_area(self, typed: str) -> SurveyArea | None:
        """The area that a reader means by its whole name, a city in it with or without the state, a state, or the
        beginning of one of these; None where there is none.
        """
        named = fold_place(typed).removeprefix("the ")
        words = _AROUND.sub("", named)
        found = self._find_whole(named) or self._find_whole(words) or self._find_in_state(words.split())
        return found or self._find_start(words)

    def find_city(self, city: str, state: str = "") -> SurveyArea | None:
        """The area that is named after a city, in the state with this postal code where one is given; None without."""
        areas = self._cities.get(fold_place(city), [])
        return next((area for area in areas if not state or state in area.states), None)

    def find_state(self, code: str) -> SurveyArea | None:
        """The state or territory with a postal code; None where the survey doesn't cover it."""
        return self._states.get(code.casefold())

    def _find_whole(self, words: str) -> SurveyArea | None:
        return self._wholes.get(words) or self._states.get(words) or self.find_city(words)

    def _find_in_state(self, words: Sequence[str]) -> SurveyArea | None:
        """The area of a city before its state, as in austin tx."""
        for count in range(1, min(len(words), MOST_STATE_WORDS + 1)):
            if state := self._states.get(" ".join(words[-count:])):
                return self.find_city(" ".join(words[:-count]), state.states[0])
        return None

    def _find_start(self, words: str) -> SurveyArea | None:
        if len(words) < SHORTEST_START:
            return None
        named = (area for name, area in self._wholes.items() if name.startswith(words))
        return next(named, None) or next(
            (areas[0] for name, areas in self._cities.items() if name.startswith(words)), None
        )


def search_area(text: str) -> SurveyArea | None:
    """The area that a reader means: see `AreaNames.find_area`. "remote", "Remote (US)" and "USA" are the nation: remote
    work is paid as where it may be done. A few queries, then none until the library changes.
    """
    typed = " ".join(text[:LONGEST_PLACE].split())
    if not typed:
        return None
    if typed.casefold().startswith("remote"):
        typed = typed[len("remote") :].strip(" -,:/()").removeprefix("in ").removeprefix("the ")
    if typed.casefold() in ANYWHERE:
        return SurveyArea.objects.filter(pk=NATION).first()
    return read_area_names().find_area(NAMED_WITH_POINTS.get(typed.casefold(), typed))


def find_job_area(state: str, city: str) -> SurveyArea | None:
    """The survey area of a job: its city's, else its state's; the nation's without a state. `state` is a postal code.
    A few queries, then none until the library changes.

    None for a state that the survey doesn't cover.
    """
    if not state:
        return SurveyArea.objects.filter(pk=NATION).first()
    names = read_area_names()
    named = fold_place(city).removesuffix(f" {state.casefold()}")  # Washington, DC as a city's name
    return names.find_city(named, state) or names.find_state(state)


@cached_per_library_version
def read_area_names() -> AreaNames:
    """The index of the areas that are loaded. Two queries, kept until the library or its pay changes."""
    counted = SurveyFigure.objects.filter(occupation=ALL_OCCUPATIONS).order_by("survey")
    jobs = {area: count or 0 for area, count in counted.values_list("area", "employment")}
    return AreaNames(SurveyArea.objects.exclude(pk=NATION), jobs)


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
