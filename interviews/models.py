"""The working copy of the question bank. Field and relation names are those of the Kit."""

from django.db import models

from roles.choices import QuestionKind
from roles.fields import LineField, LinesField, MinutesField
from roles.models import Role, RolePart
from roles.models.constraints import once_per
from roles.models.working_copy import Positioned


class Competency(RolePart):
    """What an interview measures."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="competencies")
    slug = models.SlugField(max_length=80)
    name = LineField(help_text="For example: Technical judgment.")
    definition = models.TextField(help_text="What a person with this competency does, in one or two sentences.")
    skills = LinesField(help_text="Names of the role's skills that it draws on, one per line.")

    class Meta(RolePart.Meta):
        verbose_name_plural = "competencies"
        constraints = [once_per("role", "slug", name="competency_slug_once_per_role")]

    def __str__(self) -> str:
        return self.name


class Question(Positioned):
    """An interview question with what its asker needs."""

    competency = models.ForeignKey(Competency, on_delete=models.CASCADE, related_name="questions")
    slug = models.SlugField(max_length=80)
    text = LineField(help_text="Put what the interviewer fills in between brackets: [relevant feature].")
    kind = models.CharField(max_length=20, choices=QuestionKind.choices())
    level = LineField(null=True, blank=True, help_text="A level's name, where the question suits only that level.")
    alternate = models.BooleanField(default=False, help_text="Kept in reserve, to swap in.")
    minutes = MinutesField(default=10)
    why = models.TextField(help_text="Why it is asked.")
    probes = LinesField(help_text="Two to four follow-up questions, one per line.")
    anchor_1 = LinesField(verbose_name="score 1", help_text="Behaviors that earn a 1, one per line, at least two.")
    anchor_3 = LinesField(verbose_name="score 3", help_text="Behaviors that earn a 3, one per line, at least two.")
    anchor_5 = LinesField(verbose_name="score 5", help_text="Behaviors that earn a 5, one per line, at least two.")
    red_flags = LinesField(help_text="Warning signs, one per line.")

    class Meta(Positioned.Meta):
        constraints = [once_per("competency", "slug", name="question_slug_once_per_competency")]

    def __str__(self) -> str:
        return self.text
