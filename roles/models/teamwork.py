"""What those who write a role and those who review it tell each other."""

from typing import Self

from django.conf import settings
from django.db import models

from roles.models.working_copy import Role


class Comment(models.Model):
    """A remark on a part of a role's working copy. It is open until somebody resolves it, and can be reopened."""

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="comments")
    part = models.CharField(max_length=80, blank=True, help_text="The name of the desk’s part; empty for the role.")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        default_permissions = ()
        ordering = ["at"]

    def __str__(self) -> str:
        return self.text[:80]


class CommentReply(models.Model):
    """A reply to a remark, with who wrote it and when."""

    comment = models.ForeignKey(Comment, on_delete=models.CASCADE, related_name="replies")
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class ReviewQuerySet(models.QuerySet["Review"]):
    """Queries for reviews."""

    def open(self) -> Self:
        """Those that wait for an answer, the oldest first."""
        return self.filter(answered_at=None).order_by("asked_at")


class Review(models.Model):
    """A request to review a role: the person who asked, the reviewer, a note, and the answer once there is one."""

    class Answer(models.TextChoices):
        """A reviewer's answer; WAITING until there is one, WITHDRAWN where the request was taken back."""

        WAITING = "", "Waiting"
        APPROVED = "approved", "Approved"
        SENT_BACK = "sent-back", "Sent back"
        WITHDRAWN = "withdrawn", "Withdrawn"

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="reviews")
    version = models.PositiveIntegerField(help_text="The state of the working copy when the review was asked for.")
    note = models.TextField(max_length=2000, blank=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answer = models.CharField(max_length=10, blank=True, choices=Answer, default=Answer.WAITING)
    words = models.TextField(max_length=2000, blank=True)
    answered_at = models.DateTimeField(null=True)

    objects = ReviewQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ["-asked_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["role"], condition=models.Q(answered_at=None), name="review_one_open_per_role"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role}: {self.get_answer_display()}"
