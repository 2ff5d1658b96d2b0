"""A pay-transparency rule as a value, the same in the shipped table, in the rows that editors change and in checks."""

from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum
from typing import Annotated

import msgspec
from django.utils.translation import gettext_lazy as _
from msgspec import Meta

from roles.kit.choices import Choice
from roles.kit.value import LineText, Slug, Text


class LawLevel(Choice):
    """The kind of body that made a law, from a union of states down to a city."""

    UNION = "union", _("Union of states")
    COUNTRY = "country", _("Country")
    STATE = "state", _("State")
    PROVINCE = "province", _("Province")
    COUNTY = "county", _("County")
    CITY = "city", _("City")


class LawRequirement(Choice):
    """Something that a rule requires in a posting."""

    RANGE = "range", _("A pay range or a fixed rate")
    OTHER_PAY = "other-pay", _("Bonuses, commissions and other pay")
    BENEFITS = "benefits", _("Benefits")
    DEADLINE = "deadline", _("An application deadline, or that applications are accepted on an ongoing basis")
    HOW_TO_APPLY = "how-to-apply", _("How to apply")
    JOB_DESCRIPTION = "job-description", _("The job description")
    AI_STATEMENT = "ai-statement", _("Whether artificial intelligence screens, assesses or selects applicants")
    VACANCY_STATEMENT = "vacancy-statement", _("Whether a vacancy exists")
    GENDER_NEUTRAL_TITLE = "gender-neutral-title", _("A gender-neutral job title")
    COLLECTIVE_AGREEMENT = "collective-agreement", _("The collective agreement that applies")
    READY_TO_PAY_MORE = "ready-to-pay-more", _("Whether you’re willing to pay more than the minimum")
    FAIR_CHANCE = "fair-chance", _("That applicants with a criminal record are considered")


class Ban(Choice):
    """Something that a rule bans from a posting."""

    PAY_HISTORY = "pay-history", _("Asking about past pay")
    LOCAL_EXPERIENCE = "local-experience", _("Requiring work experience from that country")
    BACKGROUND_CHECK = "background-check", _("Requiring a clean record or background check")
    DRIVERS_LICENSE = "drivers-license", _("Requiring a driver’s license for a job that involves no driving")
    AGE_LIMIT = "age-limit", _("Setting an age limit")
    FOREIGN_LANGUAGE = "foreign-language", _("Requiring a foreign language that the work doesn’t need")


class Remote(Choice):
    """Whether a rule applies to a remote job that could be done in its place."""

    YES = "yes", _("Yes")
    NO = "no", _("No")
    UNCONFIRMED = "unconfirmed", _("Not confirmed")


class Standing(Choice):
    """Whether a rule is in the law of its place, or in a directive that the place still has to adopt."""

    LAW = "law", _("In local law")
    DIRECTIVE = "directive", _("EU directive deadline; we know of no national law in force")


_LABELS = {
    "enforced_from": _("the day that enforcement starts"),
    "effective_to": _("its last day"),
    "headcount_scope": _("who is counted"),
    "office_counts": _("whether remote work counts for a company there"),
    "closed_range": _("whether both ends of a range are needed"),
    "max_width": _("the widest range"),
    "exempt_above": _("the pay above which the rule doesn’t apply"),
    "elsewhere_allowed": _("whether required details may be outside the posting"),
    "retention": _("how long records must be kept"),
    "note": _("other details"),
    "source": _("its source"),
    "source_url": _("the source’s address"),
    "checked_on": _("the day we read it"),
    "remote": _("whether remote work counts"),
    "min_headcount": _("the employer’s size"),
    "effective_from": _("the day it starts"),
    "requires": _("the required content"),
    "bans": _("what isn’t allowed"),
    "standing": _("whether the national law is in force"),
    "penalty": _("the penalty"),
}


class Scope(StrEnum):
    """The state of a rule on a day, from one still to come to one that has ended."""

    AHEAD = "ahead"
    IN_FORCE = "in force"
    NOT_ENFORCED = "in force, not enforced yet"
    DUE = "due, not in force"
    ENDED = "ended"


