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
    """An object that has each of its fields and no others."""


class Interface(Shape):
    """Where the license, the schema of kits and the documentation are."""

    licence: str
    kit_schema: str
    documentation: str


class RoleItem(Shape):
    """A live role in short, with the addresses of what there is of it."""

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
    """The live roles, a page at a time; `next` is the address of the rest."""

    count: int
    next: str | None
    roles: list[RoleItem]


class ElementItem(Shape):
    """An O*NET element that a skill matches."""

    code: str
    name: str
    url: str


class SkillUseItem(Shape):
    """A live role that wants a skill: under which name, how much it matters there, and how well it is wanted."""

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
    """An edition of a role, and when it was live."""

    number: int
    title: str
    note: str
    live_from: datetime | None
    live_until: datetime | None


class EditionList(Interface):
    """The editions of a live role, the newest first."""

    role: str
    editions: list[EditionItem]


class EditionWhole(Interface):
    """One edition with its kit, and what its role pays."""

    number: int
    title: str
    note: str
    live_from: datetime | None
    live_until: datetime | None
    pay: KitPay
    kit: Kit


class ChangeItem(Shape):
    """A field of the kit that differs between two editions."""

    kind: str
    path: list[str]
    before: str
    after: str


class ChangeList(Interface):
    """What turns one edition into another."""

    role: str
    before: EditionItem
    after: EditionItem
    changes: list[ChangeItem]


class SourceItem(Shape):
    """A source as it is to be named beside its figures."""

    text: str
    url: str
    release: str
    date: str
    license: str | None
    license_url: str | None


class OccupationItem(Shape):
    """An occupation in short."""

    code: str
    title: str
    family: str
    summary: str
    has_data: bool
    page: str
    json: str
    csv: str


class OccupationList(Shape):
    """Every occupation in short."""

    count: int
    occupations: list[OccupationItem]
    sources: list[SourceItem]


class FamilyItem(Shape):
    """A major group of the SOC."""

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
    """A tool that people in an occupation use."""

    name: str
    category: str
    hot: bool
    in_demand: bool


class ZoneItem(Shape):
    """How much preparation an occupation needs."""

    number: int
    name: str


class ShareItem(Shape):
    """A share of people in percent."""

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
    """What an occupation pays in a place. `at_least` names the percentiles of which only a floor is published."""

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
    """What an occupation pays everywhere; `counted_as` is the group that the figures are of, if it is a group."""

    soc: str
    counted_as: str | None
    period: str
    hourly_p50: float | None
    nation: PlaceItem | None
    states: list[PlaceItem]
    metros: list[PlaceItem]


class OccupationWhole(Shape):
    """Everything that is known of an occupation."""

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
    """A figure of pay with its source. Fields that a kind of figure lacks are null."""

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
    """The answer of an address of pay: figures, a row each."""

    figures: list[PayRow]


SHAPES: dict[str, Any] = {
    **{shape.__name__: shape for shape in (RoleList, SkillList, EditionList, EditionWhole, ChangeList, Kit)},
    **{shape.__name__: shape for shape in (OccupationList, OccupationWhole, PayRows)},
    "Names": list[str],
    "Places": dict[str, str],
    "Any": dict[str, Any],
}
