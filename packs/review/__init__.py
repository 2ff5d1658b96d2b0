"""Private checks on a posting's text: pure functions, no database, nothing logged, nothing kept.

    review(posting: Posting) -> list[Finding]
    apply(posting: Posting, finding: Finding) -> Posting

Make a `Posting` from the text as it will be read (blanks filled where they are); what the role's kit adds comes from
`packs.review.from_kit`. A finding's `place` gives section, line, start and end in that same text, for marking.
"""

from packs.review.finding import Finding, FindingSeverity
from packs.review.passage import Kind, TextPlace
from packs.review.posting import PayPeriod, Posting, PostingLine, PostingSection, StatedPay, YearsRange
from packs.review.reviewing import StaleFindingError, apply_finding, review_posting

__all__ = [
    "Finding",
    "FindingSeverity",
    "Kind",
    "PayPeriod",
    "Posting",
    "PostingLine",
    "PostingSection",
    "StaleFindingError",
    "StatedPay",
    "TextPlace",
    "YearsRange",
    "apply_finding",
    "review_posting",
]
