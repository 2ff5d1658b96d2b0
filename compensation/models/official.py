"""Official statistics: occupational wages, prevailing-wage levels, and the area factors derived from both."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from roles.fields import MoneyField, runs_upwards
from roles.models.working_copy import Source

CROSS_INDUSTRY = "000000"


class OewsFigure(models.Model):
    """One occupation's annual wages. A percentile that is published only as at or above `top_code` is null."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField(help_text="The survey is that of May of this year.")
    area = models.CharField(max_length=10, help_text="ISO 3166: US.")
    industry = models.CharField(max_length=6, help_text="NAICS; 000000 for all industries.")
    soc = models.CharField(max_length=7)
    title = models.CharField(max_length=200)
    employment = models.PositiveIntegerField(null=True)
    mean = MoneyField(null=True)
    p10 = MoneyField(null=True)
    p25 = MoneyField(null=True)
    p50 = MoneyField(null=True)
    p75 = MoneyField(null=True)
    p90 = MoneyField(null=True)
    top_code = MoneyField(null=True, help_text="Annual wage from which the bureau publishes no exact figure.")
    top_coded_from = models.PositiveSmallIntegerField(
        null=True, help_text="Lowest percentile at or above the top code; 90 where only the 90th is."
    )

    class Meta:
        verbose_name = "OEWS figure"
        constraints = [
            UniqueConstraint(
                fields=["source", "year", "area", "industry", "soc"],
                name="oews_figure_once",
                violation_error_message="This occupation stands twice in one area and industry.",
            ),
            CheckConstraint(
                condition=Q(top_coded_from__isnull=True) | Q(top_code__isnull=False),
                name="oews_top_code_is_known",
                violation_error_message="Name the wage from which figures are not published.",
            ),
            runs_upwards("p25", "p75", name="oews_figure_runs_upwards"),
        ]

    def __str__(self) -> str:
        return f"{self.soc} {self.title}, May {self.year}"


class WageLevel(models.Model):
    """The prevailing annual wage of an occupation in an area, at the four levels of the Department of Labor."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    year = models.CharField(max_length=7, help_text="The wage year, July to June: 2025-26.")
    area_code = models.CharField(max_length=7)
    area_name = models.CharField(max_length=200)
    states = ArrayField(models.CharField(max_length=2))
    soc = models.CharField(max_length=7)
    level1 = MoneyField()
    level2 = MoneyField()
    level3 = MoneyField()
    level4 = MoneyField()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["source", "year", "area_code", "soc"],
                name="wage_level_once",
                violation_error_message="This occupation stands twice in one area.",
            ),
            runs_upwards("level1", "level4", name="wage_level_runs_upwards"),
        ]

    def __str__(self) -> str:
        return f"{self.soc} {self.area_name} {self.year}"


class AreaFactor(models.Model):
    """How an area's wages stand to the nation's (1 = the same). See compensation/areas.py for the method."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False)
    area_code = models.CharField(max_length=7)
    area_name = models.CharField(max_length=200)
    states = ArrayField(models.CharField(max_length=2))
    period = models.CharField(max_length=60)
    factor = models.DecimalField(max_digits=6, decimal_places=4)
    occupations = models.PositiveSmallIntegerField(help_text="How many occupations the factor averages.")

    class Meta:
        ordering = ["area_name"]
        constraints = [
            UniqueConstraint(
                fields=["area_code"],
                name="area_factor_once",
                violation_error_message="This area already has a factor.",
            ),
            CheckConstraint(
                condition=Q(factor__gt=0),
                name="area_factor_is_positive",
                violation_error_message="A factor is more than nothing.",
            ),
        ]

    def __str__(self) -> str:
        return self.area_name
