"""The workbench's writing checks, run over a kit's template before it is published."""

from collections.abc import Iterator

from packs.review.from_kit import template_posting
from packs.review.reviewing import review_posting
from roles.kit.value import Kit
from roles.publishing.checks import KitProblem, KitSeverity

EXPECTED = {"blank", "pay-missing"}  # a template has blanks, and its pay is one of them


def template_reads_well(kit: Kit) -> Iterator[KitProblem]:
    """What the checks find in the template, but for what every template has."""
    for found in review_posting(template_posting(kit)):
        if found.check not in EXPECTED:
            quote = f"“{found.quote}”: " if found.quote and found.quote not in found.message else ""
            yield KitProblem(KitSeverity(found.severity.value), "Job description template", f"{quote}{found.message}")
