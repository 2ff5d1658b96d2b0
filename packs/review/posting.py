"""A posting under review: its title, its sections of lines, and what is known about the job."""

from collections.abc import Callable, Hashable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import Any, Self

import msgspec

from packs.review.measures import Measures, measure_passages
from packs.review.passage import HEADING, TITLE_SECTION, Kind, Passage, is_equal_opportunity


class PayPeriod(StrEnum):
    """What a pay figure is paid for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


A_YEAR_HAS = {
    PayPeriod.HOUR: 2080,
    PayPeriod.DAY: 260,
    PayPeriod.WEEK: 52,
    PayPeriod.MONTH: 12,
    PayPeriod.YEAR: 1,
}  # full time


class StatedPay(msgspec.Struct, frozen=True, kw_only=True):
    """A pay range; an end that is not named is None."""

    low: float | None = None
    high: float | None = None
    currency: str = "USD"
    period: PayPeriod = PayPeriod.YEAR

    def by_year(self) -> Self:
        """The same range for a full-time year."""
        times = A_YEAR_HAS[self.period]
        low, high = (None if end is None else end * times for end in (self.low, self.high))
        return msgspec.structs.replace(self, low=low, high=high, period=PayPeriod.YEAR)


class YearsRange(msgspec.Struct, frozen=True):
    """Years of experience, from and to; None is open."""

    low: int | None = None
    high: int | None = None


class PostingLine(msgspec.Struct, frozen=True):
    """A line of a section, and whether it is a bullet."""

    text: str
    bullet: bool = True


class PostingSection(msgspec.Struct, frozen=True, kw_only=True):
    """A section: what it is about, its heading as it stands there, its lines."""

    kind: Kind
    heading: str = ""
    lines: tuple[PostingLine, ...] = ()


class Posting(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """A posting and what is known of its job. Nothing about it is kept outside of the value itself.

    `role_terms` are texts in the role's own terms (names of skills and what they cover): their words are not counted
    as gender-coded. `benchmark` is the pay range of the level, `years` the level's experience.
    """

    title: str
    sections: tuple[PostingSection, ...] = ()
    company: str = ""
    places: tuple[str, ...] = ()
    level: str = ""
    years: YearsRange | None = None
    pay: StatedPay | None = None
    benchmark: StatedPay | None = None
    role_terms: tuple[str, ...] = ()

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every line in reading order, without title, headings and empty lines."""
        return tuple(self._list_passages())

    @cached_property
    def measures(self) -> Measures:
        """The counts of its lines."""
        return measure_passages(self.passages)

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
