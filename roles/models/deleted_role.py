"""Roles that were deleted, whole, for as long as they can come back."""

from datetime import timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.utils import timezone

from roles.fields import LineField

KEPT = timedelta(days=30)


class DeletedRoleQuerySet(models.QuerySet["DeletedRole"]):
    """Queries for deleted roles."""

    def kept(self) -> Self:
        """Those that can still be brought back, the latest deleted first."""
        return self.filter(deleted_at__gt=timezone.now() - KEPT).order_by("-deleted_at")

    def over(self) -> Self:
        """Those deleted more than KEPT ago, which can't be brought back."""
        return self.filter(deleted_at__lte=timezone.now() - KEPT)


class DeletedRole(models.Model):
    """A deleted role that can be brought back: its working copy, editions and votes as JSON that Django serialized."""

    slug = models.SlugField(max_length=80)
    title = LineField()
    was_live = models.BooleanField()
    deleted_at = models.DateTimeField(auto_now_add=True)
    deleted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    rows = models.TextField()

    objects = DeletedRoleQuerySet.as_manager()

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.title
