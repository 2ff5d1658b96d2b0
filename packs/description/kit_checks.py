"""The workbench's writing checks, run over a kit's template before it is published."""

from collections.abc import Iterator

from packs.review.check import review_posting
from packs.review.from_kit import template_posting
from roles.kit.errors import ErrorPlace
from roles.kit.value import Kit
from roles.publishing.checks import KitProblem, KitSeverity

EXPECTED = {"blank", "pay-missing"}  # a template has blanks, and its pay is one of them


def template_reads_well(kit: Kit) -> Iterator[KitProblem]:
    """A problem for each finding of the review in a kit's template, without those that every template has."""
    for found in review_posting(template_posting(kit)):
        if found.check not in EXPECTED:
            quote = f"“{found.quote}”: " if found.quote and found.quote not in found.message else ""
            severity, where = KitSeverity(found.severity.value), "Job description template"
            yield KitProblem(severity, where, f"{quote}{found.message}", _find_line(kit, found.quote))


def _find_line(kit: Kit, quote: str) -> ErrorPlace:
    """The first line of the template that has some words."""
    lines = (number for number, line in enumerate(kit.job_description) if quote and quote in line.text)
    number = next(lines, None)
    return ("job_description",) if number is None else ("job_description", number, "text")
