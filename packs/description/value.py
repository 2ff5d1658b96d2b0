"""A job description in the making: everything that a hiring manager has decided, as one value.

The value is plain data that survives JSON (`msgspec.json`) and knows no Django. Every field has a default but those
that say where it came from, so that a value stored yesterday still decodes tomorrow. Texts may hold [blanks].
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import cache, cached_property
from typing import NamedTuple

import msgspec
from django.utils.translation import gettext_lazy as _

from packs.posting.facts import Education, Employment, OfferedPlace, PayPeriod, Workplace
from roles.kit.choices import Choice, Language, PaperSize, PayKind, Section
from roles.kit.language import written_in
from roles.kit.value import Kit
from web.language import text_language


class Need(Choice):
    """How much a hiring manager needs a skill. The first three are the importances of a kit."""

    HIGH = "high", _("High")
    MEDIUM = "medium", _("Medium")
    OPTIONAL = "optional", _("Optional")
    NOT_NEEDED = "not-needed", _("Not needed")


class Vacancy(Choice):
    """Whether there is a job to fill now. The label is the posting's sentence on it."""

    EXISTING = "existing", _("This posting is for an existing vacancy.")
    FUTURE = (
        "future",
        _("This posting is not for an existing vacancy. We keep a list of candidates for future openings."),
    )


class Screening(Choice):
    """Whether artificial intelligence helps to choose among applicants. The label is the posting's sentence on it."""

    USED = "used", _("We use artificial intelligence to screen, assess or select applicants.")
    NOT_USED = "not-used", _("We do not use artificial intelligence to screen, assess or select applicants.")


class YesNo(Choice):
    """An answer to a question that only the employer can answer."""

    YES = "yes", _("Yes")
    NO = "no", _("No")


EXPERIENCE_BLANK, PAY = "years of experience", "pay"  # the blanks of the two figures that have fields
JOB_TITLE, COMPANY_NAME = "job title", "company name"  # the blanks that other fields fill
LOWEST_BASE, HIGHEST_BASE, TOTAL_RANGE = "lowest base salary", "highest base salary", "total compensation range"
OWN_HEADING = "## "
STATEMENTS = "statements"  # the part of a job description that says what is chosen about the posting
TEXT_HEADINGS = {
    "about_company": _("About the company"),
    "benefits": _("Benefits"),
    "how_to_apply": _("How to apply"),
    "other": _("Other information"),
    STATEMENTS: _("About this posting"),
    "equal_opportunity": _("Equal opportunity"),
}  # of the parts that are texts and not lines of their own, in the usual order
TEXT_PARTS = tuple(part for part in TEXT_HEADINGS if part != STATEMENTS)
LONGEST_HEADING = 80  # characters of a section's heading


