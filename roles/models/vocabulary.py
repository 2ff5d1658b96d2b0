"""The vocabulary of skills that roles share, and which live roles want them."""

from typing import Self

from django.db import models
from django.db.models.functions import Now

from roles.fields import LineField, LinesField
from roles.kit.choices import Importance, Proficiency
from roles.models.edition import Edition


class VocabularySkill(models.Model):
    """A skill that several roles want, with what a person can do at each level of it."""

    class WrittenBy(models.TextChoices):
        """Who wrote a skill's words: Rolebook, which may update them, or an editor of this site, whose words stay."""

        ROLEBOOK = "rolebook", "Rolebook"
        EDITOR = "editor", "An editor of this site"

    slug = models.SlugField(primary_key=True, max_length=80)
    name = LineField(unique=True)
    group = LineField()
    definition = LineField()
    awareness = LineField()
    working = LineField()
    practitioner = LineField()
    expert = LineField()
    elements = LinesField()
    written_by = models.CharField(max_length=10, choices=WrittenBy, default=WrittenBy.EDITOR, editable=False)
    changed_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["group", "name"]
        verbose_name = "shared skill"

    def __str__(self) -> str:
        return self.name


class SkillUseQuerySet(models.QuerySet["SkillUse"]):
    """Queries for which role wants which shared skill."""

    def live(self) -> Self:
        """Those of live editions that readers are shown."""
        return self.filter(edition__in=Edition.objects.shown().values("pk"))


class SkillUse(models.Model):
    """An edition's use of a shared skill: its name there, its importance and the level wanted. Stored at publishing."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="skill_uses")
    shared = models.SlugField(max_length=80, db_index=False)
    name = LineField()
    importance = models.CharField(max_length=10, choices=Importance.list_choices())
    proficiency = models.CharField(max_length=20, choices=Proficiency.list_choices())

    objects = SkillUseQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["edition", "shared"], name="skill_use_once_per_edition")]
        indexes = [models.Index(fields=["shared"], name="skill_use_shared")]

    def __str__(self) -> str:
        return self.name
