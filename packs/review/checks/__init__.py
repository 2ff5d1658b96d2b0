"""Every check, in the order of the public page."""

from packs.review.check import Check
from packs.review.checks import blanks

CHECKS: tuple[Check, ...] = (*blanks.CHECKS,)
BY_ID = {check.id: check for check in CHECKS}
