"""Pay-transparency rules as rows that editors change. Field names are those of compensation.pay_law.rule."""

from datetime import date
from typing import Any

import msgspec
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from compensation.pay_law.rule import Ban, LawLevel, LawRequirement, PayRule, Remote, Standing
from roles.fields import LineField, LinesField, MoneyField, currency_code

_UNSET = PayRule(
    slug="x", jurisdiction="x", level=LawLevel.STATE, country="XX", source="x", checked_on=date(2000, 1, 1)
)
DEFAULTS = {
    field.name: msgspec.to_builtins(getattr(_UNSET, field.name))
    for field in msgspec.structs.fields(PayRule)
    if not field.required
}


class PayLawRule(models.Model):
    """A rule of one jurisdiction from a first day on. A change of law is a new row, and the old one
    gets its last day.
    """

    slug = models.SlugField(primary_key=True, max_length=80)
    jurisdiction = LineField(help_text="For example: Colorado.")
    level = models.CharField(max_length=10, choices=LawLevel.list_choices())
    country = models.CharField(
        max_length=2,
        validators=[RegexValidator(r"\A[A-Z]{2}\Z", "Enter the two-letter code, for example US.")],
        help_text="Two-letter code; EU for the European Union.",
    )
    region = LineField(null=True, blank=True, help_text="Code of the state or province, for example CO.")
    city = LineField(null=True, blank=True)
    effective_from = models.DateField(null=True, blank=True, help_text="Leave empty if there is no requirement.")
    enforced_from = models.DateField(null=True, blank=True, help_text="If enforcement starts later.")
    effective_to = models.DateField(null=True, blank=True, help_text="The last day, once the rule is replaced.")
    min_headcount = models.PositiveIntegerField(null=True, blank=True, help_text="Leave empty for all, or if unknown.")
    headcount_scope = LineField(null=True, blank=True, help_text="For example: employees in Colorado.")
    remote = models.CharField(max_length=12, choices=Remote.list_choices(), default=Remote.UNCONFIRMED.value)
    office_counts = models.BooleanField(
        default=False, help_text="Remote work counts, wherever it is done, if the employer or a supervisor is there."
    )
    standing = models.CharField(max_length=12, choices=Standing.list_choices(), default=Standing.LAW.value)
    requires = LinesField(help_text=f"One per line, from: {', '.join(LawRequirement)}.")
    closed_range = models.BooleanField(default=False, help_text="“Up to” and “and up” aren’t enough.")
    fixed_rate_allowed = models.BooleanField(default=True)
    max_width = MoneyField(null=True, blank=True, help_text="The widest range allowed.")
    exempt_above = MoneyField(null=True, blank=True, help_text="Pay above this doesn’t have to be stated.")
    currency = models.CharField(max_length=3, default="USD", validators=[currency_code])
    elsewhere_allowed = models.BooleanField(
        default=False, help_text="A link, or telling candidates before the interview, is enough."
    )
    bans = LinesField(help_text=f"One per line, from: {', '.join(Ban)}.")
    retention = LineField(null=True, blank=True)
    penalty = LineField(null=True, blank=True)
    note = models.TextField(null=True, blank=True, help_text="What else a reader should know.")
    meeting_words = LinesField(help_text="Phrases that meet its requirements other than pay, one per line.")
    breaking_words = LinesField(help_text="Phrases that violate its bans other than those on pay, one per line.")
    unconfirmed = LinesField(help_text="Names of the fields that no good source confirmed, one per line.")
    source = LineField(help_text="Where the rule was read.")
    source_url = models.URLField(null=True, blank=True, max_length=500, help_text="The address of the source.")
    checked_on = models.DateField(help_text="The day it was read.")

    class Meta:
        verbose_name = "pay-transparency rule"
        ordering = ["country", "region", "city", "effective_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(effective_to__isnull=True) | Q(effective_to__gte=F("effective_from")),
                name="pay_law_period_runs_on",
                violation_error_message="The last day must not be before the first.",
            ),
            models.CheckConstraint(
                condition=Q(enforced_from__isnull=True) | Q(enforced_from__gte=F("effective_from")),
                name="pay_law_enforced_after_effective",
                violation_error_message="Enforcement must not start before the rule.",
            ),
            models.CheckConstraint(
                condition=Q(requires__contained_by=[*map(str, LawRequirement)]),
                name="pay_law_known_requirements",
                violation_error_message=f"Choose requirements from: {', '.join(LawRequirement)}.",
            ),
            models.CheckConstraint(
                condition=Q(bans__contained_by=[*map(str, Ban)]),
                name="pay_law_known_bans",
                violation_error_message=f"Choose bans from: {', '.join(Ban)}.",
            ),
        ]

    def __str__(self) -> str:
        return self.jurisdiction

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save the rule, and store a version in its history where it says something new."""
        super().save(*args, **kwargs)
        record_version(as_value(self))

    def get_absolute_url(self) -> str:
        """The path of the rule's public page."""
        return reverse("pay-law-rule", args=[self.slug])


class PayLawVersion(models.Model):
    """The contents of a rule from a moment on. The newest one that shipped tells whether an editor has changed the
    rule.
    """

    rule = models.SlugField(max_length=80, help_text="The rule’s slug. The history stays after the rule is deleted.")
    recorded_at = models.DateTimeField(default=timezone.now)
    contents = models.JSONField()
    shipped = models.BooleanField(default=False)

    class Meta:
        ordering = ["-recorded_at", "-pk"]
        indexes = [models.Index(fields=["rule", "-recorded_at"], name="pay_law_history")]

    def __str__(self) -> str:
        return f"{self.rule}, {self.recorded_at:%Y-%m-%d}"


def current_rules() -> list[PayRule]:
    """The rules of pay law as the site's editors keep them. One query."""
    return [as_value(row) for row in PayLawRule.objects.all()]


def list_width_rules() -> list[PayRule]:
    """The site's rules that limit how wide a range may be. One query."""
    return [as_value(row) for row in PayLawRule.objects.filter(max_width__isnull=False)]


def as_value(row: PayLawRule) -> PayRule:
    """The value of a stored rule. Raises msgspec.ValidationError where it has words that the code doesn't know."""
    names = [field.name for field in msgspec.structs.fields(PayRule)]
    return msgspec.convert({name: getattr(row, name) for name in names}, PayRule)


def rule_contents(rule: PayRule) -> dict[str, Any]:
    """A rule as its history keeps it: plain data, without fields at their defaults."""
    contents: dict[str, Any] = msgspec.to_builtins(rule)
    return {name: value for name, value in contents.items() if value != DEFAULTS.get(name)}


def record_version(rule: PayRule) -> None:
    """Store a version of the rule in its history where it differs from the last one. Two queries at most."""
    contents = rule_contents(rule)
    last = PayLawVersion.objects.filter(rule=rule.slug).first()
    if last is None or last.contents != contents:
        PayLawVersion.objects.create(rule=rule.slug, contents=contents)


def list_last_shipped() -> dict[str, dict[str, Any]]:
    """The contents of each rule as last shipped, by the rule's slug. One query."""
    shipped = PayLawVersion.objects.filter(shipped=True).order_by("recorded_at", "pk")
    return dict(shipped.values_list("rule", "contents"))
