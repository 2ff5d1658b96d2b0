"""Finished pages of roles, kept where every process finds them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from roles.models.edition import Edition
from roles.models.working_copy import Role


class StoredPage(models.Model):
    """A role's finished page, one at most: of which edition, with which other editions on it, and by which code. The
    next one replaces it, and it can be deleted at any time.
    """

    role = models.OneToOneField(Role, on_delete=models.CASCADE, primary_key=True, related_name="+")
    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="+")
    pay_number = models.PositiveIntegerField(db_default=0, help_text="The state of the edition’s pay figures.")
    neighbours = ArrayField(
        models.BigIntegerField(), help_text="The live editions of other roles that it names, by key."
    )
    release = models.CharField(max_length=40, help_text="The code and the settings that made it.")
    gzipped = models.BinaryField()
    etag = models.CharField(max_length=40)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"The page of {self.edition_id}"
