"""The index that search asks, and what it could not find."""

from datetime import timedelta
from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import CombinedSearchQuery, SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F, Q, Sum
from django.utils import timezone

from roles.models.edition import Edition

MOST_RANKED = 300  # entries; a search that many more hold is too broad for their order to matter
MOST_MISSES_A_DAY = 1000
LONGEST_MISS = 80  # characters


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """What readers ask of the index."""

    def live(self) -> Self:
        """The entries of live editions."""
        return self.filter(edition__in=Edition.objects.live().values("pk"))

    def matching(self, asked: str | SearchQuery | CombinedSearchQuery, where: Q | None = None) -> "SearchEntryQuerySet":
        """Entries that hold what was asked, best first. A string is read in web-search form.

        `where` says otherwise which entries are wanted; the search then only puts them in order.
        """
        query = SearchQuery(asked, search_type="websearch", config="english") if isinstance(asked, str) else asked
        found = self.filter(where or Q(vector=query)).order_by()[:MOST_RANKED].values("pk")
        ranked = self.model.objects.filter(pk__in=found).annotate(rank=SearchRank(F("vector"), query))
        return ranked.order_by("-rank", "title", "pk")


class SearchEntry(models.Model):
    """One thing to find: written when its edition is published, found while that edition is live."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=20, help_text="What it is: role, skill, question, faq or salary.")
    title = models.TextField()
    aliases = models.TextField(default="", help_text="Other names, found like the title, a line each.")
    text = models.TextField(help_text="What results show of it.")
    keywords = models.TextField(default="", help_text="Words that find it and are not shown.")
    group = models.CharField(max_length=500, default="", help_text="What lists of its kind are ordered by.")
    anchor = models.CharField(max_length=120, default="", help_text="The address after the role page's own.")
    vector = models.GeneratedField(
        expression=SearchVector("title", weight="A", config="english")
        + SearchVector("aliases", weight="A", config="english")
        + SearchVector("text", weight="C", config="english")
        + SearchVector("keywords", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects = SearchEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "search entries"
        indexes = [
            GinIndex(fields=["vector"], name="search_entry_vector"),
            models.Index(fields=["edition", "kind"], name="search_entry_kind"),
            models.Index(fields=["kind", "group"], name="search_entry_group"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def address(self) -> str:
        """Where readers find it."""
        return f"{self.edition.get_absolute_url()}{self.anchor}"


class MissedSearchManager(models.Manager["MissedSearch"]):
    """What editors ask of the searches that found nothing, and how one is counted."""

    def count_one(self, words: list[str]) -> None:
        """Count a search of today. Words with a digit could be somebody's number, so they are left out."""
        text = " ".join(word for word in words if word.isalpha())[:LONGEST_MISS]
        today = timezone.localdate()
        if not text or self.filter(day=today, words=text).update(count=F("count") + 1):
            return
        if self.filter(day=today).count() < MOST_MISSES_A_DAY:
            self.bulk_create([MissedSearch(day=today, words=text)], ignore_conflicts=True)

    def most_wanted(self, days: int = 30, most: int = 20) -> list[tuple[str, int]]:
        """The searches of the last days that found nothing, with their totals, most frequent first."""
        since = timezone.localdate() - timedelta(days=days)
        wanted = self.filter(day__gt=since).values("words").annotate(total=Sum("count"))
        return [*wanted.order_by("-total", "words").values_list("words", "total")[:most]]


class MissedSearch(models.Model):
    """How often a search found nothing on a day. Nothing says who searched."""

    words = models.CharField(max_length=LONGEST_MISS)
    day = models.DateField()
    count = models.PositiveIntegerField(default=1)

    objects = MissedSearchManager()

    class Meta:
        verbose_name_plural = "missed searches"
        constraints = [models.UniqueConstraint(fields=["day", "words"], name="missed_search_once_a_day")]

    def __str__(self) -> str:
        return self.words
