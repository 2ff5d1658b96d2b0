"""The working copy of editorial pay ranges. Field names are those of the Kit."""

from django.db import models

from roles.fields import LineField, MoneyField, YearField, YearsField, currency_code, once_per, runs_upwards
from roles.kit.choices import PayKind
from roles.models.working_copy import Role, RolePart, Source


class Benchmark(RolePart):
    """An editor's pay range for a role or one of its levels, in whole units of a currency a year."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="benchmarks")
    name = LineField(help_text="For example: Senior Technical PM.")
    level = LineField(null=True, blank=True, help_text="The name of the role’s level, if the range is for one.")
    experience_min = YearsField(null=True, blank=True)
    experience_max = YearsField(null=True, blank=True, help_text="Leave empty for “5+ years.”")
    low = MoneyField()
    high = MoneyField()
    kind = models.CharField(max_length=10, choices=PayKind.list_choices())
    currency = models.CharField(max_length=3, default="USD", validators=[currency_code])
    area = LineField(help_text="For example: United States, major tech hubs.")
    year = YearField()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="benchmarks")

    class Meta(RolePart.Meta):
        constraints = [
            once_per("role", "name", name="benchmark_name_once_per_role"),
            runs_upwards("low", "high", name="benchmark_runs_upwards"),
            runs_upwards("experience_min", "experience_max", name="benchmark_experience_runs_upwards"),
        ]

    def __str__(self) -> str:
        return self.name
