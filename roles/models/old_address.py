"""Addresses of earlier days that editors lead on to pages of today."""

from django.core.exceptions import ValidationError
from django.db import models

from roles.fields import one_line


def own_path(text: str) -> None:
    """Raise ValidationError for a text that isn't a path of this site without a query."""
    if not text.startswith("/") or text.startswith("//") or set(text) & set("?#\\ "):
        raise ValidationError("Enter only the path, such as /roles/product-owner/.")


class OldAddress(models.Model):
    """A path that no longer has a page, and the path to which readers are redirected for good."""

    old_path = models.CharField("old address", max_length=200, unique=True, validators=[one_line, own_path])
    new_path = models.CharField("leads to", max_length=200, validators=[one_line, own_path])
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = "old address"
        verbose_name_plural = "old addresses"
        ordering = ["old_path"]

    def __str__(self) -> str:
        return self.old_path

    def clean(self) -> None:
        """Raise ValidationError where the new address is the old one."""
        if self.old_path == self.new_path:
            raise ValidationError({"new_path": "This is the old address itself."})
