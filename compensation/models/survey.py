"""The Occupational Employment and Wage Statistics: what each occupation earns in each area, year by year.

A file brings 236,000 figures, so a figure is numbers and two codes; names stand once, in tables of their own, and may
come after the figures that name them.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Now

from roles.fields import MoneyField, runs_upwards
from roles.models.working_copy import Source

NATION = "0000000"
ALL_OCCUPATIONS = "00-0000"


class SurveyArea(models.Model):
    """The nation, a state or territory, or a metropolitan or nonmetropolitan area, by the bureau's code."""

    class Kind(models.TextChoices):
        """The survey's types of area, by its letters."""

        NATION = "N", "Nation"
        STATE = "S", "State or territory"
        METRO = "M", "Metropolitan or nonmetropolitan area"

    code = models.CharField(max_length=7, primary_key=True)
    kind = models.CharField(max_length=1, choices=Kind)
    name = models.CharField(max_length=200)
    slug = models.SlugField(
        max_length=200, unique=True, help_text="As it appears in addresses: denver-aurora-centennial-co."
    )
    states = ArrayField(models.CharField(max_length=2), help_text="Postal abbreviations of its states.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class SurveyOccupation(models.Model):
    """An occupation of the survey. A detailed one isn't a group of others."""

    soc = models.CharField(max_length=7, primary_key=True)
    title = models.CharField(max_length=200)
    is_detailed = models.BooleanField()

    class Meta:
        ordering = ["soc"]

    def __str__(self) -> str:
        return f"{self.soc} {self.title}"


class SurveyYear(models.Model):
    """A loaded year of the survey. Shipped figures have the digest of their file, imported ones ""."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    digest = models.CharField(max_length=64, blank=True)
    loaded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"May {self.year}"


class SurveyFigure(models.Model):
    """An occupation's pay in an area, in dollars a year, from the survey of May of a year.

    A percentile that the bureau gives only as at or above its top code is null, and so are those above it.
    """

    class Withheld(models.TextChoices):
        """The reason why there is no annual wage, by the number of the bureau's footnote."""

        HOURLY = "4", "Paid by the hour: no annual wage"
        UNRELEASED = "8", "Not released"

    survey = models.ForeignKey(
        SurveyYear, on_delete=models.DO_NOTHING, db_constraint=False, db_column="year", db_index=False
    )
    area = models.ForeignKey(SurveyArea, on_delete=models.DO_NOTHING, db_constraint=False, db_index=False)
    occupation = models.ForeignKey(
        SurveyOccupation, on_delete=models.DO_NOTHING, db_constraint=False, db_column="soc", db_index=False
    )
    employment = models.PositiveIntegerField(null=True)
    employment_rse = models.FloatField(null=True, help_text="Relative standard error in percent.")
    mean = MoneyField(null=True)
    mean_rse = models.FloatField(null=True, help_text="Relative standard error in percent.")
    p10 = MoneyField(null=True)
    p25 = MoneyField(null=True)
    p50 = MoneyField(null=True)
    p75 = MoneyField(null=True)
    p90 = MoneyField(null=True)
    hourly_p50 = models.DecimalField(max_digits=7, decimal_places=2, null=True, help_text="Median hourly wage.")
    top_code = MoneyField(null=True, help_text="Annual wage at or above which percentiles aren’t published.")
    top_coded_from = models.PositiveSmallIntegerField(null=True, help_text="The lowest percentile at or above it.")
    withheld = models.CharField(max_length=1, choices=Withheld, blank=True)
    imported_in = models.PositiveIntegerField(null=True, blank=True, help_text="The import that added the row.")

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["occupation", "area", "survey"],
                name="survey_figure_once",
                violation_error_message="This occupation is listed twice in one area.",
            ),
            CheckConstraint(
                condition=Q(top_coded_from__isnull=True) | Q(top_code__isnull=False),
                name="survey_top_code_is_known",
                violation_error_message="Enter the wage at or above which figures aren’t published.",
            ),
            runs_upwards("p25", "p75", name="survey_figure_runs_upwards"),
        ]

    def __str__(self) -> str:
        return f"{self.occupation_id} in {self.area_id}, May {self.survey_id}"
