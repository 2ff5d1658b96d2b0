"""What the workbench adds: the checks of its review, which also read a role's template before it is published."""

from packs.description.kit_checks import template_reads_well
from packs.review.checks import ALL_CHECKS
from packs.review.reviewing import ReviewParts

PARTS = ReviewParts(checks=(template_reads_well,), review_checks=ALL_CHECKS)
