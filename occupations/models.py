"""Occupations as rows.

A page shows nearly everything that is known of one occupation and nothing of the others, so each occupation is one row
with one document (`facts_json`, OccupationFacts of 9 KB on average): one query, whatever it holds. Titles are rows of
their own because search looks through 55,000 of them. Projections are rows because several occupations share one.
O*NET's own sentences stand apart from everything that ships, so that they can't get into it.
"""

import msgspec
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.db.models.functions import Now

from occupations.codes import is_occupation_shown, shorten_code
from occupations.facts import OccupationFacts, OnetTask
from occupations.own_words import LONGEST_SENTENCE

MOST_DUTIES = 12


class EmploymentProjection(models.Model):
    """The Bureau of Labor Statistics' projection for an occupation or a group. Jobs are in thousands, changes in
    percent.
    """

    soc = models.CharField(max_length=7, unique=True)
    title = models.CharField(max_length=200)
    base_year = models.PositiveSmallIntegerField()
    target_year = models.PositiveSmallIntegerField()
    employment = models.FloatField(help_text="Thousands of jobs in the base year.")
    projected = models.FloatField(help_text="Thousands of jobs in the target year.")
    change = models.FloatField(help_text="Percent between the two years.")
    openings = models.FloatField(help_text="Thousands of openings a year on average.")
    education = models.CharField(max_length=200)
    experience = models.CharField(max_length=200)
    training = models.CharField(max_length=200)

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(target_year__gt=models.F("base_year")),
                name="projection_looks_ahead",
                violation_error_message="The target year must come after the base year.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soc} {self.title}"


class Occupation(models.Model):
    """An occupation of O*NET. Its summary and duties are Rolebook's or an editor's words, or aren't written yet."""

    class WrittenBy(models.TextChoices):
        """Who wrote the summary and duties: Rolebook, which may update them, or an editor, whose words stay."""

        NOBODY = "", "Nobody yet"
        ROLEBOOK = "rolebook", "Rolebook"
        EDITOR = "editor", "An editor of this site"

    code = models.CharField("O*NET-SOC code", max_length=10, unique=True)
    soc = models.CharField("SOC code", max_length=7, db_index=True)
    family = models.CharField(max_length=2, db_index=True, help_text="Major group of the SOC.")
    title = models.CharField(max_length=200)
    slug = models.SlugField(max_length=200, db_index=False)
    words = ArrayField(models.TextField(), default=list, editable=False, help_text="The stems of the title’s words.")
    has_data = models.BooleanField(default=False, help_text="Whether O*NET has collected figures for it.")
    facts_json = models.TextField(editable=False)
    projection = models.ForeignKey(EmploymentProjection, null=True, on_delete=models.SET_NULL, related_name="+")

    summary = models.CharField(max_length=LONGEST_SENTENCE, blank=True)
    duties = ArrayField(models.CharField(max_length=LONGEST_SENTENCE), size=MOST_DUTIES, default=list, blank=True)
    written_by = models.CharField(max_length=10, choices=WrittenBy, default=WrittenBy.NOBODY, blank=True)
    changed_at = models.DateTimeField(db_default=Now(), db_index=True, editable=False)

    class Meta:
        ordering = ["code"]
        constraints = [
            CheckConstraint(
                condition=Q(code__startswith=models.F("soc")) & Q(soc__startswith=models.F("family")),
                name="occupation_codes_agree",
                violation_error_message="The O*NET-SOC code must begin with the SOC code, and the SOC code with its "
                "major group.",
            ),
            CheckConstraint(
                condition=~Q(written_by="") | Q(summary="", duties=[]),
                name="occupation_words_have_an_author",
                violation_error_message="A summary or duties must name who wrote them.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.short_code} {self.title}"

    @property
    def short_code(self) -> str:
        """The code as addresses have it, without a final .00."""
        return shorten_code(self.code)

    @property
    def is_shown(self) -> bool:
        """Whether this site shows readers the occupation."""
        return is_occupation_shown(self.code)

    @property
    def facts(self) -> OccupationFacts:
        """The occupation's data from O*NET, decoded each time."""
        return msgspec.json.decode(self.facts_json, type=OccupationFacts)


class OccupationTitle(models.Model):
    """A title that people use for an occupation, once for each. The short form is often an abbreviation."""

    occupation = models.ForeignKey(Occupation, on_delete=models.CASCADE, related_name="titles", db_index=False)
    title = models.CharField(max_length=200)
    short = models.CharField(max_length=200, blank=True)
    is_reported = models.BooleanField(help_text="Whether people in the job reported it themselves.")
    words = ArrayField(models.TextField(), default=list, editable=False, help_text="The stems of the title’s words.")
    short_words = ArrayField(
        models.TextField(), default=list, editable=False, help_text="The stems of its short form’s words."
    )

    class Meta:
        indexes = [
            # Titles come all at once: what waits to be put into the index would be read through by every search.
            GinIndex(fields=["words"], name="occupation_title_words", fastupdate=False),
            GinIndex(fields=["short_words"], name="occupation_title_short_words", fastupdate=False),
        ]
        constraints = [
            UniqueConstraint(
                fields=["occupation", "title"],
                name="occupation_title_once",
                violation_error_message="This occupation already has this title.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class OnetWords(models.Model):
    """O*NET's own sentences about an occupation that a site has imported, to be shown with their credit."""

    occupation = models.OneToOneField(Occupation, on_delete=models.CASCADE, related_name="onet_words", primary_key=True)
    description = models.TextField()
    tasks_json = models.TextField(editable=False)

    class Meta:
        verbose_name_plural = "O*NET words"

    def __str__(self) -> str:
        return self.description

    @property
    def tasks(self) -> tuple[OnetTask, ...]:
        """The task statements in the release's order, decoded each time."""
        return msgspec.json.decode(self.tasks_json, type=tuple[OnetTask, ...])


class DataRelease(models.Model):
    """The release of a dataset that is loaded, when it was, and whether it is the one that ships."""

    class DataSet(models.TextChoices):
        """The dataset that a release belongs to."""

        ONET = "onet", "O*NET Database"
        PROJECTIONS = "projections", "Employment Projections"
        WORDS = "words", "Rolebook’s summaries and duties"

    data_set = models.CharField(max_length=12, choices=DataSet, unique=True)
    name = models.CharField(max_length=40, help_text="For example: 29.0.")
    date = models.CharField(max_length=40, blank=True, help_text="For example: August 2024.")
    digest = models.CharField(max_length=64, help_text="Loads with the same digest hold the same data.")
    is_shipped = models.BooleanField()
    loaded_at = models.DateTimeField(db_default=Now())

    def __str__(self) -> str:
        return f"{self.get_data_set_display()} {self.name}"
