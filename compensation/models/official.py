"""Prevailing-wage levels, and the area factors derived from them and the survey's national means."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from roles.fields import MoneyField, runs_upwards
from roles.models.working_copy import Source


class WageLevel(models.Model):
    """The prevailing wage of an occupation in an area, in whole dollars a year, at the four levels of the Department
    of Labor.
    """

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
                violation_error_message="This occupation is listed twice in one area.",
            ),
            runs_upwards("level1", "level4", name="wage_level_runs_upwards"),
        ]

    def __str__(self) -> str:
        return f"{self.soc} {self.area_name} {self.year}"


class AreaFactor(models.Model):
    """An area's wages divided by the nation's (1 = the same). The method is in compensation/imports/factors.py."""

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
                violation_error_message="A factor must be greater than zero.",
            ),
        ]

    def __str__(self) -> str:
        return self.area_name
