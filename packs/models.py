"""Saved packs: what a hiring manager keeps, its links and every version of it. Nothing says who saved what."""

from datetime import datetime, timedelta
from functools import cached_property
from typing import Self
from uuid import uuid4

import msgspec
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from roles.kit.choices import Choice

FIRST_HOUR = timedelta(hours=1)


class Access(Choice):
    """What a link lets its holder do."""

    EDIT = "edit", "Edit"
    READ = "read", "Read"


class PackQuerySet(models.QuerySet["Pack"]):
    """Packs by what the site asks of them, such as those that nobody has used for too long."""

    def unused(self, at: datetime | None = None) -> Self:
        """The packs whose time is over: nobody has saved or kept them for settings.PACK_DAYS, or nobody has even opened
        them again for settings.PACK_UNOPENED_DAYS.
        """
        now = at or timezone.now()
        unopened = Q(opened_again=False, used_at__lte=now - timedelta(days=settings.PACK_UNOPENED_DAYS))
        return self.filter(unopened | Q(used_at__lte=now - timedelta(days=settings.PACK_DAYS)))


class Pack(models.Model):
    """A saved pack. What it says is its current version; `used_at` is when somebody last saved or kept it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(db_default=Now())
    used_at = models.DateTimeField(db_default=Now(), db_index=True)
    first_posted_on = models.DateField(null=True, blank=True, help_text="The day of its first file for job sites.")
    opened_again = models.BooleanField(
        default=False,
        db_default=True,
        help_text="Whether somebody came back to it after its first hour.",
    )
    template_json = models.TextField(
        default="", editable=False, help_text="The kit that it was made from, where that is no edition."
    )

    objects = PackQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(used_at__gte=F("created_at")), name="pack_used_after_created"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def expires_at(self) -> datetime:
        """When it stops working unless somebody saves or keeps it before, or the first time only opens it again."""
        days = settings.PACK_DAYS if self.opened_again else min(settings.PACK_DAYS, settings.PACK_UNOPENED_DAYS)
        return self.used_at + timedelta(days=days)

    @property
    def is_expired(self) -> bool:
        """Whether its time is over. Its rows may still be there until the next `expire_packs`.

        One that is opened again in time, or at least before `expire_packs` comes, has its whole time.
        """
        return timezone.now() >= self.used_at + timedelta(days=settings.PACK_DAYS)

    @property
    def expires_soon(self) -> bool:
        """Whether the pack goes so soon that its page warns of it."""
        warned_from = timedelta(days=settings.PACK_DAYS - settings.PACK_WARNING_DAYS)
        return timezone.now() >= self.used_at + warned_from

    def note_opening(self) -> None:
        """Note that somebody came back to it, once its first hour is over."""
        if not self.opened_again and timezone.now() > self.used_at + FIRST_HOUR:
            self.opened_again = True
            self.save(update_fields=["opened_again"])

    def current(self) -> "Version":
        """The newest version that was not set aside. Every pack has one from its first moment."""
        return self.versions.filter(beside__isnull=True).latest("number")


class Version(models.Model):
    """What a pack said after a save. Texts are only ever here.

    `beside` is set where the save came second: the number of the version that it was written on, which another save
    had followed already. Such a version is set aside and never was the current one.
    """

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField(default=timezone.now)
    beside = models.PositiveIntegerField(null=True, blank=True)
    description_json = models.TextField()
    plan_json = models.TextField(null=True, blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "number"], name="version_number_once_per_pack"),
            models.CheckConstraint(condition=Q(number__gte=1), name="version_numbers_from_one"),
            models.CheckConstraint(
                condition=Q(beside__isnull=True) | Q(beside__gte=1, beside__lt=F("number")),
                name="version_beside_an_earlier_one",
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    @cached_property
    def description(self) -> JobDescription:
        """The job description, decoded. One that no longer fits the type raises msgspec.ValidationError."""
        return msgspec.json.decode(self.description_json, type=JobDescription)

    @cached_property
    def plan(self) -> InterviewPlan | None:
        """The interview plan, decoded; none where nobody has planned yet."""
        return None if self.plan_json is None else msgspec.json.decode(self.plan_json, type=InterviewPlan)


class Link(models.Model):
    """A way into a pack. Only the SHA-256 of its token is kept, so that the rows open nothing.

    A link that was turned off stays, so that its page can say so, until its pack goes.
    """

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="links")
    access = models.CharField(max_length=4, choices=Access.list_choices())
    number = models.PositiveIntegerField(help_text="Counts the pack's links of one kind.")
    token_hash = models.CharField(max_length=64)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="link_hash_once"),
            models.UniqueConstraint(fields=["pack", "access", "number"], name="link_number_once_per_pack_and_access"),
            models.UniqueConstraint(
                fields=["pack", "access"], condition=Q(revoked_at__isnull=True), name="link_one_live_per_access"
            ),
            models.CheckConstraint(condition=Q(token_hash__regex="^[0-9a-f]{64}$"), name="link_hash_is_sha256"),  # noqa: S106 a pattern
            models.CheckConstraint(condition=Q(access__in=[*Access]), name="link_access_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.access} link {self.number}"
