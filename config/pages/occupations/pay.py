"""What an occupation pays by the wage survey: in the nation, in each state and in each metropolitan area."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import msgspec

from compensation.figures import Provenance
from compensation.models.survey import NATION, SurveyArea, SurveyFigure
from compensation.role_survey import RoleSurvey, combine_pay
from compensation.survey import PERCENTILE_NAMES, SurveyPay, list_survey_pay
from occupations.attribution import Attribution
from occupations.codes import list_counted_codes

WHOLE = 100  # percent: here an occupation is all that is asked for
MOST_DRAWN = 8  # states, and metropolitan areas


class OccupationPay(msgspec.Struct, frozen=True, kw_only=True):
    """An occupation's base pay in dollars a year in every place that has a figure, with the highest median first.

    `nation` is None where the survey gives no annual wage; `hourly` is then the median in dollars an hour, if there is
    one. `drawn` are the nation and the places with the most jobs. `counted_as` is the group that the figures are of
    where the survey counts the occupation with others; `soc` is the code of that group or of the occupation.
    """

    soc: str
    counted_as: str
    nation: RoleSurvey | None
    is_hourly: bool
    hourly: float | None
    states: Sequence[RoleSurvey]
    metros: Sequence[RoleSurvey]
    drawn: Sequence[RoleSurvey]
    provenance: Provenance

    @property
    def places(self) -> list[RoleSurvey]:
        """The pay of the nation, then of the states, then of the metropolitan areas."""
        return [*([self.nation] if self.nation else []), *self.states, *self.metros]


def find_occupation_pay(soc: str) -> OccupationPay | None:
    """The pay of a SOC code in every place, in one query; None where the survey has neither the code nor its group."""
    codes = list_counted_codes(soc)
    found = list_survey_pay(codes)
    known = next((code for code in codes if any(pay.soc == code for pay in found)), None)
    return _describe_pay(soc, [pay for pay in found if pay.soc == known]) if known else None


def list_national_pay(socs: Iterable[str]) -> dict[str, SurveyPay]:
    """The nation's pay by SOC code, or that of the group that the survey counts a code with, in one query. A code
    without a median of a year or of an hour is left out.
    """
    counted = {soc: list_counted_codes(soc) for soc in socs}
    found = {pay.soc: pay for pay in list_survey_pay(chain.from_iterable(counted.values()), areas=[NATION])}
    known = {soc: next((found[code] for code in codes if code in found), None) for soc, codes in counted.items()}
    return {soc: pay for soc, pay in known.items() if pay and (pay.is_shown or pay.hourly_p50)}


def attribute_survey(pay: OccupationPay) -> Attribution:
    """The wage survey as a source to name in a data file: title, period, publisher, address and license."""
    source = pay.provenance
    text = f"{source.title}, {source.period}, {source.publisher}."
    return Attribution(
        source.publisher, text, source.url or "", source.period, "", source.retrieved_on, source.licence or ""
    )


def list_pay_rows(pay: OccupationPay) -> Iterator[dict[str, object]]:
    """A row of the CSV file for each figure, in dollars. The measure of a figure that is only a floor says so."""
    for place in pay.places:
        row = {"table": "pay", "id": place.area, "name": place.area_name, "uncertain": "no"}
        for name in PERCENTILE_NAMES:
            if amount := getattr(place, name):
                yield row | {"measure": f"{name}_at_least" if amount.at_least else name, "value": amount.amount}
        for name in ("mean", "employment"):
            if value := getattr(place, name):
                yield row | {"measure": name, "value": value}


def describe_pay(pay: OccupationPay) -> dict[str, object]:
    """The pay as plain data: dollars a year, with the percentiles that are only floors named in `at_least`."""
    return {
        "soc": pay.soc,
        "counted_as": pay.counted_as or None,
        "period": pay.provenance.period,
        "hourly_p50": pay.hourly,
        "nation": _describe_place(pay.nation) if pay.nation else None,
        "states": [_describe_place(place) for place in pay.states],
        "metros": [_describe_place(place) for place in pay.metros],
    }


def _describe_pay(soc: str, found: Sequence[SurveyPay]) -> OccupationPay:
    first = next((pay for pay in found if pay.area == NATION), found[0])
    places = [place for pay in found if (place := combine_pay({pay.soc: WHOLE}, [pay]))]
    nation = next((place for place in places if place.area == NATION), None)
    states, metros = (
        sorted((place for place in places if place.area_kind == kind), key=_measure_middle, reverse=True)
        for kind in (SurveyArea.Kind.STATE, SurveyArea.Kind.METRO)
    )
    return OccupationPay(
        soc=first.soc,
        counted_as=first.title if first.soc != soc else "",
        nation=nation,
        is_hourly=first.withheld == SurveyFigure.Withheld.HOURLY,
        hourly=first.hourly_p50,
        states=states,
        metros=metros,
        drawn=[*_list_largest([nation] if nation else []), *_list_largest(states), *_list_largest(metros)],
        provenance=first.provenance,
    )


def _measure_middle(place: RoleSurvey) -> int:
    return place.p50.amount if place.p50 else 0


def _list_largest(places: Iterable[RoleSurvey]) -> list[RoleSurvey]:
    """The places with the most jobs whose middle half is published, the highest middle first."""
    whole = [place for place in places if place.p25 and place.p50 and place.p75]
    largest = sorted(whole, key=lambda place: place.employment, reverse=True)[:MOST_DRAWN]
    return sorted(largest, key=_measure_middle, reverse=True)


def _describe_place(place: RoleSurvey) -> dict[str, object]:
    amounts = {name: getattr(place, name) for name in PERCENTILE_NAMES}
    return {
        "area": place.area,
        "name": place.area_name,
        "employment": place.employment or None,
        "mean": place.mean,
        **{name: amount.amount if amount else None for name, amount in amounts.items()},
        "at_least": [name for name, amount in amounts.items() if amount and amount.at_least],
    }
