"""What the freshness board says about pay-transparency rules."""

from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from compensation.models.pay_law import PayLawRule
from roles.admin.board.dashboard import MOST_ROWS, SOON, Panel, PanelRow, word_due

REVIEW_RULE_EVERY = timedelta(days=90)


def rules_to_read_again() -> Panel:
    """A panel of rules checked more than REVIEW_RULE_EVERY ago, or that will be within SOON, and of rules that end
    soon: MOST_ROWS at most. One query.
    """
    today = timezone.localdate()
    stale = Q(checked_on__lte=today - REVIEW_RULE_EVERY + SOON)
    ending = Q(effective_to__range=(today, today + SOON))
    in_use = PayLawRule.objects.exclude(effective_to__lt=today)
    rows = [_make_row(rule) for rule in in_use.filter(stale | ending).order_by("checked_on", "slug")[:MOST_ROWS]]
    advice = f"Every {REVIEW_RULE_EVERY.days} days. Read the law again, correct the rule, and update its date."
    return Panel("Pay-transparency rules to read again", advice, rows)


def _make_row(rule: PayLawRule) -> PanelRow:
    ends = f". Ends on {rule.effective_to:%B %-d, %Y}" if rule.effective_to else ""
    link = reverse("admin:compensation_paylawrule_change", args=[rule.pk])
    return PanelRow(str(rule), link, word_due(rule.checked_on + REVIEW_RULE_EVERY) + ends)
