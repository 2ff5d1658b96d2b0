"""How often something happened on a day. Nothing here says who did it."""

from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from roles.kit.choices import Counted


class CountQuerySet(models.QuerySet["Count"]):
    """What the freshness board asks of the counts."""

    def most(self, what: Counted, *, days: int = 30, rows: int = 10) -> "models.QuerySet[Count, dict[str, object]]":
        """Slug and total of what was counted most often in the last days."""
        since: date = timezone.localdate() - timedelta(days=days)
        counted = self.filter(what=what, day__gt=since).values("slug")
        return counted.annotate(total=models.Sum("times")).order_by("-total", "slug")[:rows]


class Count(models.Model):
    """How often a role's page was read, or its texts copied, on one day."""

    what = models.CharField(max_length=10, choices=Counted.list_choices())
    slug = models.SlugField(max_length=80)
    day = models.DateField()
    times = models.PositiveIntegerField()

    objects = CountQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "day", "slug"], name="count_once_a_day")]

    def __str__(self) -> str:
        return f"{self.slug}, {self.what} on {self.day}: {self.times}"
