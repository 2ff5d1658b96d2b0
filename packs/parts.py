"""What the workbench adds: the checks of its review, which also read a role's template, and its answers to pay law."""

from dataclasses import dataclass

from packs.description.kit_checks import template_reads_well
from packs.pay_law.answers import LAW_ANSWERS
from packs.pay_law.duties import find_exclusion
from packs.pay_law.judging import LawParts
from packs.review.check import ReviewParts
from packs.review.checks import ALL_CHECKS


@dataclass(frozen=True, kw_only=True)
class WorkbenchParts(ReviewParts, LawParts):
    """What an app adds to the review of postings and to their comparison with pay law."""


PARTS = WorkbenchParts(
    checks=(template_reads_well,), review_checks=ALL_CHECKS, law_answers=LAW_ANSWERS, find_exclusion=find_exclusion
)
