"""What an import of pay did, so that it can be taken back by its number."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import UniqueConstraint
from django.db.models.functions import Now


class PayImport(models.Model):
    """An import that changed something. Its key is the number by which it can be taken back."""

    files = ArrayField(models.CharField(max_length=300))
    imported_at = models.DateTimeField(db_default=Now())
    added = models.PositiveIntegerField(default=0)
    changed = models.PositiveIntegerField(default=0)
    withdrawn = models.PositiveIntegerField(default=0)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"Import {self.pk}"


class ReplacedRecord(models.Model):
    """A pay record, or a figure of the survey, as it was before an import changed or deleted it."""

    replaced_in = models.ForeignKey(PayImport, on_delete=models.CASCADE, related_name="replaced")
    imported_in = models.PositiveIntegerField(null=True, help_text="The import that added the record.")
    table = models.CharField(
        max_length=63, db_default="compensation_payrecord", help_text="The table that the record is from."
    )
    record = models.JSONField(help_text="The whole row, by column name.")

    class Meta:
        indexes = [models.Index(fields=["imported_in"], name="replaced_record_import")]

    def __str__(self) -> str:
        return f"Record {self.pk}, replaced in import {self.replaced_in_id}"


class WithdrawnCase(models.Model):
    """A case that its source withdrew. Its record is deleted, and an older file doesn't bring it back."""

    source_id = models.CharField(max_length=80)
    case_number = models.CharField(max_length=80)
    decided_on = models.DateField(null=True, help_text="The day it was withdrawn, if the file says.")
    imported_in = models.PositiveIntegerField()

    class Meta:
        constraints = [
            UniqueConstraint(
                fields=["source_id", "case_number"],
                name="withdrawn_case_once",
                violation_error_message="This case is already recorded as withdrawn.",
            )
        ]

    def __str__(self) -> str:
        return self.case_number
