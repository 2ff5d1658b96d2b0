"""What pages read: percentiles per role, level, area and period, ready made (see compensation/percentiles.py)."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from compensation.rules import FEWEST, FEWEST_EMPLOYERS, FEWEST_FOR_TAILS, is_one_sided
from roles.fields import MoneyField, currency_code
from roles.models.working_copy import Source

MIDDLE = ("p25", "p50", "p75")
TAILS = ("p10", "p90")


class PaySummary(models.Model):
    """Percentiles of annual base pay. An empty `title` stands for all titles of a level, an empty `level` for all
    levels.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.SlugField(max_length=80, db_index=False)
    level = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=300, blank=True, help_text="A filed title; empty for the role or level.")
    area = models.CharField(max_length=10)
    year = models.CharField(max_length=8)
    period = models.CharField(max_length=40, help_text="What the records cover, for example: FY2024 Q1.")
    currency = models.CharField(max_length=3, validators=[currency_code])
    n = models.PositiveIntegerField()
    employers = models.PositiveIntegerField()
    largest_share = models.FloatField(help_text="Share of the records that the largest employer filed.")
    p10 = MoneyField(null=True)
    p25 = MoneyField(null=True)
    p50 = MoneyField(null=True)
    p75 = MoneyField(null=True)
    p90 = MoneyField(null=True)

    class Meta:
        verbose_name_plural = "pay summaries"
        ordering = ["role", "-year", "level", "title", "area"]
        constraints = [
            UniqueConstraint(
                fields=["role", "source", "year", "area", "level", "title", "currency"],
                name="pay_summary_once",
                violation_error_message="This figure is listed twice.",
            ),
            CheckConstraint(
                condition=Q(n__gte=FEWEST, employers__gte=FEWEST_EMPLOYERS)
                | Q(**{f"{name}__isnull": True for name in MIDDLE}),
                name="pay_summary_has_enough_records",
                violation_error_message=f"A figure needs {FEWEST} records from {FEWEST_EMPLOYERS} employers.",
            ),
            CheckConstraint(
                condition=Q(n__gte=FEWEST_FOR_TAILS, p50__isnull=False)
                | Q(**{f"{name}__isnull": True for name in TAILS}),
                name="pay_summary_has_enough_for_tails",
                violation_error_message=f"The 10th and 90th percentiles need {FEWEST_FOR_TAILS} records.",
            ),
            CheckConstraint(
                condition=Q(p50__isnull=True)
                | Q(p25__lte=F("p50"), p75__gte=F("p50"))
                & (Q(p10__isnull=True) | Q(p10__lte=F("p25"), p90__gte=F("p75"))),
                name="pay_summary_runs_upwards",
                violation_error_message="Percentiles must be in ascending order.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title or self.role} {self.level} {self.area} {self.period}".replace("  ", " ")

    @property
    def flagged(self) -> bool:
        """Whether one employer has more of the figure's records than the publishing rules allow."""
        return is_one_sided(self.largest_share)


class FiledOccupation(models.Model):
    """How many of a role's records were filed under an occupation code. It shows that no single
    code stands for a role.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    role = models.SlugField(max_length=80, db_index=False)
    year = models.CharField(max_length=8)
    period = models.CharField(max_length=40)
    soc = models.CharField(max_length=7)
    n = models.PositiveIntegerField()
    share = models.FloatField(help_text="Share of the role’s records in the period.")

    class Meta:
        ordering = ["role", "-year", "-n"]
        constraints = [
            UniqueConstraint(
                fields=["role", "source", "year", "soc"],
                name="filed_occupation_once",
                violation_error_message="This occupation is listed twice.",
            ),
            CheckConstraint(
                condition=Q(share__gt=0, share__lte=1),
                name="filed_occupation_share",
                violation_error_message="A share must be between 0 and 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.soc} {self.period}"
