"""Which findings are shown: a text may have thousands of a kind, and nobody reads more than the first of them."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from packs.review.checks import BY_ID
from packs.review.finding import Finding

MOST_LISTED = 20  # of each check
MOST_HIGHLIGHTED = 200


class More(msgspec.Struct, frozen=True):
    """A check, by name, and how many of its findings are not shown."""

    name: str
    count: int


def first_of_each_check(findings: Iterable[Finding], most: int) -> tuple[list[Finding], list[More]]:
    """The first `most` findings of each check, in the order that they came in, and what more each check found."""
    seen: Counter[str] = Counter()
    shown = []
    for finding in findings:
        seen[finding.check] += 1
        if seen[finding.check] <= most:
            shown.append(finding)
    more = [More(BY_ID[check].name, count - most) for check, count in seen.items() if count > most]
    return shown, more
