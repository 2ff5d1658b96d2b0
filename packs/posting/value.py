"""A posting: what it says, in sections of lines, and what is known about the job."""

import re
from collections.abc import Callable, Hashable, Iterator
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

import msgspec

from packs.posting.facts import Employment, OfferedPlace, StatedPay, Workplace, YearsRange
from packs.posting.place import HEADING, TITLE_SECTION, TextPlace
from roles.kit.blanks import Runs, format_runs
from roles.kit.choices import PaperSize

# A line that promises equal treatment names protected groups, wherever it stands.
_EQUAL_OPPORTUNITY = re.compile(
    r"equal[- ](?:employment )?opportunit|(?:regardless|irrespective) of|without regard to|reasonable accommodation"
    r"|do(?:es)? not discriminate|protected veteran",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a section of a posting is about."""

    ABOUT = "about"
    COMPANY = "company"
    RESPONSIBILITIES = "responsibilities"
    REQUIRED = "required"
    NICE_TO_HAVE = "nice-to-have"
    COMPENSATION = "compensation"
    BENEFITS = "benefits"
    EQUAL_OPPORTUNITY = "equal-opportunity"
    HOW_TO_APPLY = "how-to-apply"
    OTHER = "other"


class Passage(msgspec.Struct, frozen=True):
    """A line where it stands, as the checks read it."""

    section: int
    line: int
    kind: Kind
    text: str
    bullet: bool = True
    is_boilerplate: bool = False  # equal-opportunity text

    def make_place(self, start: int, end: int) -> TextPlace:
        """A place in this line."""
        return TextPlace(self.section, self.line, start, end)


class PostingLine(msgspec.Struct, frozen=True):
    """A line of a section, and whether it is a bullet.

    In a line that the workbench makes, `runs` are its text in parts, blanks apart, and `source` is the id of the line
    that it comes from, or the name of a field and the number of its line, such as benefits:2. A line that other fields
    make has no source, and a line of a text that somebody brought has neither.
    """

    text: str
    bullet: bool = True
    runs: Runs = ()
    source: str = ""

    @classmethod
    def from_runs(cls, runs: Runs, source: str = "", *, bullet: bool = False) -> Self:
        """A line of parts."""
        return cls(format_runs(runs), bullet, runs, source)


class PostingSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section: what it is about, its heading as it stands there, its lines."""

    kind: Kind
    heading: str = ""
    lines: tuple[PostingLine, ...] = ()


class StatedFact(msgspec.Struct, frozen=True):
    """A fact that stands in the list at the top of a posting, such as Location and London."""

    name: str
    words: str


class Posting(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A posting and what is known of its job. Nothing about it is kept outside of the value itself.

    The workbench and the reader of texts fill the same fields; what is not said keeps its default. Of the workbench,
    `places` have country, region and city apart; of a text, each has `words` as they stand there, and the parts that
    could be known. `pay` has each range that the job's own facts name, with its period and kind. `how_to_apply` are
    the words that say so, `contact` the address (of mail or of the web) that they name. `facts` are the list that
    stands at the top of a posting of the workbench, `paper` what it is printed on.

    What a kit adds: `benchmark` is the pay range of the level, `years` the level's experience, and `role_terms` are
    texts in the role's own terms (names of skills and what they cover): their words are not counted as gender-coded.
    """

    title: str
    sections: tuple[PostingSection, ...] = ()
    facts: tuple[StatedFact, ...] = ()
    company: str = ""
    places: tuple[OfferedPlace, ...] = ()
    workplace: Workplace | None = None
    employment: tuple[Employment, ...] = ()
    pay: tuple[StatedPay, ...] = ()
    posted_on: date | None = None
    deadline: date | None = None
    how_to_apply: str = ""
    contact: str = ""
    reference: str = ""
    level: str = ""
    paper: PaperSize = PaperSize.A4
    years: YearsRange | None = None
    benchmark: StatedPay | None = None
    role_terms: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every line in reading order, without title, headings and empty lines."""
        return tuple(self._list_passages())

    @cached_property
    def _found_so_far(self) -> dict[Hashable, Any]:
        return {}

    def find_once[T](self, wanted: Hashable, find: Callable[[], T]) -> T:
        """What `find` finds in the text, looked for the first time alone: many rules ask the same of one posting."""
        if wanted not in self._found_so_far:
            self._found_so_far[wanted] = find()
        found: T = self._found_so_far[wanted]
        return found

    def of_kind(self, *kinds: Kind) -> Iterator[Passage]:
        """The lines of sections of these kinds."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def text_at(self, section: int, line: int) -> str:
        """The text of a line, a heading or the title. Raises IndexError where there is none."""
        if section == TITLE_SECTION:
            return self.title
        return self.sections[section].heading if line == HEADING else self.sections[section].lines[line].text

    def _list_passages(self) -> Iterator[Passage]:
        for number, section in enumerate(self.sections):
            for index, line in enumerate(section.lines):
                if line.text.strip():
                    boilerplate = is_equal_opportunity(section.kind, line.text)
                    yield Passage(number, index, section.kind, line.text, line.bullet, boilerplate)


def is_equal_opportunity(kind: Kind, text: str) -> bool:
    """Whether a line promises equal treatment, by its section or by its words."""
    return kind is Kind.EQUAL_OPPORTUNITY or bool(_EQUAL_OPPORTUNITY.search(text))
