"""A pay-transparency rule as a value, the same in the shipped table, in the rows that editors change and in checks."""

from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from django.utils.translation import gettext_lazy as _
from msgspec import Meta

from roles.kit.choices import Choice
from roles.kit.value import LineText, Slug, Text


class LawLevel(Choice):
    """Whose law it is."""

    UNION = "union", _("Union of states")
    COUNTRY = "country", _("Country")
    STATE = "state", _("State")
    PROVINCE = "province", _("Province")
    CITY = "city", _("City")


class LawRequirement(Choice):
    """What a posting must contain."""

    RANGE = "range", _("A pay range or a fixed rate")
    OTHER_PAY = "other-pay", _("Bonuses, commissions and other pay")
    BENEFITS = "benefits", _("Benefits")
    DEADLINE = "deadline", _("An application deadline, or that applications are taken all the time")
    HOW_TO_APPLY = "how-to-apply", _("How to apply")
    JOB_DESCRIPTION = "job-description", _("The job description")
    AI_STATEMENT = "ai-statement", _("Whether artificial intelligence screens, assesses or selects applicants")
    VACANCY_STATEMENT = "vacancy-statement", _("Whether a vacancy exists")
    GENDER_NEUTRAL_TITLE = "gender-neutral-title", _("A gender-neutral job title")


class Ban(Choice):
    """What a posting must not ask for."""

    PAY_HISTORY = "pay-history", _("Asking for earlier pay")
    LOCAL_EXPERIENCE = "local-experience", _("Demanding experience from that country")


class Remote(Choice):
    """Whether a remote job that could be done there comes into scope."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")


_LABELS = {
    "remote": _("whether remote work counts"),
    "min_headcount": _("the size of the employer"),
    "effective_from": _("the day it starts"),
    "requires": _("what has to be in the posting"),
}


class Scope(StrEnum):
    """Where a rule stands at a date."""

    AHEAD = "ahead"
    IN_FORCE = "in force"
    NOT_ENFORCED = "in force, not enforced yet"
    ENDED = "ended"


class PayRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """One dated rule. `unconfirmed` names the fields that no good source confirmed; None in a field means unknown.

    `max_width` is the widest range in whole units of `currency`, of which a top above `width_exempt_above` is free.
    `elsewhere_allowed` says that the information may stand outside the posting: behind a link, or told before
    the interview.
    """

    slug: Slug
    jurisdiction: LineText
    level: LawLevel
    country: Annotated[str, Meta(pattern="^[A-Z]{2}$", description="ISO 3166 code")]
    region: LineText | None = None
    city: LineText | None = None
    effective_from: date | None = None
    enforced_from: date | None = None
    effective_to: date | None = None
    min_headcount: Annotated[int, Meta(ge=1)] | None = None
    headcount_scope: LineText | None = None
    remote: Remote = Remote.UNCONFIRMED
    requires: list[LawRequirement] = []
    closed_range: bool = False
    fixed_rate_allowed: bool = True
    max_width: int | None = None
    width_exempt_above: int | None = None
    currency: str = "USD"
    elsewhere_allowed: bool = False
    bans: list[Ban] = []
    retention: LineText | None = None
    penalty: LineText | None = None
    note: Text | None = None
    unconfirmed: list[LineText] = []
    source: LineText
    checked_on: date

    @property
    def unconfirmed_labels(self) -> list[str]:
        """The unconfirmed fields in words."""
        return [str(_LABELS.get(name, name.replace("_", " "))) for name in self.unconfirmed]

    def find_scope(self, on: date) -> Scope:
        """Where the rule stands on a day. A day that is not confirmed counts from the earliest that was read."""
        if self.effective_from is None or on < self.effective_from:
            return Scope.AHEAD
        if self.effective_to is not None and on > self.effective_to:
            return Scope.ENDED
        if self.enforced_from is not None and on < self.enforced_from:
            return Scope.NOT_ENFORCED
        return Scope.IN_FORCE

    def is_covering(self, place: "WorkPlace") -> bool:
        """Whether work at a place, or remote work that could be done there, falls under the rule's jurisdiction."""
        if self.country == "EU":
            return place.country in EUROPEAN_UNION and (not place.remote or self.remote is not Remote.NO)
        if place.country != self.country or (place.remote and self.remote is Remote.NO):
            return False
        anywhere = place.remote and not place.region
        same_region = self.region is None or anywhere or _is_same(place.region, self.region)
        same_city = self.city is None or (place.remote and not place.city) or _is_same(place.city, self.city)
        return same_region and same_city


class WorkPlace(msgspec.Struct, frozen=True, kw_only=True):
    """A place of work: ISO country code, region code such as CO or ON, city; remote work may be done anywhere in it."""

    country: str
    region: str = ""
    city: str = ""
    remote: bool = False


EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)


def _is_same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
