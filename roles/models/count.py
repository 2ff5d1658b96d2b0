"""How often something happened on a day. Nothing here says who did it."""

from collections.abc import Iterator
from datetime import date

from django.db import models

from roles.kit.choices import Counted

QUESTIONS_PART = "questions"
ANSWER_PARTS = "answers/"
PACKS_PART = "packs"


class CountQuerySet(models.QuerySet["Count"]):
    """Queries for the counts of what readers used."""

    def sum_by_part(self, since: date, until: date) -> Iterator[tuple[str, str, Counted, int]]:
        """The totals of all that was counted from `since` until the day before `until`: (slug, part, what, total). One
        query, when the first is asked for.
        """
        rows = self.filter(day__gte=since, day__lt=until).values_list("slug", "part", "what")
        for slug, part, what, total in rows.annotate(total=models.Sum("times")).order_by("slug", "part", "what"):
            yield slug, part, Counted(what), total


class Count(models.Model):
    """How often a role, or a part of it, was read, copied, downloaded, saved or said to help on one day.

    `part` is "" for the role itself, "questions" for its questions, "packs" for what was saved before, or
    "answers/" and the slug of an answer.
    """

    what = models.CharField(max_length=10, choices=Counted.list_choices())
    slug = models.SlugField(max_length=80)
    part = models.CharField(max_length=100, default="")
    day = models.DateField()
    times = models.PositiveIntegerField()

    objects = CountQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["what", "day", "slug", "part"], name="count_once_a_day")]

    def __str__(self) -> str:
        return f"{self.slug} {self.part}, {self.what} on {self.day}: {self.times}"
