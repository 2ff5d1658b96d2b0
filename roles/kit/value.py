"""The role kit: everything Rolebook says about one role, as one validated value.

A kit travels in three forms that hold the same facts: the rows that editors work on, the JSON of an edition and a
YAML file. Field names are the same in all three. A new field needs a default, so that old editions still decode.
"""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from roles.kit.choices import (
    AuthorKind,
    Demand,
    HeadlineKind,
    Importance,
    Language,
    PayKind,
    Proficiency,
    QuestionKind,
    Section,
)

# `$` alone would let a final newline through; this end works in Python and in JSON Schema readers alike.
END = r"$(?!\n)"
PRINTABLE = r"^(?![\s\S]*[\x00-\x08])"

Slug = Annotated[
    str,
    Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*" + END, max_length=80, description="lowercase words joined by hyphens"),
]
LineText = Annotated[str, Meta(pattern=PRINTABLE + r"\S(.*\S)?" + END, max_length=500, description="one line of text")]
Text = Annotated[
    str, Meta(pattern=PRINTABLE + r"\S", max_length=10_000, description="Markdown; a blank line separates paragraphs")
]
Url = Annotated[str, Meta(pattern=r"^https?://\S+" + END, max_length=500, description="a web address")]
Years = Annotated[int, Meta(ge=0, le=50, description="years of experience")]
Money = Annotated[int, Meta(ge=0, le=100_000_000, description="whole units of the currency, per year")]
Currency = Annotated[str, Meta(pattern=r"^[A-Z]{3}" + END, description="ISO 4217 code")]
Year = Annotated[int, Meta(ge=1990, le=2100, description="calendar year")]
Minutes = Annotated[int, Meta(ge=1, le=240, description="minutes")]


class KitPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A value of the kit. Lists keep their order; a field at its default is left out of files."""


@cache
def fields_of(kind: type[KitPart]) -> tuple[msgspec.structs.FieldInfo, ...]:
    """The fields of a part of the Kit with their types, read once from its annotations and then kept."""
    return msgspec.structs.fields(kind)


class KitAuthor(KitPart, frozen=True, kw_only=True):
    """A person or an organization that a kit credits, with a headline and a paragraph."""

    slug: Slug
    name: LineText
    kind: AuthorKind = AuthorKind.PERSON
    headline: LineText | None = None
    bio: Text
    url: Url | None = None


class KitSource(KitPart, frozen=True, kw_only=True):
    """Where a figure comes from. `period` is what the figure covers; `retrieved_on` is when it was read."""

    slug: Slug
    publisher: LineText
    title: LineText
    url: Url | None = None
    period: LineText
    method: Text
    caveat: Text | None = None
    licence: LineText | None = None
    sample_size: Annotated[int, Meta(ge=0)] | None = None
    retrieved_on: date


class KitTemplateLine(KitPart, frozen=True, kw_only=True):
    """One line of the job-description template. May hold [blanks]; names the skills it asks for."""

    section: Section
    text: LineText
    skills: list[LineText] = []


class KitResponsibility(KitPart, frozen=True, kw_only=True):
    """A key responsibility of the role: its name, and a sentence or two that explain it."""

    name: LineText
    text: Text


class KitSkill(KitPart, frozen=True, kw_only=True):
    """A skill, how much it matters and what it covers.

    `shared` is the slug of the skill of the vocabulary that it is, and `proficiency` how well the role wants it.
    """

    name: LineText
    importance: Importance
    covers: LineText
    shared: Slug | None = None
    proficiency: Proficiency | None = None


class KitLevel(KitPart, frozen=True, kw_only=True):
    """A level of the role, with its years of experience (either end may be open) and what people at it can do."""

    name: LineText
    experience_min: Years | None = None
    experience_max: Years | None = None
    you_can: list[LineText] = []


# Computer, engineering and architecture occupations, their managers, and those who sell what they make.
TECHNICAL_SOCS = ("15-", "17-", "11-3021", "11-9041", "41-9031")


class KitOccupation(KitPart, frozen=True, kw_only=True):
    """An occupation of the survey under which the role is counted, and its share of the role in percent."""

    soc: Annotated[str, Meta(pattern=r"^[0-9]{2}-[0-9]{4}" + END, description="a SOC code such as 15-1252")]
    weight: Annotated[int, Meta(ge=1, le=100, description="percent, from 1 to 100")]


class KitBenchmark(KitPart, frozen=True, kw_only=True):
    """An editorial pay range in whole units of a currency a year. `level` names a level of the kit that it is for."""

    name: LineText
    level: LineText | None = None
    experience_min: Years | None = None
    experience_max: Years | None = None
    low: Money
    high: Money
    kind: PayKind
    currency: Currency
    area: LineText
    year: Year
    source: Slug


class KitQuestion(KitPart, frozen=True, kw_only=True):
    """An interview question with what its asker needs. Anchors hold observable behaviors at scores 1, 3 and 5.

    `why` says why it is asked and what to listen for; `setup` says what the interviewer prepares, plays or holds back.
    Public pages leave out both, and the anchors and red flags.
    """

    slug: Slug
    text: LineText
    kind: QuestionKind
    level: LineText | None = None
    alternate: bool = False
    minutes: Minutes = 10
    why: Text
    setup: Text | None = None
    probes: list[LineText] = []
    anchor_1: list[LineText] = []
    anchor_3: list[LineText] = []
    anchor_5: list[LineText] = []
    red_flags: list[LineText] = []


class KitCompetency(KitPart, frozen=True, kw_only=True):
    """What an interview measures, the skills it draws on and its questions."""

    slug: Slug
    name: LineText
    definition: Text
    skills: list[LineText] = []
    questions: list[KitQuestion] = []


class KitFaq(KitPart, frozen=True, kw_only=True):
    """A question that readers ask, with its answer in Markdown; `slug` is its address, `topic` its heading."""

    slug: Slug
    question: LineText
    answer: Text
    topic: LineText


class KitDayItem(KitPart, frozen=True, kw_only=True):
    """One moment of a typical day: a time, and what is done then."""

    time: LineText
    activity: LineText


class KitOutcome(KitPart, frozen=True, kw_only=True):
    """What a new hire has done by day 30, 60 or 90."""

    day: Literal[30, 60, 90]
    text: LineText


class KitComparison(KitPart, frozen=True, kw_only=True):
    """How to choose between this role and another one that people confuse with it."""

    other: Slug
    difference: Text
    choose_this: Text
    choose_other: Text


class Kit(KitPart, frozen=True, kw_only=True):
    """One role's whole kit, in the order of its page. `language` is that of its texts; `translates` is the slug of the
    kit that it translates, or None.
    """

    slug: Slug
    language: Language = Language.ENGLISH
    translates: Slug | None = None
    title: LineText
    short_title: LineText
    aliases: list[LineText] = []
    family: LineText
    summary: LineText

    base_low: Money | None = None
    base_high: Money | None = None
    base_kind: HeadlineKind = HeadlineKind.BASE
    total_low: Money | None = None
    total_high: Money | None = None
    currency: Currency = "USD"
    experience_min: Years | None = None
    experience_max: Years | None = None
    demand: Demand | None = None
    figures_year: Year
    figures_area: LineText = "United States"
    figures_source: Slug

    overview: Text
    job_description: list[KitTemplateLine]
    responsibilities_intro: Text | None = None
    responsibilities: list[KitResponsibility]
    skills: list[KitSkill]
    skills_note: Text | None = None
    levels: list[KitLevel] = []
    occupations: list[KitOccupation] = []
    occupations_reason: Text | None = None
    benchmarks: list[KitBenchmark] = []
    benchmarks_note: Text | None = None
    competencies_intro: Text | None = None
    competencies: list[KitCompetency]
    faqs: list[KitFaq]
    day: list[KitDayItem] = []
    outcomes: list[KitOutcome] = []
    career_path: Text | None = None
    how_to_become: list[LineText] = []
    related: list[Slug] = []
    comparisons: list[KitComparison] = []
    author: KitAuthor
    credit: Text
    sources: list[KitSource]

    def list_questions(self) -> Iterator[tuple[KitCompetency, KitQuestion]]:
        """Every question with its competency, in the order of the page."""
        for competency in self.competencies:
            for question in competency.questions:
                yield competency, question

    @property
    def is_technical(self) -> bool:
        """Whether TECHNICAL_SOCS make up at least half of the role's occupations by weight."""
        technical = sum(each.weight for each in self.occupations if each.soc.startswith(TECHNICAL_SOCS))
        return 2 * technical >= sum(each.weight for each in self.occupations) > 0

    def list_mentioned_roles(self) -> list[str]:
        """The slugs of the other roles that the page names, each once."""
        return [*dict.fromkeys([*self.related, *(comparison.other for comparison in self.comparisons)])]

    def find_source(self, slug: str) -> KitSource:
        """The source with this slug. Raises KeyError where the kit doesn't list it."""
        for source in self.sources:
            if source.slug == slug:
                return source
        raise KeyError(slug)

    def find_benchmark(self, level: str) -> KitBenchmark | None:
        """The pay range of the level with this name, or None."""
        return next((benchmark for benchmark in self.benchmarks if benchmark.level == level), None)

    def list_lines(self, section: Section) -> list[KitTemplateLine]:
        """The template's lines in one section, in their order."""
        return [line for line in self.job_description if line.section == section]


def as_plain(value: object) -> Any:
    """A part as plain data, every field that equals its default left out.

    msgspec's own omit_defaults compares texts by identity, so the same kit could come out in two ways.
    """
    if isinstance(value, KitPart):
        fields = fields_of(type(value))
        pairs = ((field, getattr(value, field.name)) for field in fields)
        return {field.name: as_plain(item) for field, item in pairs if field.required or item != _default_of(field)}
    if isinstance(value, list):
        return [as_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _default_of(field: msgspec.structs.FieldInfo) -> object:
    return field.default if field.default_factory is msgspec.NODEFAULT else field.default_factory()


def json_schema() -> dict[str, object]:
    """The JSON Schema (draft 2020-12) of a kit file, as plain data."""
    schema = msgspec.json.schema(Kit)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Rolebook role kit", **schema}
