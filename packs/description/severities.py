"""How grave findings are, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from packs.review.finding import Finding, FindingSeverity

SEVERITY_NAMES = {
    FindingSeverity.ERROR: _("Error"),
    FindingSeverity.WARNING: _("Warning"),
    FindingSeverity.NOTICE: _("Notice"),
}


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the gravest first, otherwise as they were."""
    return sorted(findings, key=lambda finding: [*FindingSeverity].index(finding.severity))


def count_severities(findings: Iterable[Finding]) -> list[tuple[FindingSeverity, str]]:
    """How many there are of each severity that there is, such as 2 errors, the gravest first."""
    found = [finding.severity for finding in findings]
    return [
        (severity, _word_count(severity, found.count(severity))) for severity in FindingSeverity if severity in found
    ]


def _word_count(severity: FindingSeverity, number: int) -> str:
    sentences = {
        FindingSeverity.ERROR: ngettext("%(count)s error", "%(count)s errors", number),
        FindingSeverity.WARNING: ngettext("%(count)s warning", "%(count)s warnings", number),
        FindingSeverity.NOTICE: ngettext("%(count)s notice", "%(count)s notices", number),
    }
    return sentences[severity] % {"count": number}
