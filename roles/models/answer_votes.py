"""Whether answers helped: counts, and nothing of who counted."""

from django.db import models
from django.db.models import F

from roles.models.working_copy import Role


class AnswerVotesManager(models.Manager["AnswerVotes"]):
    """The table of votes on answers, with the way to count one."""

    def count_one(self, *, role: int, faq: str, helped: bool) -> None:
        """Count one vote on whether an answer helped; `role` is the role's key and `faq` the answer's slug. Adds the
        row where it is missing. Two queries.
        """
        field = "helpful" if helped else "not_helpful"
        self.bulk_create([AnswerVotes(role_id=role, faq=faq)], ignore_conflicts=True)
        self.filter(role=role, faq=faq).update(**{field: F(field) + 1})


class AnswerVotes(models.Model):
    """How many readers said that an answer helped, and how many that it did not."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="answer_votes")
    faq = models.SlugField(max_length=80)
    helpful = models.PositiveIntegerField(default=0)
    not_helpful = models.PositiveIntegerField(default=0)

    objects = AnswerVotesManager()

    class Meta:
        verbose_name_plural = "answer votes"
        constraints = [models.UniqueConstraint(fields=["role", "faq"], name="answer_votes_once_per_answer")]

    def __str__(self) -> str:
        return f"{self.faq}: {self.helpful} helpful, {self.not_helpful} not"
