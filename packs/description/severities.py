"""How grave findings are, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from packs.review import Finding, Severity

NAMES = {
    Severity.ERROR: _("Error"),
    Severity.WARNING: _("Warning"),
    Severity.NOTICE: _("Notice"),
}


def by_severity(findings: Iterable[Finding]) -> list[Finding]:
    """The findings, the gravest first, otherwise as they were."""
    return sorted(findings, key=lambda finding: [*Severity].index(finding.severity))


def counts(findings: Iterable[Finding]) -> list[tuple[Severity, str]]:
    """How many there are of each severity that there is, such as 2 errors, the gravest first."""
    found = [finding.severity for finding in findings]
    return [(severity, _counted(severity, found.count(severity))) for severity in Severity if severity in found]


def _counted(severity: Severity, number: int) -> str:
    sentences = {
        Severity.ERROR: ngettext("%(count)s error", "%(count)s errors", number),
        Severity.WARNING: ngettext("%(count)s warning", "%(count)s warnings", number),
        Severity.NOTICE: ngettext("%(count)s notice", "%(count)s notices", number),
    }
    return sentences[severity] % {"count": number}
