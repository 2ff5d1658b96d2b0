"""What is open in job descriptions: blanks to fill, duties of pay law, and findings of the review."""

from collections.abc import Iterator
from threading import Lock

import cachetools
import msgspec

from compensation.models.pay_law import current_rules
from compensation.pay_law.rule import PayRule
from packs.description.posting import add_kit, build_posting
from packs.documents.model import blanks_left
from packs.documents.posting import build_document
from packs.models import Version
from packs.pay_law.judging import judge_all, list_tasks
from packs.pay_law.places import find_employer, find_work_place, localize_now
from packs.posting.value import Posting
from packs.review.check import review_posting
from roles.kit.value import Kit
from web.child_pool import StoppedError, run_task

BLANKS_CHECK = "blank"  # whose findings are counted as blanks
VERSIONS_KNOWN, SECONDS_KNOWN = 10_000, 300  # pay law may change meanwhile


class OpenCounts(msgspec.Struct, frozen=True):
    """How many blanks, duties of law and findings are still open; `review` is None where the review was stopped."""

    blanks: int
    law: int
    review: int | None

    @property
    def is_clear(self) -> bool:
        """Whether no blank, duty of law or finding is open."""
        return self.blanks == self.law == self.review == 0


_known: cachetools.TTLCache[int, OpenCounts] = cachetools.TTLCache(VERSIONS_KNOWN, SECONDS_KNOWN)
_lock = Lock()


def count_open_points(kits: dict[Version, Kit]) -> dict[int, OpenCounts]:
    """What is open in each version, by its key, given the version's kit. Counts are kept for a while.

    All texts that aren't known are reviewed in one task of a child process, and the rules take one query.
    """
    with _lock:
        counts = {version.pk: _known[version.pk] for version in kits if version.pk in _known}
    new = {version: _build_posting(version, kit) for version, kit in kits.items() if version.pk not in counts}
    if not new:
        return counts
    rules = current_rules()
    try:
        findings: list[int | None] = [*run_task(count_findings, [*new.values()])]
    except StoppedError:
        findings = [None] * len(new)
    for (version, posting), found in zip(new.items(), findings, strict=True):
        counts[version.pk] = OpenCounts(len(blanks_left(build_document(posting))), _count_duties(posting, rules), found)
    with _lock:
        _known.update({version.pk: counts[version.pk] for version in new})
    return counts


def count_findings(postings: list[Posting]) -> list[int]:
    """How many findings the review of each posting shows, without blanks. A finding at several places counts once."""
    return [len({*_name_findings(posting)}) for posting in postings]


def _name_findings(posting: Posting) -> Iterator[str]:
    for finding in review_posting(posting):
        if finding.check != BLANKS_CHECK:
            yield finding.key if finding.replacement else finding.message


def _build_posting(version: Version, kit: Kit) -> Posting:
    return add_kit(build_posting(version.description), version.description, kit)


def _count_duties(posting: Posting, rules: list[PayRule]) -> int:
    found = [find_work_place(place, posting.workplace) for place in posting.places]
    known = [place for place in found if place]
    day = posting.posted_on or localize_now(posting).date()
    return len(list_tasks(judge_all(rules, posting, known, day, find_employer(posting)), posting)) if known else 0
