"""The facts of a job that a posting names (places, pay, workplace, contract, years), and where words stand in it."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Self

import msgspec
from django.utils.translation import gettext_lazy as _

from roles.kit.choices import Choice, PayKind


class Workplace(Choice):
    """Where the work is done: on site, remote, or both."""

    ON_SITE = "on-site", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class Employment(Choice):
    """The kind of contract, by its value in schema.org's JobPosting."""

    FULL_TIME = "FULL_TIME", _("Full-time")
    PART_TIME = "PART_TIME", _("Part-time")
    CONTRACTOR = "CONTRACTOR", _("Contract")
    TEMPORARY = "TEMPORARY", _("Temporary")
    INTERN = "INTERN", _("Internship")


class Education(Choice):
    """The education that a job asks for, by its value in Google's JobPosting."""

    HIGH_SCHOOL = "high school", _("High school")
    CERTIFICATE = "professional certificate", _("Professional certificate")
    ASSOCIATE = "associate degree", _("Associate degree")
    BACHELOR = "bachelor degree", _("Bachelor’s degree")
    POSTGRADUATE = "postgraduate degree", _("Postgraduate degree")


class Question(Choice):
    """A question that only the employer can answer, and on which some laws depend."""

    AI_SCREENING = "ai-screening", _("Do you use artificial intelligence to screen, assess or select applicants?")
    DRIVING = "driving", _("Is driving part of the job, with no comparable form of transportation?")
    LANGUAGE = "language", _("Does the work require that language?")


class PayPeriod(Choice):
    """The period of a pay figure, by its value in schema.org's JobPosting; the label follows the figure."""

    YEAR = "YEAR", _("a year")
    MONTH = "MONTH", _("a month")
    WEEK = "WEEK", _("a week")
    DAY = "DAY", _("a day")
    HOUR = "HOUR", _("an hour")


A_YEAR_HAS = {
    PayPeriod.HOUR: 2080,
    PayPeriod.DAY: 260,
    PayPeriod.WEEK: 52,
    PayPeriod.MONTH: 12,
    PayPeriod.YEAR: 1,
}  # full time


class StatedPay(msgspec.Struct, frozen=True, kw_only=True):
    """A pay range in `currency` for one period; None is an end that isn't stated. `kind` is None where the text doesn't
    say what the range covers.
    """

    low: float | None = None
    high: float | None = None
    currency: str = "USD"
    period: PayPeriod = PayPeriod.YEAR
    kind: PayKind | None = None

    def by_year(self) -> Self:
        """The range for a full-time year, times A_YEAR_HAS of its period; an open end stays None."""
        times = A_YEAR_HAS[self.period]
        low, high = (None if end is None else end * times for end in (self.low, self.high))
        return msgspec.structs.replace(self, low=low, high=high, period=PayPeriod.YEAR)


class OfferedPlace(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place of work as people write it; with `remote` they may work from anywhere in it.

    The workbench fills each part and leaves `words` empty. A place read from a text has the parts that are known, and
    `words` as written. A field at its default is left out of its JSON.
    """

    country: str = ""
    region: str = ""
    city: str = ""
    remote: bool = False
    words: str = ""
    street: str = ""
    postal_code: str = ""

    def __str__(self) -> str:
        """The place as it is read, from its smallest to its largest part: Denver, Colorado, United States (remote)."""
        parts = (self.street, self.city, f"{self.region} {self.postal_code}".strip(), self.country)
        words = self.words or ", ".join(filter(None, parts))
        if not self.remote or self.words:
            return words
        return f"{words} (remote)" if words else "Remote"


class HouseWords(msgspec.Struct, frozen=True):
    """Words that the company avoids, what it writes instead, and why; "" where the company doesn't say."""

    avoid: str
    prefer: str = ""
    why: str = ""


class YearsRange(msgspec.Struct, frozen=True):
    """A range of years of experience; None is an open end."""

    low: int | None = None
    high: int | None = None


TITLE_SECTION = -1  # the section of a place in the title
HEADING = -1  # the line of a place in a section's heading


class TextPlace(msgspec.Struct, frozen=True, order=True):
    """A place in a posting: section and line by index from 0 (or TITLE_SECTION, HEADING), and the characters `start` to
    `end`.
    """

    section: int
    line: int
    start: int
    end: int


type TextSpans = tuple[tuple[int, int], ...]  # from, to before
type Mark = tuple[int, int, str]  # from, to before, and the name of the place
type Piece[T] = tuple[int, int, list[T]]


def cut_pieces[T](length: int, spans: Iterable[tuple[int, int, T]], cuts: Iterable[int] = ()) -> Iterator[Piece[T]]:
    """The pieces of a line of so many characters as (start, end, what covers it), cut where spans start and end and at
    `cuts`.

    It goes over the spans once, so that a long line with many spans stays cheap.
    """
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    edges = {0, length, *cuts, *(edge for start, end, _ in waiting for edge in (start, end))}
    open_here: list[tuple[int, int, T]] = []
    for start, end in pairwise(sorted(edge for edge in edges if 0 <= edge <= length)):
        while waiting and waiting[-1][0] <= start:
            open_here.append(waiting.pop())
        open_here = [span for span in open_here if span[1] > start]
        yield start, end, [what for _, _, what in open_here]


def make_finder(expression: re.Pattern[str]) -> Callable[[str], TextSpans]:
    """A function that returns where an expression matches in a text. Make it once for each expression, so that
    `Passage.find_once` recognizes it.
    """

    def find_spans(text: str) -> TextSpans:
        return tuple(match.span() for match in expression.finditer(text))

    return find_spans
