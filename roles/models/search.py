"""The index that search asks."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import connection, models

from roles.models.edition import LIVE, Edition, list_translated
from web.language import ENGLISH, address_language

MOST_RANKED = 300  # entries; a search that many more hold is too broad for their order to matter


BEST = f"""
    SELECT kind, title, text, anchor, slug, role
    FROM (
        SELECT entry.id, kind, entry.title, text, anchor, edition.slug, edition.title AS role, vector
        FROM roles_searchentry AS entry JOIN roles_edition AS edition ON edition.id = edition_id
        WHERE {LIVE} AND kind = ANY(%s) AND language = ANY(%s) AND slug <> ALL(%s) AND ({{wanted}})
        LIMIT {MOST_RANKED}
    ) AS found
    ORDER BY ts_rank(vector, to_tsquery('english', %s)) DESC, title, id
    LIMIT %s
"""  # noqa: S608 # our own words and numbers


class Row(NamedTuple):
    """What a search reads of an entry, with its role's slug and title."""

    kind: str
    title: str
    text: str
    anchor: str
    slug: str
    role: str


class SearchCondition(NamedTuple):
    """A condition of `best`: entries of some editions, those with some words, or both kinds."""

    editions: Sequence[int] = ()
    words: str = ""

    @property
    def condition(self) -> str:
        """The condition in SQL with a placeholder for each of `values`; "()" for no condition."""
        given = {"edition_id = ANY(%s)": self.editions, "vector @@ to_tsquery('english', %s)": self.words}
        return f"({' OR '.join(condition for condition, value in given.items() if value)})"

    @property
    def values(self) -> list[list[int] | str]:
        """The values for the placeholders in `condition`, in their order."""
        return [value for value in ([*self.editions], self.words) if value]


class SearchEntryQuerySet(models.QuerySet["SearchEntry"]):
    """Queries for the entries of the search index."""

    def live(self) -> Self:
        """Those of live editions that readers are shown."""
        return self.filter(edition__in=Edition.objects.shown().values("pk"))

    def best(
        self, query: str, wanted: Sequence["SearchCondition"], kinds: Sequence[str], *, every: bool, most: int
    ) -> list[Row]:
        """The live entries that meet every condition, or any of them, best first by `query` in PostgreSQL's own form,
        at most `most`. One query.

        Written by hand, because the ORM took as long to write this statement as the database to run it.
        """
        conditions = [condition.condition for condition in wanted]
        values = [value for condition in wanted for value in condition.values]
        statement = BEST.format(wanted=(" AND " if every else " OR ").join(conditions))
        with connection.cursor() as cursor:
            language = address_language()
            languages, translated = [*{language, ENGLISH}], list_translated(language)
            cursor.execute(statement, [[*kinds], languages, translated, *values, query, most])
            return [Row(*row) for row in cursor.fetchall()]


class SearchEntry(models.Model):
    """Something that a search can find. It is stored when its edition is published, and found while that is live."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="search_entries")
    kind = models.CharField(max_length=20, help_text="What it is: role, skill, question, faq or salary.")
    title = models.TextField()
    aliases = models.TextField(default="", help_text="Other names, found like the title, one per line.")
    text = models.TextField(help_text="The part of it that results show.")
    keywords = models.TextField(default="", help_text="Words that find it and aren’t shown.")
    group = models.CharField(max_length=500, default="", help_text="What lists of its kind are sorted by.")
    anchor = models.CharField(max_length=120, default="", help_text="The part of the address after the role page’s.")
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
        """The path, with a fragment where there is one, at which readers find the entry."""
        return f"{self.edition.get_absolute_url()}{self.anchor}"
