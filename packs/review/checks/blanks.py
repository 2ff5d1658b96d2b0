"""Places that somebody still has to fill in."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from packs.posting.facts import HEADING, TITLE_SECTION
from packs.posting.value import Kind, Passage, Posting
from packs.review.check import ReviewCheck, build_example_posting
from packs.review.finding import Finding, FindingSeverity
from roles.kit.blanks import Blank, split_blanks

_PLACEHOLDER = re.compile(
    r"(?-i:\b(?:Company|Job|Team|Product) Name\b|\bYour Company\b|\bT(?:BD|BC)\b)|\bX{3,}\b|#\s?(?-i:XX)\b"
    r"|(?-i:\bXX/XX\b)|_{3,}|\blorem ipsum\b"
    r"|\{\{[^{}]*\}\}|<(?:insert|company|team|name|your)\b[^<>]*>",
    re.IGNORECASE,
)

_INSERTED = re.compile(
    r"\[(?:and|or|sic|the|of|to|in|for|is|are|an?)\b(?! (?:name|title|number|date|place))[ \]]"
)  # a word put in
_GRADE = re.compile(
    r"\b(?:scale|grade|level|band|class|code|form|series) \[[A-Z]{1,3}-?\d{1,3}[A-Z]?\]$", re.IGNORECASE
)
_CAPITAL = re.compile(r"\b[A-Z]")
_LONGEST_NAME = 80  # characters of a name before its initials


def find_blanks(posting: Posting, check: ReviewCheck) -> Iterator[Finding]:
    """A finding for each blank in brackets, and for words that usually stand for one."""
    message, suggestion = _("%(words)s isn’t filled in."), _("Fill in every blank, or drop its line.")
    for passage in list_passages(posting):
        for start, end in passage.find_once(_find_spans):
            words = passage.text[start:end]
            yield check.mark_words(passage, (start, end), message % {"words": words}, suggestion=suggestion)


def list_passages(posting: Posting) -> Iterator[Passage]:
    """The title, the headings and the lines of a posting, each with its place."""
    yield Passage(TITLE_SECTION, 0, Kind.OTHER, posting.title)
    for number, section in enumerate(posting.sections):
        yield Passage(number, HEADING, section.kind, section.heading)
    yield from posting.passages


def _find_spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(_list_spans(text))


def _list_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for run in split_blanks(text):
        end = start + len(str(run))
        if isinstance(run, Blank):
            if not _INSERTED.match(str(run)) and not _is_part_of_text(text[max(0, start - _LONGEST_NAME) : start], run):
                yield start, end
        else:
            yield from ((start + match.start(), start + match.end()) for match in _PLACEHOLDER.finditer(run))
        start = end


def _is_part_of_text(before: str, blank: Blank) -> bool:
    """Whether brackets hold a grade of pay, or the initials of the name before them: Kent County Council [KCC]."""
    if _GRADE.search(f"{before}{blank}"):
        return True
    initials = "".join(_CAPITAL.findall(before))
    return len(blank.name) > 1 and blank.name.isupper() and initials.endswith(blank.name)


BLANK_CHECKS = (
    ReviewCheck(
        id="blank",
        name=gettext_noop("Unfilled blank"),
        looks_for="Blanks in brackets, and stand-ins such as TBD, XXX or lorem ipsum, in the title too.",
        why=gettext_noop(
            "A reader can’t tell what a blank stands for, and assumes that the whole posting is unfinished."
        ),
        severity=FindingSeverity.ERROR,
        source="rolebook",
        find=find_blanks,
        raises=build_example_posting(about="You will join [team] and report to its lead."),
        passes=build_example_posting(about="You will join Billing and report to its lead."),
        in_every_language=True,
    ),
)
