"""The pay with which the job description of an occupation starts: what half of the people earn in a place."""

from decimal import Decimal

import msgspec
import pycountry
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from compensation.areas import find_first_city
from compensation.models.pay_law import list_width_rules
from compensation.models.survey import SurveyArea
from compensation.pages.places import list_occupation_places, list_work_places, search_area
from compensation.pay_law.rule import choose_rules
from compensation.planning import plan_range
from packs.description.value import JobDescription, OfferedPay
from packs.posting.facts import OfferedPlace

COUNTRY, LOCATION = "United States", "location"  # the blank of the template
NO_CITY = " nonmetropolitan area"  # "Eastern and Southern Colorado nonmetropolitan area"


class StartedPay(msgspec.Struct, frozen=True):
    """A job description with an occupation's pay in a place, and a note that says in words what was found."""

    description: JobDescription
    note: str


def start_pay(description: JobDescription, soc: str, asked: str) -> StartedPay:
    """The description with an occupation's pay in the place that somebody typed (`asked`), in dollars a year. Three
    queries.

    A place without a figure gets its state's, or else the nation's. For an unknown place only the note says something.
    """
    area = search_area(asked)
    if area is None:
        note = _("The survey doesn’t cover that place. Try a larger city nearby, or a state.")
        return StartedPay(description, note)
    place = _name_place(area)
    words = ", ".join(filter(None, (place.city, place.region))) or place.country
    placed = msgspec.structs.replace(description, places=(place,), values={**description.values, LOCATION: words})
    found = list_occupation_places(soc, area)
    if not found or found[0].p25 is None or found[0].p75 is None:
        return StartedPay(placed, _("The wage survey has no figure for this occupation in that place."))
    rules = choose_rules(list_width_rules(), list_work_places(area), localdate())
    planned = plan_range(found[0], rules=rules)
    pay = OfferedPay(low=Decimal(planned.low), high=Decimal(planned.high), kind=planned.kind)
    source = planned.provenance[0]
    named = {"steps": " ".join(planned.steps), "publisher": source.publisher, "period": source.period}
    note = _("How this range was made: %(steps)s Source: %(publisher)s, %(period)s. Enter your own.") % named
    return StartedPay(msgspec.structs.replace(placed, pay=pay), note)


def _name_place(area: SurveyArea) -> OfferedPlace:
    """The first of the cities and states that an area is named after."""
    if area.kind == SurveyArea.Kind.NATION:
        return OfferedPlace(country=COUNTRY)
    state = pycountry.subdivisions.get(code=f"US-{area.states[0]}") if area.states else None
    is_city = area.kind == SurveyArea.Kind.METRO and not area.name.endswith(NO_CITY)
    city = find_first_city(area.name) if is_city else ""
    return OfferedPlace(country=COUNTRY, region=state.name if state else "", city=city)
