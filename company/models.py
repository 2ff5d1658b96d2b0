"""Company profiles: each one's versions and its private link, and which of them is the site's own."""

from collections.abc import Iterable
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

from company.branding import Branding
from company.profile import CompanyProfile, ProfileInUse


class ProfileQuerySet(models.QuerySet["Profile"]):
    """Queries for profiles."""

    def unused(self, at: datetime | None = None) -> Self:
        """Private profiles that nobody has saved or started from for settings.PACK_DAYS."""
        over = (at or timezone.now()) - timedelta(days=settings.PACK_DAYS)
        return self.filter(site__isnull=True, used_at__lte=over)


class Profile(models.Model):
    """A company profile. Its contents are in its versions; a private one is open to everyone who has its link.

    Only the SHA-256 of the link's token is stored, so that the row opens nothing. The site's own profile has no link.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(db_default=Now())
    used_at = models.DateTimeField(db_default=Now(), db_index=True)
    token_hash = models.CharField(max_length=64, null=True, blank=True, editable=False)

    objects = ProfileQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="profile_token_hash_once"),
            models.CheckConstraint(
                condition=Q(token_hash__regex="^[0-9a-f]{64}$"),  # noqa: S106 a pattern
                name="profile_token_hash_is_sha256",
            ),
            models.CheckConstraint(condition=Q(used_at__gte=F("created_at")), name="profile_used_after_created"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def expires_at(self) -> datetime:
        """The moment it is deleted unless somebody saves it or starts a pack from it before, in UTC."""
        return self.used_at + timedelta(days=settings.PACK_DAYS)

    def current(self) -> "ProfileVersion":
        """The newest version, which every profile has. One query."""
        return self.versions.latest("number")


class ProfileVersion(models.Model):
    """The contents of a profile after a save; it never changes."""

    profile = models.ForeignKey(Profile, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField(default=timezone.now)
    value_json = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["profile", "number"], name="profile_version_number_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="profile_version_numbers_from_one"),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    @cached_property
    def value(self) -> CompanyProfile:
        """The profile, decoded on first use and then kept. Raises msgspec.ValidationError where it no longer fits the
        type.
        """
        return msgspec.json.decode(self.value_json, type=CompanyProfile)

    def in_use(self, *, locked: Iterable[str] = (), token: str = "") -> ProfileInUse:
        """This version as something that a pack starts from, with the blocks that the site locks."""
        return ProfileInUse(
            id=self.profile_id, number=self.number, profile=self.value, locked=frozenset(locked), token=token
        )


class SiteCompany(models.Model):
    """The company whose site this is: one row or none. `changes` grows with each save, even past those of a deleted
    row, so that pages notice.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    profile = models.OneToOneField(Profile, on_delete=models.CASCADE, related_name="site", editable=False)
    branding_json = models.TextField(default="{}", editable=False)
    changes = models.BigIntegerField(default=1, editable=False)

    class Meta:
        verbose_name = "company of this site"
        verbose_name_plural = "company of this site"
        constraints = [
            models.CheckConstraint(condition=Q(id=1), name="site_company_is_one"),
            models.CheckConstraint(condition=Q(changes__gte=1), name="site_company_changes_from_one"),
        ]

    def __str__(self) -> str:
        return "The company of this site"

    @cached_property
    def branding(self) -> Branding:
        """The site's brand, decoded on first use and then kept."""
        return msgspec.json.decode(self.branding_json, type=Branding)
