"""Pay-transparency rules as rows that editors change. Field names are those of compensation.pay_law.rule."""

import msgspec
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from compensation.pay_law.rule import Ban, LawLevel, LawRequirement, PayRule, Remote
from roles.fields import LineField, LinesField, MoneyField, currency_code


class PayLawRule(models.Model):
    """One dated rule of one jurisdiction. A change of law is a new row; the old one gets its last day."""

    slug = models.SlugField(primary_key=True, max_length=80)
    jurisdiction = LineField(help_text="For example: Colorado.")
    level = models.CharField(max_length=10, choices=LawLevel.list_choices())
    country = models.CharField(
        max_length=2,
        validators=[RegexValidator(r"\A[A-Z]{2}\Z", "Write the two-letter code, for example US.")],
        help_text="Two-letter code; EU for the European Union.",
    )
    region = LineField(null=True, blank=True, help_text="Code of the state or province, for example CO.")
    city = LineField(null=True, blank=True)
    effective_from = models.DateField(null=True, blank=True, help_text="Leave empty where there is no duty.")
    enforced_from = models.DateField(null=True, blank=True, help_text="Where penalties start later.")
    effective_to = models.DateField(null=True, blank=True, help_text="The last day, once the rule is replaced.")
    min_headcount = models.PositiveIntegerField(null=True, blank=True, help_text="Leave empty for all, or if unknown.")
    headcount_scope = LineField(null=True, blank=True, help_text="For example: employees in Colorado.")
    remote = models.CharField(max_length=12, choices=Remote.list_choices(), default=Remote.UNCONFIRMED.value)
    requires = LinesField(help_text=f"One per line, from: {', '.join(LawRequirement)}.")
    closed_range = models.BooleanField(default=False, help_text="“Up to” and “and up” are not enough.")
    fixed_rate_allowed = models.BooleanField(default=True)
    max_width = MoneyField(null=True, blank=True, help_text="The widest range allowed.")
    width_exempt_above = MoneyField(null=True, blank=True, help_text="A top above this is free of the width.")
    currency = models.CharField(max_length=3, default="USD", validators=[currency_code])
    elsewhere_allowed = models.BooleanField(default=False, help_text="A link, or word before the interview, is enough.")
    bans = LinesField(help_text=f"One per line, from: {', '.join(Ban)}.")
    retention = LineField(null=True, blank=True)
    penalty = LineField(null=True, blank=True)
    note = models.TextField(null=True, blank=True, help_text="What a reader should know beside the requirements.")
    unconfirmed = LinesField(help_text="Names of the fields that no good source confirmed, one per line.")
    source = LineField(help_text="Where the rule was read.")
    checked_on = models.DateField(help_text="The day on which it was read.")

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


def current_rules() -> list[PayRule]:
    """The site's own rules, as editors keep them, in one query."""
    return [as_value(row) for row in PayLawRule.objects.all()]


def as_value(row: PayLawRule) -> PayRule:
    """A row as a value. Raises msgspec.ValidationError where it names what the code doesn't know."""
    names = [field.name for field in msgspec.structs.fields(PayRule)]
    return msgspec.convert({name: getattr(row, name) for name in names}, PayRule)
