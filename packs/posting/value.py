"""A posting: what it says, in sections of lines, and what is known about the job."""

import re
import threading
from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

import cachetools
import msgspec

from packs.posting.facts import (
    HEADING,
    TITLE_SECTION,
    Education,
    Employment,
    HouseWords,
    OfferedPlace,
    Question,
    StatedPay,
    TextPlace,
    Workplace,
    YearsRange,
)
from roles.kit.blanks import Runs, format_runs
from roles.kit.choices import PaperSize
from web.language import ENGLISH

CHARACTERS_REMEMBERED = 500_000  # of lines, each with what finding takes beside it: about 80 job descriptions
_MEMORY_OF_A_LINE = 200  # characters' worth

# A line that promises equal treatment names protected groups, wherever it stands.
_EQUAL_OPPORTUNITY = re.compile(
    r"equal[- ](?:employment )?opportunit|(?:regardless|irrespective) of|without regard to|reasonable accommodation"
    r"|do(?:es)? not discriminate|protected veteran",
    re.IGNORECASE,
)
# What a page lists below a posting: Similar jobs near you.
_OTHER_JOBS = re.compile(
    r"(?:[^?.!]{3,40}[?.!] )?(?:(?:view|see|browse) )?(?:similar|related|recommended|more|other|latest|featured) "
    r"(?:jobs|vacancies|roles|positions|openings|opportunities|listings)"
    r"(?: (?:near|in|at|from|for|like|by|with|you|this|that)\b.{0,60})?\W*"
    r"|(?:people|others|candidates) (?:also|who) .{2,40}|jobs (?:you (?:may|might)|like this|near) ?.{0,40}"
    r"|you (?:may|might) also (?:like|be interested).{0,40}",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """The subject of a posting's section."""

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


class _LineMemory:
    """What functions have found in lines. Of a line that somebody wrote its hash is kept, and never a word.

    A long line takes the room of many, as more may be found in it.
    """

    def __init__(self) -> None:
        self._lines: cachetools.LRUCache[int, dict[Hashable, Any]] = cachetools.LRUCache(
            CHARACTERS_REMEMBERED, getsizeof=lambda found: _MEMORY_OF_A_LINE + found[len]
        )
        self._lock = threading.Lock()

    def recall_line(self, text: str) -> dict[Hashable, Any]:
        """What was found in a line so far, by function. The lines read longest ago are dropped."""
        key = hash(text)
        with self._lock:
            try:
                return self._lines[key]
            except KeyError:
                found: dict[Hashable, Any] = {len: len(text)}
                if self._lines.getsizeof(found) <= self._lines.maxsize:
                    self._lines[key] = found
                return found


_memory = _LineMemory()


class Passage(msgspec.Struct, frozen=True, dict=True):
    """A line of a posting with its place: the numbers of its section and of the line in that section."""

    section: int
    line: int
    kind: Kind
    text: str
    bullet: bool = True

    @cached_property
    def is_boilerplate(self) -> bool:
        """Whether it is equal-opportunity text, by its section or by its words. A heading is none."""
        if self.line == HEADING:
            return False
        return self.kind is Kind.EQUAL_OPPORTUNITY or self.find_once(_promises_equality)

    def make_place(self, start: int, end: int) -> TextPlace:
        """A place in this line: the characters from `start` up to `end`."""
        return TextPlace(self.section, self.line, start, end)

    def find_once[T](self, find: Callable[[str], T]) -> T:
        """The result of `find` for the text, kept until the line is dropped from memory, even after the request: while
        somebody writes, most lines stay the same.

        So `find` may depend only on the text, and may return places, counts and phrases of ours, but no words of the
        text.
        """
        found = self._found_so_far
        if find not in found:
            found[find] = find(self.text)
        answer: T = found[find]
        return answer

    @cached_property
    def _found_so_far(self) -> dict[Hashable, Any]:
        return _memory.recall_line(self.text)


class PostingLine(msgspec.Struct, frozen=True):
    """A line of a section, and whether it is a bullet.

    `runs` are the text in parts with blanks apart, and `source` is a line's id or a field with a line's number, such as
    benefits:2. Lines made from other fields have no source, and lines of a text that somebody brought have neither.
    """

    text: str
    bullet: bool = True
    runs: Runs = ()
    source: str = ""

    @classmethod
    def from_runs(cls, runs: Runs, source: str = "", *, bullet: bool = False) -> Self:
        """A line made of runs of text and blanks, with their joined text."""
        return cls(format_runs(runs), bullet, runs, source)


class PostingSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section of a posting: its kind, its heading as written, and its lines. `source` is the part of the workbench's
    job description that it comes from, such as benefits.2.
    """

    kind: Kind
    heading: str = ""
    lines: tuple[PostingLine, ...] = ()
    source: str = ""


class StatedFact(msgspec.Struct, frozen=True):
    """A fact in the list at the top of a posting: a label such as Location, and its value."""

    name: str
    words: str


class Posting(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A posting and what is known about its job. Both the workbench and the reader of texts fill it; what isn't said
    keeps its default.

    `places` have country, region and city, or `words` as written. `pay` has each stated range, `contact` an address to
    apply to, `facts` the list at the top, and `paper` the paper size. From a kit come `benchmark`, `years` and
    `role_terms`, which don't count as gender-coded. Only the employer knows `headcount`, `home` and `answers`.
    `required_years` and `education` are the least that is asked for. `credit` names the source where a license asks for
    it. `margins` are lines of a file's headers, footers and notes, which aren't part of the text.
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
    headcount: int | None = None
    home: str = ""
    answers: Mapping[Question, bool] = {}
    required_years: int | None = None
    education: Education | None = None
    company_url: str = ""
    company_logo: str = ""
    direct_apply: bool | None = None
    house_words: tuple[HouseWords, ...] = ()
    credit: str = ""
    margins: tuple[str, ...] = ()
    language: str = ENGLISH

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The lines in reading order, without the title, headings, empty lines and other jobs that the page lists.

        Made on first use, then kept.
        """
        return tuple(self._list_passages())

    @cached_property
    def _found_so_far(self) -> dict[Hashable, Any]:
        return {}

    def find_once[T](self, wanted: Hashable, find: Callable[[], T]) -> T:
        """The result of `find`, which is called once for each `wanted` and kept with the posting: many rules ask for
        the same.
        """
        if wanted not in self._found_so_far:
            self._found_so_far[wanted] = find()
        found: T = self._found_so_far[wanted]
        return found

    def __reduce__(self) -> Any:
        """Pickle it as MessagePack, which takes a third of the time: every preview sends a posting to a child
        process.
        """
        try:
            return _unpack_posting, (msgspec.msgpack.encode(self),)
        except UnicodeEncodeError:  # half a character, as a broken file may have
            return super().__reduce__()

    def of_kind(self, *kinds: Kind) -> Iterator[Passage]:
        """The lines of the sections of these kinds, in reading order."""
        return (passage for passage in self.passages if passage.kind in kinds)

    def text_at(self, section: int, line: int) -> str:
        """The text of a line, a heading or the title. Raises IndexError for a place that doesn't exist."""
        if section == TITLE_SECTION:
            return self.title
        return self.sections[section].heading if line == HEADING else self.sections[section].lines[line].text

    def _list_passages(self) -> Iterator[Passage]:
        for number, section in enumerate(self.sections):
            for index, line in enumerate(() if lists_other_jobs(section.heading) else section.lines):
                if line.text.strip():
                    yield Passage(number, index, section.kind, line.text, line.bullet)


def lists_other_jobs(heading: str) -> bool:
    """Whether a heading stands above other jobs, which a page lists below a posting."""
    return bool(_OTHER_JOBS.fullmatch(heading.strip(" :")))


_decoder = msgspec.msgpack.Decoder(Posting)


def _unpack_posting(packed: bytes) -> Posting:
    return _decoder.decode(packed)


def _promises_equality(text: str) -> bool:
    """Whether a line promises equal treatment by its words."""
    return bool(_EQUAL_OPPORTUNITY.search(text))
