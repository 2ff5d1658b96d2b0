"""Phrases that wear thin or say little. The phrases and their rewrites are in data/phrases.yaml."""

from collections.abc import Callable, Iterator
from itertools import islice

from packs.posting.facts import HEADING
from packs.posting.value import Kind, Passage, Posting
from packs.review.check import Find, ReviewCheck, build_example_posting, get_title_line
from packs.review.finding import Finding, FindingSeverity
from packs.review.job_cues import asks_for_somebody
from packs.review.phrases import find_all_phrases

_JOB = tuple(kind for kind in Kind if kind not in (Kind.BENEFITS, Kind.EQUAL_OPPORTUNITY))


def look_for_phrases(
    *kinds: Kind, when: Callable[[Posting, Passage], bool] | None = None, in_title: bool = False
) -> Find:
    """A check that marks its phrases in every line, or in sections of some kinds, but never in equal-opportunity text.

    `when` says whether a phrase that was found counts in this posting; `in_title` that the title is read too, which
    gets one finding at most.
    """

    def find_in_lines(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
        if in_title:
            yield from islice(mark_phrases(get_title_line(posting), check), 1)
        for passage in posting.find_once(find_all_phrases, lambda: [*_list_with_phrases(posting)]):
            if not kinds or passage.kind in kinds:
                for finding in mark_phrases(passage, check):
                    if (when is None or when(posting, passage)) and not _is_in_name(posting.company, passage, finding):
                        yield finding

    return find_in_lines


def _list_with_phrases(posting: Posting) -> Iterator[Passage]:
    """The headings and lines with a phrase of any check, without equal-opportunity text."""
    headings = (Passage(number, HEADING, one.kind, one.heading) for number, one in enumerate(posting.sections))
    for line in (*headings, *posting.passages):
        if not line.is_boilerplate and line.kind is not Kind.EQUAL_OPPORTUNITY and line.find_once(find_all_phrases):
            yield line


def _is_in_name(company: str, passage: Passage, finding: Finding) -> bool:
    """Whether the words of a finding are part of the company's name: Passionate Homes."""
    place, size = finding.place, len(company)
    if not size or place is None or company == finding.quote:
        return False
    return company in passage.text[max(0, place.end - size) : place.start + size]


def mark_phrases(passage: Passage, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each phrase of this check in one line. The search of a line is kept with it."""
    for found in passage.find_once(find_all_phrases).get(check.id, ()):
        if found.phrase.only_asked and passage.kind is Kind.RESPONSIBILITIES and not asks_for_somebody(passage.text):
            continue
        yield check.mark_words(
            passage,
            found.span,
            f"{check.name}: “{passage.text[slice(*found.span)].strip()}.”",
            source=found.phrase.source,
            suggestion=found.phrase.instead,
            replacement=found.replacement,
        )


LANGUAGE_CHECKS = (
    ReviewCheck(
        id="slang",
        name="Slang",
        looks_for="Profanity, put-downs and insider slang: rockstar, killer instinct, work hard play hard.",
        why="It says little about the work, and it tells many readers that the job is for somebody else.",
        severity=FindingSeverity.NOTICE,
        source="cheryan-2009",
        find=look_for_phrases(),
        raises=build_example_posting(about="You are a rockstar with a killer instinct."),
        passes=build_example_posting(about="You close about ten sales a month, most of them by phone."),
    ),
    ReviewCheck(
        id="jargon",
        name="Jargon",
        looks_for="Office jargon with a plain equivalent: leverage, low-hanging fruit, paradigm shift.",
        why="People from another field or with another first language have to guess. A plain word costs nothing.",
        severity=FindingSeverity.NOTICE,
        source="plain-writing-2010",
        find=look_for_phrases(),
        raises=build_example_posting(responsibilities=["Leverage synergies between the stores."]),
        passes=build_example_posting(responsibilities=["Use what the stores learn from each other."]),
    ),
    ReviewCheck(
        id="cliche",
        name="Cliché",
        looks_for="Overused phrases: team player, self-starter, hit the ground running.",
        why="Every posting says it, so it tells a reader nothing about this one.",
        severity=FindingSeverity.NOTICE,
        source="rolebook",
        find=look_for_phrases(),
        raises=build_example_posting(about="You thrive under pressure and hit the ground running."),
        passes=build_example_posting(about="You will answer about 40 calls a day, most of them before noon."),
    ),
    ReviewCheck(
        id="vague",
        name="Vague",
        looks_for="Lines that could be in any posting: other duties as assigned, strong communication skills.",
        why="Candidates look for pay, qualifications and the details of the job. A generic phrase offers none of them.",
        severity=FindingSeverity.NOTICE,
        source="linkedin",
        find=look_for_phrases(*_JOB),
        raises=build_example_posting(responsibilities=["Help with various projects as needed."]),
        passes=build_example_posting(responsibilities=["Write the weekly stock report for six stores."]),
    ),
)
