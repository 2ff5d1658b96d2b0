"""Every check, in the order of the public page."""

from packs.review.check import Check
from packs.review.checks import blanks, gender, language, length, pay, structure, style, title

CHECKS: tuple[Check, ...] = (
    *blanks.CHECKS,
    *title.CHECKS,
    *structure.CHECKS,
    *pay.CHECKS,
    *length.CHECKS,
    *style.CHECKS,
    *gender.CHECKS,
    *language.CHECKS,
)
BY_ID = {check.id: check for check in CHECKS}
