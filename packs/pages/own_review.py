"""What is said about a text that somebody brought: the findings, and how it differs from a role's kit."""

import msgspec

from packs.reading import Comparison, compare
from packs.review import Finding, Posting, review
from packs.review.from_kit import experience, role_terms
from packs.review.marking import Marked, marked
from packs.review.showing import MOST_MARKED, first_of_each_check
from roles.kit.value import Kit


class OwnReview(msgspec.Struct, frozen=True):
    """The findings in reading order, every line with its findings marked, and the comparison where there is a kit."""

    findings: list[Finding]
    lines: list[Marked]
    comparison: Comparison | None


def review_own(posting: Posting, kit: Kit | None) -> OwnReview:
    """Review a posting, and compare it with a kit."""
    if kit:
        posting = msgspec.structs.replace(posting, role_terms=role_terms(kit), years=experience(kit, ""))
    found = review(posting)
    return OwnReview(
        found, list(marked(posting, first_of_each_check(found, MOST_MARKED)[0])), compare(posting, kit) if kit else None
    )
