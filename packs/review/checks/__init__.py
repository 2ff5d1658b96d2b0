"""Every check, in the order of the public page."""

from packs.review.check import Check
from packs.review.checks import blanks, gender, language, length, pay, structure, style, title

GROUPS: dict[str, tuple[Check, ...]] = {
    "Blanks": blanks.CHECKS,
    "Title": title.CHECKS,
    "Structure": structure.CHECKS,
    "Pay": pay.CHECKS,
    "Length": length.CHECKS,
    "Style": style.CHECKS,
    "Language": (*language.CHECKS, *gender.CHECKS),
}
CHECKS = tuple(check for checks in GROUPS.values() for check in checks)
BY_ID = {check.id: check for check in CHECKS}