class DescriptionPart(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A value inside a job description; a field at its default is left out of its JSON."""


class OfferedPay(DescriptionPart, frozen=True, kw_only=True):
    """The pay of the job: a range of one kind for one period, and words on what is paid besides."""

    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = "USD"
    period: PayPeriod = PayPeriod.YEAR
    kind: PayKind = PayKind.BASE
    bonus: str = ""
    equity: str = ""

    @property
    def is_given(self) -> bool:
        """Whether at least one end of the range has an amount."""
        return self.low is not None or self.high is not None


class DescriptionLine(DescriptionPart, frozen=True, kw_only=True):
    """A line of a section. `id` never changes. `origin` is its index in the template it came from, None for a line
    added by hand.
    """

    id: str
    section: Section
    text: str = ""
    keep: bool = True
    origin: int | None = None


def usual_heading(section: Section) -> str:
    """The heading of a section of lines that has none of its own, in the language of kits."""
    return _word_heading(section.value, text_language())


def text_heading(part: str) -> str:
    """The heading of a text that has none of its own, in the language of kits; "" for a part that is no text."""
    return _word_heading(part, text_language()) if part in TEXT_HEADINGS else ""


@cache
def _word_heading(part: str, language: str) -> str:
    with written_in(language):
        return str(TEXT_HEADINGS[part] if part in TEXT_HEADINGS else Section(part).label)


class SectionOf(DescriptionPart, frozen=True, kw_only=True):
    """The state of a section of lines: its own heading, "" for the usual one, and whether it is left out."""

    section: Section
    heading: str = ""
    keep: bool = True

    @property
    def label(self) -> str:
        """The heading of the section: the manager's own, or else the usual one in the language of kits."""
        return self.heading or usual_heading(self.section)


class SourcedLine(NamedTuple):
    """A line with its source: the id of a line, or a field and the line's number in it, such as benefits:2. Its text
    has its blanks, and `keep` says whether the line stays.
    """

    source: str
    text: str
    keep: bool = True

    @property
    def is_heading(self) -> bool:
        """Whether the line is a heading that starts a section of the writer's own."""
        return self.text.startswith(OWN_HEADING) or self.text == OWN_HEADING.strip()


class Block(NamedTuple):
    """A section as the text shows it: a part of the job description, or a piece of one under its own heading.

    `number` counts the blocks of a part from 1. `heading` is the block's heading with its blanks; `head` is the line
    that holds it, None for the heading of the whole part.
    """

    part: str
    number: int
    heading: str
    head: SourcedLine | None
    lines: tuple[SourcedLine, ...]

    @property
    def key(self) -> str:
        """The name by which `order` knows the block: benefits, or benefits.2 for the second one of that part."""
        return name_block(self.part, self.number)


class JobDescription(DescriptionPart, frozen=True, kw_only=True, dict=True):
    """A job description made from an edition of a role's kit, in the kit's language.

    In texts, and among lines, one that starts with `OWN_HEADING` is a heading of its own section; in a text a line with
    a dash is a point. `sections` is () where all is as usual. `needs` is by skill, `values` by blank. `other_pay` are
    further ranges. `paper` is the paper size, None for the place's. `employees`, `home`, `driving` and
    `language_needed` are for the law; `reference`, `company_url`, `company_logo`, `direct_apply` and `education` for
    job sites. `order` names sections in reading order, such as benefits.2; () is the usual one.
    """

    slug: str
    edition: int
    language: Language = Language.ENGLISH
    title: str = ""
    level: str = ""
    experience_min: int | None = None
    experience_max: int | None = None
    company: str = ""
    about_company: str = ""
    places: tuple[OfferedPlace, ...] = ()
    workplace: Workplace | None = None
    employment: tuple[Employment, ...] = ()
    pay: OfferedPay = OfferedPay()
    other_pay: tuple[OfferedPay, ...] = ()
    benefits: str = ""
    equal_opportunity: str = ""
    other: str = ""
    posted_on: date | None = None
    deadline: date | None = None
    ongoing: bool = False
    how_to_apply: str = ""
    apply_to: str = ""
    vacancy: Vacancy | None = None
    screening: Screening | None = None
    paper: PaperSize | None = None
    employees: int | None = None
    home: str = ""
    driving: YesNo | None = None
    language_needed: YesNo | None = None
    reference: str = ""
    company_url: str = ""
    company_logo: str = ""
    direct_apply: YesNo | None = None
    education: Education | None = None
    needs: dict[str, Need] = {}
    lines: tuple[DescriptionLine, ...] = ()
    sections: tuple[SectionOf, ...] = ()
    order: tuple[str, ...] = ()
    values: dict[str, str] = {}

    def list_pay(self) -> list[OfferedPay]:
        """The pay ranges that have at least one amount, in reading order."""
        return [pay for pay in (self.pay, *self.other_pay) if pay.is_given]

    def list_stated_lines(self, section: Section | None = None) -> list[DescriptionLine]:
        """The kept lines that have text, in reading order; those of one section where one is given."""
        wanted = [part.section for part in self.list_sections() if part.keep and section in (None, part.section)]
        return [line for part in wanted for line in self.lines if line.section == part and line.keep and line.text]

    def list_sections(self) -> list[SectionOf]:
        """All sections in reading order: those that were arranged, then those that weren't."""
        named = {part.section for part in self.sections}
        return [*self.sections, *(SectionOf(section=section) for section in Section if section not in named)]

    def list_blocks(self) -> tuple[Block, ...]:
        """Every section in reading order, empty ones too. A section that `order` doesn't name follows the one that is
        before it in the usual order. Found once.
        """
        return self._blocks

    @cached_property
    def _blocks(self) -> tuple[Block, ...]:
        named = {key: place for place, key in enumerate(self.order)}
        placed: list[tuple[int, Block]] = []
        for block in self.list_usual_blocks():
            placed.append((named.get(block.key, placed[-1][0] if placed else -1), block))
        return tuple(block for _, block in sorted(placed, key=lambda pair: pair[0]))

    def list_shown_blocks(self) -> list[Block]:
        """The blocks of `list_blocks`, without other information and statements where these are empty."""
        said = {STATEMENTS} if self.vacancy or self.screening else set()
        if self.other:
            said.add("other")
        return [block for block in self.list_blocks() if block.part not in ("other", STATEMENTS) or block.part in said]

    def list_usual_blocks(self) -> Iterator[Block]:
        """Every section in the usual order: about the role, sections of lines, other texts."""
        about, *others = TEXT_HEADINGS
        yield from self._split_text(about)
        for part in self.list_sections():
            lines = (SourcedLine(line.id, line.text, line.keep) for line in self.lines if line.section == part.section)
            yield from _split_part(part.section.value, part.label, lines)
        for name in others:
            yield from self._split_text(name)

    def _split_text(self, part: str) -> Iterator[Block]:
        texts = "" if part == STATEMENTS else getattr(self, part)
        lines = (SourcedLine(f"{part}:{number}", text) for number, text in enumerate(texts.splitlines()))
        return _split_part(part, text_heading(part), lines)


def name_block(part: str, number: int) -> str:
    """The key of a block: the name of its part, with the number from the second one on, such as "pay.2"."""
    return part if number == 1 else f"{part}.{number}"


def _split_part(part: str, heading: str, lines: Iterable[SourcedLine]) -> Iterator[Block]:
    """The blocks of a part: one under its usual heading, and one for each heading among its lines.

    The lines that stand before the first heading are the first block; without any, that heading's is.
    """
    blocks: list[tuple[SourcedLine | None, list[SourcedLine]]] = [(None, [])]
    for line in lines:
        if line.is_heading:
            blocks.append((line, []))
        else:
            blocks[-1][1].append(line)
    if len(blocks) > 1 and not blocks[0][1]:
        del blocks[0]
    for number, (head, gathered) in enumerate(blocks, 1):
        words = head.text.removeprefix(OWN_HEADING.strip()).strip() if head else heading
        yield Block(part, number, words, head, tuple(gathered))


def kit_needs(kit: Kit) -> dict[str, Need]:
    """The need for each skill that the kit's editors gave it, by the skill's name."""
    return {skill.name: Need(skill.importance.value) for skill in kit.skills}


def free_id(taken: Iterable[str]) -> str:
    """An id for a line added by hand, such as a1 or a2: the next number after all taken ones."""
    numbers = [int(line_id[1:]) for line_id in taken if line_id[:1] == "a" and line_id[1:].isdecimal()]
    return f"a{max(numbers, default=0) + 1}"
