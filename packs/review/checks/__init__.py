"""Every check, in the order of the public page."""

from packs.review.check import Check
from packs.review.checks import blanks, length, style

CHECKS: tuple[Check, ...] = (*blanks.CHECKS, *length.CHECKS, *style.CHECKS)
BY_ID = {check.id: check for check in CHECKS}
