"""Running the checks."""

import msgspec

from packs.posting.value import Posting
from packs.review.checks import ALL_CHECKS
from packs.review.finding import Finding

_LAST = (float("inf"),)


def review_posting(posting: Posting) -> list[Finding]:
    """What every check finds, ordered by place; findings about the whole posting come last."""
    found = [finding for check in ALL_CHECKS for finding in check.run_check(posting)]
    return sorted(found, key=_order_finding)


def _order_finding(finding: Finding) -> tuple[float, ...]:
    return _LAST if finding.place is None else tuple(msgspec.structs.astuple(finding.place))
