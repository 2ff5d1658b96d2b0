"""What is said about a text that somebody brought: the findings, and how it differs from a role's kit."""

import msgspec

from packs.posting.value import Posting
from packs.reading.comparing import PostingComparison, compare_with_kit
from packs.review.check import review_posting
from packs.review.finding import Finding
from packs.review.from_kit import find_experience, role_terms
from packs.review.showing import MOST_HIGHLIGHTED, HighlightedLine, first_of_each_check, list_highlights
from roles.kit.value import Kit


class OwnReview(msgspec.Struct, frozen=True):
    """The findings in reading order, every line with its findings marked, and the comparison with a kit or None."""

    findings: list[Finding]
    lines: list[HighlightedLine]
    comparison: PostingComparison | None


def review_own(posting: Posting, kit: Kit | None) -> OwnReview:
    """The findings of all checks on a posting, and how it differs from a kit where one is given."""
    if kit:
        posting = msgspec.structs.replace(posting, role_terms=role_terms(kit), years=find_experience(kit, ""))
    found = review_posting(posting)
    return OwnReview(
        found,
        list(list_highlights(posting, first_of_each_check(found, MOST_HIGHLIGHTED)[0])),
        compare_with_kit(posting, kit) if kit else None,
    )
