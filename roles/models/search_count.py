"""What is searched for, and whether it was found. Nothing here says who searched."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.contrib.postgres.aggregates import BoolOr
from django.db import models
from django.db.models import F, Sum
from django.utils import timezone

MOST_SEARCHES_A_DAY = 1000
LONGEST_COUNTED = 80  # characters
LEAST_ASKED = 3  # times, before a search whose results nobody chose says something
WEAK_BELOW = 4  # one choice in as many searches


class Asked(NamedTuple):
    """How often words were searched for and a result was chosen, and whether the last search found anything."""

    asked: int = 0
    chosen: int = 0
    found: bool = False

    def join_later(self, later: "Asked") -> "Asked":
        """The sum of both counts. Whether anything was found is taken from the later ones, where there was a search."""
        found = later.found if later.asked else self.found
        return Asked(self.asked + later.asked, self.chosen + later.chosen, found)


class SearchCountManager(models.Manager["SearchCount"]):
    """The table of counted searches, with the ways to count and to sum them."""

    def add_all(self, gathered: Mapping[tuple[date, str], Asked]) -> None:
        """Add to the stored counts of searches, by day and words. A day takes no new words beyond MOST_SEARCHES_A_DAY.
        Two queries a day, and one for each search.
        """
        for day in {day for day, _ in gathered}:
            known = set(self.filter(day=day).values_list("words", flat=True))
            fresh = [words for on, words in gathered if on == day and words not in known]
            taken = fresh[: max(0, MOST_SEARCHES_A_DAY - len(known))]
            self.bulk_create([SearchCount(day=day, words=words) for words in taken], ignore_conflicts=True)
        for (day, words), counted in sorted(gathered.items()):
            sums = {"asked": F("asked") + counted.asked, "chosen": F("chosen") + counted.chosen}
            found = {"found": counted.found} if counted.asked else {}
            self.filter(day=day, words=words).update(**sums, **found)

    def sum_missed(self, days: int = 30, most: int = 20) -> list[tuple[str, int]]:
        """The searches of the last `days` days that found nothing: (words, how often), most frequent first, at most
        `most`. One query.
        """
        missed = self._sum_since(days).filter(finds=False).order_by("-total", "words")
        return [*missed.values_list("words", "total")[:most]]

    def sum_weak(self, days: int = 30, most: int = 20) -> list[tuple[str, int, int]]:
        """The searches whose results are rarely chosen: (words, how often asked, how often chosen). Only those asked
        LEAST_ASKED times or more and chosen in fewer than one of WEAK_BELOW cases. One query.
        """
        weak = self._sum_since(days).filter(finds=True, total__gte=LEAST_ASKED, total__gt=F("taken") * WEAK_BELOW)
        return [*weak.order_by("-total", "words").values_list("words", "total", "taken")[:most]]

    def _sum_since(self, days: int) -> Any:
        since = timezone.localdate() - timedelta(days=days)
        sums = {"total": Sum("asked"), "taken": Sum("chosen"), "finds": BoolOr("found")}
        return self.filter(day__gt=since).values("words").annotate(**sums)


class SearchCount(models.Model):
    """How often words were searched for on a day, whether the last search found anything, and how often a result was
    chosen. Nothing says who searched.
    """

    words = models.CharField(max_length=LONGEST_COUNTED)
    day = models.DateField()
    asked = models.PositiveIntegerField(default=0)
    chosen = models.PositiveIntegerField(default=0)
    found = models.BooleanField(default=False)

    objects = SearchCountManager()

    class Meta:
        verbose_name_plural = "searches"
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="search_count_once_a_day")]

    def __str__(self) -> str:
        return self.words


def name_search(words: Iterable[str]) -> str:
    """The words of a search in one text as it is counted, without words with a digit, which could
    be somebody's number.
    """
    return " ".join(word for word in words if word.isalpha())[:LONGEST_COUNTED]
