"""The working copy of the question bank, and the index of published questions.

Field and relation names of the working copy are those of the Kit.
"""

from typing import Self

from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchQuery, SearchRank, SearchVector, SearchVectorField
from django.db import models
from django.db.models import F
from django.db.models.functions import Now

from roles.fields import LineField, LinesField, MinutesField, once_per
from roles.kit.choices import QuestionKind
from roles.models.edition import Edition
from roles.models.working_copy import Positioned, Role, RolePart


class Competency(RolePart):
    """Something that a role's interviews measure, with its questions."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="competencies")
    slug = models.SlugField(max_length=80)
    name = LineField(help_text="For example: Technical judgment.")
    definition = models.TextField(help_text="What a person with this competency does, in one or two sentences.")
    skills = LinesField(help_text="Names of the role’s skills that it draws on, one per line.")

    class Meta(RolePart.Meta):
        verbose_name_plural = "competencies"
        constraints = [once_per("role", "slug", name="competency_slug_once_per_role")]

    def __str__(self) -> str:
        return self.name


class AskedQuestion(Positioned):
    """Base of questions: the text, the minutes it takes, probes, and the behaviors that earn each score."""

    slug = models.SlugField(max_length=80)
    text = LineField(help_text="Put the parts that the interviewer fills in between brackets: [relevant feature].")
    kind = models.CharField(max_length=20, choices=QuestionKind.list_choices())
    level = LineField(null=True, blank=True, help_text="The name of a level, if the question suits only that level.")
    alternate = models.BooleanField(default=False, help_text="Kept in reserve, to swap in.")
    minutes = MinutesField(default=10)
    why = models.TextField(help_text="Why it is asked.")
    setup = models.TextField(null=True, blank=True, help_text="What the interviewer prepares, plays or holds back.")
    probes = LinesField(help_text="Two to four follow-up questions, one per line.")
    anchor_1 = LinesField(verbose_name="score 1", help_text="Behaviors that earn a 1, one per line, at least two.")
    anchor_3 = LinesField(verbose_name="score 3", help_text="Behaviors that earn a 3, one per line, at least two.")
    anchor_5 = LinesField(verbose_name="score 5", help_text="Behaviors that earn a 5, one per line, at least two.")
    red_flags = LinesField(help_text="Warning signs, one per line.")

    class Meta(Positioned.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.text


class Question(AskedQuestion):
    """A question of a role's competency, in the working copy."""

    competency = models.ForeignKey(Competency, on_delete=models.CASCADE, related_name="questions")

    class Meta(AskedQuestion.Meta):
        constraints = [once_per("competency", "slug", name="question_slug_once_per_competency")]


class BankCompetency(models.Model):
    """A competency of the shared bank. Its elements are O*NET's, and their importance says which jobs need it."""

    class WrittenBy(models.TextChoices):
        """Who wrote a competency of the shared bank: Rolebook, which may update it, or an editor, whose words stay."""

        ROLEBOOK = "rolebook", "Rolebook"
        EDITOR = "editor", "An editor of this site"

    slug = models.SlugField(max_length=80, unique=True)
    name = LineField()
    definition = models.TextField()
    elements = LinesField()
    is_used = models.BooleanField("in use", default=True)
    written_by = models.CharField(max_length=10, choices=WrittenBy, default=WrittenBy.EDITOR, editable=False)
    digest = models.CharField(
        max_length=64, blank=True, editable=False, help_text="The digest of what shipped, from when it was loaded."
    )
    changed_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "shared competency"
        verbose_name_plural = "shared competencies"

    def __str__(self) -> str:
        return self.name


class BankQuestion(AskedQuestion):
    """A question of a competency in the shared bank."""

    competency = models.ForeignKey(BankCompetency, on_delete=models.CASCADE, related_name="questions")

    class Meta(AskedQuestion.Meta):
        verbose_name = "shared question"
        constraints = [once_per("competency", "slug", name="bank_question_slug_once_per_competency")]


class QuestionEntryQuerySet(models.QuerySet["QuestionEntry"]):
    """Queries for the index of questions."""

    def live(self) -> Self:
        """Those of live editions, each with `role_slug` and `role_title`."""
        live = self.filter(edition__in=Edition.objects.shown().values("pk"))
        return live.annotate(role_slug=F("edition__slug"), role_title=F("edition__title"))

    def filter_matching(self, words: str) -> Self:
        """The questions that match words as a person types them into a web search, the best match first."""
        query = SearchQuery(words, search_type="websearch", config="english")
        return self.filter(vector=query).annotate(rank=SearchRank(F("vector"), query)).order_by("-rank", "text", "pk")


class QuestionEntry(models.Model):
    """A question of an edition in the index, stored at publishing, with the columns that readers filter by."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="question_entries")
    position = models.PositiveIntegerField()
    slug = models.SlugField(max_length=80)
    text = LineField()
    why = models.TextField()
    competency = LineField()
    kind = models.CharField(max_length=20, choices=QuestionKind.list_choices())
    level = LineField(default="")
    minutes = MinutesField()
    vector = models.GeneratedField(
        expression=SearchVector("text", weight="A", config="english")
        + SearchVector("competency", weight="B", config="english")
        + SearchVector("why", weight="D", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    role_slug: str  # these two are there in what `live` gives
    role_title: str

    objects = QuestionEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "question entries"
        constraints = [models.UniqueConstraint(fields=["edition", "slug"], name="question_entry_once_per_edition")]
        indexes = [
            GinIndex(fields=["vector"], name="question_entry_vector"),
            models.Index(fields=["edition", "position"], name="question_entry_order"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def kind_label(self) -> str:
        """The kind of the question in words, in the current language."""
        return QuestionKind(self.kind).label
