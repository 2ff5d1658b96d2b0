"""Replacements of words in many roles, kept so that they can be taken back."""

from django.conf import settings
from django.db import models


class Replacement(models.Model):
    """A replacement of words in many texts. `changes` has for each text the role's key, the column, the row, and the
    text before and after.
    """

    found = models.CharField(max_length=500)
    put = models.CharField(max_length=500, blank=True)
    changes = models.JSONField()
    at = models.DateTimeField(auto_now_add=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"“{self.found}” became “{self.put}”"

    def list_roles(self) -> set[int]:
        """The keys of the roles in which it changed a text."""
        return {change["role"] for change in self.changes}
