"""What the interface for programs answers, as types: the description is made of them, a test compares the answers."""

from datetime import datetime
from typing import Annotated, Any

import msgspec
from msgspec import Meta

from occupations.facts import Outlook
from roles.kit.choices import Importance, Proficiency
from roles.kit.figures import KitPay, PayHeadline
from roles.kit.value import Kit

Amount = Annotated[int, Meta(description="US dollars a year unless a currency is named")]


class Shape(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A JSON object that has every one of its fields and no others."""


class Interface(Shape):
    """The addresses that each answer starts with: the license, the JSON Schema of kits, and the documentation."""

    licence: str
    kit_schema: str
    documentation: str


class RoleItem(Shape):
    """A live role in short, its pay, and the addresses of its page, kit and editions."""

    slug: str
    language: str
    title: str
    family: str
    summary: str
    pay: list[PayHeadline]
    edition: int
    live_from: datetime
    page: str
    json: str
    yaml: str
    editions: str


class RoleList(Interface):
    """One page of the live roles. `count` is how many there are in all, `next` the address of the next page or null."""

    count: int
    next: str | None
    roles: list[RoleItem]


class ElementItem(Shape):
    """An O*NET element to which a skill corresponds: its code, name and page."""

    code: str
    name: str
    url: str


class SkillUseItem(Shape):
    """A live role that wants a skill: the skill's name there, its importance and the level wanted."""

    slug: str
    name: str
    importance: Importance
    level: Proficiency


class SkillItem(Shape):
    """A skill that roles share, with what a person can do at each level of it."""

    slug: str
    name: str
    group: str
    definition: str
    levels: dict[str, str]
    elements: list[ElementItem]
    page: str
    roles: list[SkillUseItem]


class SkillList(Interface):
    """The vocabulary of skills; `source` names O*NET as its license asks, where its data are loaded."""

    source: str | None
    skills: list[SkillItem]


class EditionItem(Shape):
    """An edition of a role, and when it went live and off the site, in UTC. `live_until` is null as long as no end is
    set.
    """

    number: int
    title: str
    note: str
    live_from: datetime | None
    live_until: datetime | None


class EditionList(Interface):
    """The editions of a live role, the newest first, as far as they have gone live."""

    role: str
    editions: list[EditionItem]


class EditionWhole(Interface):
    """One edition in full: its kit, what the role pays, and when it was live, in UTC."""

    number: int
    title: str
    note: str
    live_from: datetime | None
    live_until: datetime | None
    pay: KitPay
    kit: Kit


class ChangeItem(Shape):
    """One difference between two editions: its kind, the path of the field in the kit, and the text
    before and after.
    """

    kind: str
    path: list[str]
    before: str
    after: str


class ChangeList(Interface):
    """The differences between two editions of a role, in the order of the kit."""

    role: str
    before: EditionItem
    after: EditionItem
    changes: list[ChangeItem]


class SourceItem(Shape):
    """A source to name beside its figures: the credit line, release, date and license."""

    text: str
    url: str
    release: str
    date: str
    license: str | None
    license_url: str | None


class OccupationItem(Shape):
    """An occupation in short, with the addresses of its page and its data. `code` is an O*NET-SOC code."""

    code: str
    title: str
    family: str
    summary: str
    has_data: bool
    page: str
    json: str
    csv: str


class OccupationList(Shape):
    """Every occupation in brief, how many there are, and the sources."""

    count: int
    occupations: list[OccupationItem]
    sources: list[SourceItem]


class FamilyItem(Shape):
    """A major group of the SOC: its two-digit code and its name."""

    code: str
    name: str


class RatingItem(Shape):
    """How an occupation rates a skill: importance from 1 to 5, level from 0 to 7, impact from -3 to 3."""

    element: str
    name: str
    importance: float | None
    level: float | None
    impact: float | None
    uncertain: bool


class ToolItem(Shape):
    """A tool that people in an occupation use. `hot` is asked for in many postings over all occupations, `in_demand` in
    many of this one's.
    """

    name: str
    category: str
    hot: bool
    in_demand: bool


class ZoneItem(Shape):
    """O*NET's job zone: how much preparation an occupation needs, from 1 (little) to 5 (extensive)."""

    number: int
    name: str


class ShareItem(Shape):
    """The share of people in a category, in percent. `uncertain` marks a figure that O*NET advises
    against relying on.
    """

    category: int
    name: str
    percent: float
    uncertain: bool


class RelatedItem(Shape):
    """An occupation that O*NET calls similar: its code, its title and how near it is."""

    code: str
    title: str
    tier: str


class PlaceItem(Shape):
    """What an occupation pays in a place, in US dollars a year. `employment` counts jobs, and `at_least` names the
    percentiles of which only a floor is published.
    """

    area: str
    name: str
    employment: int | None
    mean: Amount | None
    p10: Amount | None
    p25: Amount | None
    p50: Amount | None
    p75: Amount | None
    p90: Amount | None
    at_least: list[str]


class PayItem(Shape):
    """What an occupation pays everywhere, in US dollars a year; `hourly_p50` is dollars an hour. `counted_as` is the
    code of the group that the figures are of, if it is a group.
    """

    soc: str
    counted_as: str | None
    period: str
    hourly_p50: float | None
    nation: PlaceItem | None
    states: list[PlaceItem]
    metros: list[PlaceItem]


class OccupationWhole(Shape):
    """All data on an occupation: ratings, tools, shares in percent, projections, pay, and the sources."""

    code: str
    soc: str
    title: str
    family: FamilyItem
    page: str
    summary: str
    duties: list[str]
    written_by: str
    skills: list[RatingItem]
    knowledge: list[RatingItem]
    work_styles: list[RatingItem]
    credentials: list[RatingItem]
    technology: list[ToolItem]
    job_zone: ZoneItem | None
    education: list[ShareItem]
    experience: list[ShareItem]
    site_training: list[ShareItem]
    job_training: list[ShareItem]
    related: list[RelatedItem]
    titles: list[str]
    projection: Outlook | None
    collected: dict[str, str]
    pay: PayItem | None
    sources: list[SourceItem]


class PayRow(Shape):
    """One figure of pay with its source. Amounts are in `currency` a year; a field that doesn't apply to this kind of
    figure is null.
    """

    figure: str
    role: str | None
    name: str | None
    level: str | None
    area: str | None
    kind: str | None
    currency: str | None
    low: int | None
    high: int | None
    p10: int | None
    p25: int | None
    p50: int | None
    p75: int | None
    p90: int | None
    mean: int | None
    factor: float | None
    records: int | None
    employers: int | None
    largest_employer_share: float | None
    note: str | None
    publisher: str
    source: str
    source_url: str | None
    period: str
    method: str
    caveat: str | None
    licence: str | None
    retrieved_on: str


class PayRows(Shape):
    """Figures of pay, one row each."""

    figures: list[PayRow]


SHAPES: dict[str, Any] = {
    **{shape.__name__: shape for shape in (RoleList, SkillList, EditionList, EditionWhole, ChangeList, Kit)},
    **{shape.__name__: shape for shape in (OccupationList, OccupationWhole, PayRows)},
    "Names": list[str],
    "Places": dict[str, str],
    "Any": dict[str, Any],
}