class PayRule(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A rule of pay law from a first day on. `unconfirmed` names fields that no good source confirmed; None in a field
    means unknown.

    `max_width` is the widest range in whole units of `currency`; a range with a top above `exempt_above` is exempt.
    `elsewhere_allowed`: the statement may be outside the posting. `office_counts`: remote work anywhere counts for an
    employer or supervisor there. `standing` is a directive where no national law was in force when it was read.
    `meeting_words` and `breaking_words` are phrases of the rule's own, and `source_url` is the page it was read from,
    or None.
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
    office_counts: bool = False
    standing: Standing = Standing.LAW
    requires: list[LawRequirement] = []
    closed_range: bool = False
    fixed_rate_allowed: bool = True
    max_width: int | None = None
    exempt_above: int | None = None
    currency: str = "USD"
    elsewhere_allowed: bool = False
    bans: list[Ban] = []
    retention: LineText | None = None
    penalty: LineText | None = None
    note: Text | None = None
    meeting_words: list[LineText] = []
    breaking_words: list[LineText] = []
    unconfirmed: list[LineText] = []
    source: LineText
    source_url: LineText | None = None
    checked_on: date

    @property
    def unconfirmed_labels(self) -> list[str]:
        """The names of the unconfirmed fields, as the page words them."""
        return [label_field(name) for name in self.unconfirmed]

    @property
    def least_headcount(self) -> int | None:
        """The fewest employees an employer must have for the rule to apply; None where one is enough, or where it isn't
        known.
        """
        return self.min_headcount if self.min_headcount and self.min_headcount > 1 else None

    def find_scope(self, on: date) -> Scope:
        """The state of the rule on a day. An unconfirmed first day counts from the earliest that was read, an unknown
        one from the day on which the rule was read.
        """
        start = self.effective_from or (self.checked_on if self.requires or self.bans else None)
        if start is None or on < start:
            return Scope.AHEAD
        if self.effective_to is not None and on > self.effective_to:
            return Scope.ENDED
        if self.standing is Standing.DIRECTIVE:
            return Scope.DUE
        if self.enforced_from is not None and on < self.enforced_from:
            return Scope.NOT_ENFORCED
        return Scope.IN_FORCE

    def is_covering(self, place: "WorkPlace") -> bool:
        """Whether the rule's jurisdiction includes work at a place, or remote work that could be done there."""
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


def choose_rules(rules: Iterable[PayRule], work: Sequence[WorkPlace], today: date) -> list[PayRule]:
    """The rules that are in force today for work at any of these places."""
    in_force = (Scope.IN_FORCE, Scope.NOT_ENFORCED)
    return [rule for rule in rules if rule.find_scope(today) in in_force and any(map(rule.is_covering, work))]


class Employer(msgspec.Struct, frozen=True, kw_only=True):
    """The employer: the number of all employees, and the company's place; None where it isn't known."""

    headcount: int | None = None
    home: WorkPlace | None = None


class Reach(Choice):
    """The reason why a rule applies to a posting, or may apply."""

    WORK = "work", _("The work is done there.")
    REMOTE = "remote", _("The job is remote and open to people who live there.")
    REMOTE_UNCONFIRMED = (
        "remote-unconfirmed",
        _("The job is remote and open to people who live there. Whether remote work counts isn’t confirmed."),
    )
    OFFICE = "office", _("The job is remote, and the company is there.")
    OFFICE_UNKNOWN = (
        "office-unknown",
        _("It applies only if the company or a supervisor is there. Say where your company is."),
    )


def find_reach(rule: PayRule, places: Iterable[WorkPlace], employer: Employer) -> Reach | None:
    """The strongest reason why a rule applies to work at these places for an employer; None where it doesn't, as for an
    employer that is too small.
    """
    if is_too_small(rule, employer):
        return None
    found = {reach for place in places if (reach := _find_reach_of(rule, place, employer.home))}
    return min(found, key=[*Reach].index, default=None)


def is_too_small(rule: PayRule, employer: Employer) -> bool:
    """Whether an employer has too few employees for the rule. False where either number isn't known."""
    least, headcount = rule.least_headcount, employer.headcount
    return least is not None and headcount is not None and headcount < least


def _find_reach_of(rule: PayRule, place: WorkPlace, home: WorkPlace | None) -> Reach | None:
    if rule.is_covering(place):
        if not place.remote:
            return Reach.WORK
        return Reach.REMOTE if rule.remote is Remote.YES else Reach.REMOTE_UNCONFIRMED
    if not (rule.office_counts and place.remote and place.country == rule.country):
        return None
    if home is None:
        return Reach.OFFICE_UNKNOWN
    at_home = home.country == rule.country and (rule.region is None or _is_same(home.region, rule.region))
    return Reach.OFFICE if at_home else None


EUROPEAN_UNION = frozenset(
    "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK".split()  # noqa: SIM905
)


def _is_same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def label_field(name: str) -> str:
    """The name of a rule's field, or of something it requires or bans, in words."""
    asked = {str(choice): choice.label for choice in (*LawRequirement, *Ban)}
    return str(_LABELS.get(name) or asked.get(name) or name.replace("_", " "))
