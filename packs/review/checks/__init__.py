"""Every check, in the order of the public page."""

from packs.review.check import ReviewCheck
from packs.review.checks import (
    blanks,
    demands,
    gender,
    gendered,
    house,
    language,
    pay,
    protected,
    shouting,
    structure,
    style,
    title,
)

CHECK_GROUPS: dict[str, tuple[ReviewCheck, ...]] = {
    "Blanks": blanks.BLANK_CHECKS,
    "Title": title.TITLE_CHECKS,
    "Structure": structure.STRUCTURE_CHECKS,
    "Pay": pay.PAY_CHECKS,
    "Law and fairness": (*protected.PROTECTED_CHECKS, *gendered.GENDERED_CHECKS, *demands.DEMAND_CHECKS),
    "Style": (
        *style.STYLE_CHECKS,
        *shouting.SHOUTING_CHECKS,
        *house.HOUSE_CHECKS,
    ),
    "Language": (*language.LANGUAGE_CHECKS, *gender.GENDER_CHECKS),
}
ALL_CHECKS = tuple(check for checks in CHECK_GROUPS.values() for check in checks)
BY_ID = {check.id: check for check in ALL_CHECKS}
