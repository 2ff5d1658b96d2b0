"""Running the checks, and applying what one of them suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from packs.posting.place import HEADING, TITLE_SECTION
from packs.posting.value import Posting, PostingLine, PostingSection
from packs.review.check import ReviewCheck
from packs.review.finding import Finding
from roles.app_parts import AppParts, list_parts

_LAST = (float("inf"),)


@dataclass(frozen=True, kw_only=True)
class ReviewParts(AppParts):
    """The parts of an app that reviews postings: its checks, in the order of the public page."""

    review_checks: Sequence[ReviewCheck]


class StaleFindingError(ValueError):
    """The posting no longer says what the finding quotes, or the finding has nothing to put in its place."""


@cache
def list_checks() -> tuple[ReviewCheck, ...]:
    """The checks of every app. Imports them when it is first called."""
    return tuple(check for parts in list_parts() if isinstance(parts, ReviewParts) for check in parts.review_checks)


def review_posting(posting: Posting) -> list[Finding]:
    """What every check finds, ordered by place; findings about the whole posting come last."""
    found = [finding for check in list_checks() for finding in check.run_check(posting)]
    return sorted(found, key=_order_finding)


def apply_finding(posting: Posting, finding: Finding) -> Posting:
    """The posting with the finding's replacement where its quote stands.

    Raises StaleFindingError where the quote no longer stands there or there is no replacement.
    """
    place, new = finding.place, finding.replacement
    if place is None or new is None:
        raise StaleFindingError("This finding has no rewrite to apply.")
    try:
        text = posting.text_at(place.section, place.line)
    except IndexError:
        text = ""
    if text[place.start : place.end] != finding.quote:
        raise StaleFindingError("The text has changed since it was reviewed. Review it again.")
    return _with_text(posting, place.section, place.line, text[: place.start] + new + text[place.end :])


def _with_text(posting: Posting, section: int, line: int, text: str) -> Posting:
    if section == TITLE_SECTION:
        return msgspec.structs.replace(posting, title=text)
    old = posting.sections[section]
    at_heading = line == HEADING
    new = msgspec.structs.replace(old, heading=text) if at_heading else _with_line(old, line, text)
    sections = (*posting.sections[:section], new, *posting.sections[section + 1 :])
    return msgspec.structs.replace(posting, sections=sections)


def _with_line(section: PostingSection, index: int, text: str) -> PostingSection:
    changed = PostingLine(text, section.lines[index].bullet)
    return msgspec.structs.replace(section, lines=(*section.lines[:index], changed, *section.lines[index + 1 :]))


def _order_finding(finding: Finding) -> tuple[float, ...]:
    return _LAST if finding.place is None else tuple(msgspec.structs.astuple(finding.place))
