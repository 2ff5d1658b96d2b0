"""Running the checks."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import msgspec

from packs.posting.value import Posting
from packs.review.check import ReviewCheck
from packs.review.finding import Finding
from roles.app_parts import AppParts, list_parts
from roles.kit.language import written_in

_LAST = (float("inf"),)


@dataclass(frozen=True, kw_only=True)
class ReviewParts(AppParts):
    """The parts of an app that reviews postings: its checks, in the order of the public page."""

    review_checks: Sequence[ReviewCheck]


@cache
def list_checks() -> tuple[ReviewCheck, ...]:
    """The checks of every app, in the order of the public page. Imports them when first called, and keeps them."""
    return tuple(check for parts in list_parts() if isinstance(parts, ReviewParts) for check in parts.review_checks)


def review_posting(posting: Posting) -> list[Finding]:
    """What every check finds, in the language of the posting and ordered by place; findings about the whole posting
    come last.
    """
    with written_in(posting.language):
        found = [finding for check in list_checks() for finding in check.run_check(posting)]
    return sorted(found, key=_order_finding)


def _order_finding(finding: Finding) -> tuple[float, ...]:
    return _LAST if finding.place is None else tuple(msgspec.structs.astuple(finding.place))
