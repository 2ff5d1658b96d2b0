"""Saved packs: what a hiring manager keeps, its links, every version of it, and what colleagues say of it.

Nothing says who saved what. A name that somebody gave stands where it was given: with a suggestion, an approval, and
the version that took a suggestion over.
"""

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
from django.utils.translation import gettext_lazy as _

from interviews.plan import InterviewPlan
from packs.description.value import JobDescription
from roles.kit.choices import Choice

FIRST_HOUR = timedelta(hours=1)
LONGEST_NAME = 80  # characters of what somebody calls themselves, or a list
EMPTY_LIST_DAYS = 30  # after which a list without packs goes


class Access(Choice):
    """What the holder of a link may do: edit, suggest changes, or read."""

    EDIT = "edit", "Edit"
    SUGGEST = "suggest", "Suggest"
    READ = "read", "Read"


class OpeningState(Choice):
    """The state of an opening, from its first draft to the end of the search."""

    DRAFT = "draft", _("Draft")
    IN_REVIEW = "in-review", _("In review")
    APPROVED = "approved", _("Approved")
    POSTED = "posted", _("Posted")
    CLOSED = "closed", _("Closed")


class PackQuerySet(models.QuerySet["Pack"]):
    """Queries for packs."""

    def unused(self, at: datetime | None = None) -> Self:
        """The packs whose time is over: not saved or kept for settings.PACK_DAYS, or never opened again for
        settings.PACK_UNOPENED_DAYS. A query.
        """
        now = at or timezone.now()
        unopened = Q(opened_again=False, used_at__lte=now - timedelta(days=settings.PACK_UNOPENED_DAYS))
        return self.filter(unopened | Q(used_at__lte=now - timedelta(days=settings.PACK_DAYS)))


class OpeningListQuerySet(models.QuerySet["OpeningList"]):
    """Queries for lists of openings."""

    def empty_too_long(self) -> Self:
        """The lists without packs that weren't used for EMPTY_LIST_DAYS. A query."""
        return self.filter(links__isnull=True, used_at__lte=timezone.now() - timedelta(days=EMPTY_LIST_DAYS))


class Pack(models.Model):
    """A saved pack. Its texts are in its versions; `used_at` is when somebody last saved or kept it."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    created_at = models.DateTimeField(db_default=Now())
    used_at = models.DateTimeField(db_default=Now(), db_index=True)
    first_posted_on = models.DateField(
        null=True, blank=True, help_text="The day its first file for job sites was made."
    )
    opened_again = models.BooleanField(
        default=False,
        db_default=True,
        help_text="Whether somebody came back to it after its first hour.",
    )
    template_json = models.TextField(
        default="", editable=False, help_text="The kit that it was made from, if that wasn’t an edition."
    )
    state = models.CharField(
        max_length=9,
        choices=OpeningState.list_choices(),
        default=OpeningState.DRAFT,
        db_default=OpeningState.DRAFT.value,
    )
    holder = models.CharField(
        max_length=LONGEST_NAME,
        blank=True,
        default="",
        db_default="",
        help_text="The person who has it now, as entered.",
    )
    archived_at = models.DateTimeField(null=True, blank=True)

    company = models.ForeignKey(
        "company.Profile",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="packs",
        help_text="The company profile that it started from.",
    )
    company_number = models.PositiveIntegerField(
        default=0, db_default=0, help_text="The version of that profile whose changes it has seen."
    )

    objects = PackQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(used_at__gte=F("created_at")), name="pack_used_after_created"),
            models.CheckConstraint(condition=Q(state__in=[*OpeningState]), name="pack_state_is_known"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def expires_at(self) -> datetime:
        """The moment it stops working unless somebody saves or keeps it before, in UTC. A pack never opened again has
        less time.
        """
        days = settings.PACK_DAYS if self.opened_again else min(settings.PACK_DAYS, settings.PACK_UNOPENED_DAYS)
        return self.used_at + timedelta(days=days)

    @property
    def is_expired(self) -> bool:
        """Whether the pack's time is over. Its rows may still be there until `expire_packs` deletes them."""
        return timezone.now() >= self.used_at + timedelta(days=settings.PACK_DAYS)

    @property
    def expires_soon(self) -> bool:
        """Whether the pack's time is over so soon that its page should warn."""
        warned_from = timedelta(days=settings.PACK_DAYS - settings.PACK_WARNING_DAYS)
        return timezone.now() >= self.used_at + warned_from

    def note_opening(self) -> None:
        """Store that somebody came back to the pack, where its first hour is over and this isn't stored yet."""
        if not self.opened_again and timezone.now() > self.used_at + FIRST_HOUR:
            self.opened_again = True
            self.save(update_fields=["opened_again"])

    def has_other_links(self) -> bool:
        """Whether links other than its own edit link open the pack: to read, to suggest, or from a list. One query."""
        own = Q(access=Access.EDIT, opening_list__isnull=True)
        return self.links.filter(revoked_at__isnull=True).exclude(own).exists()

    def current(self) -> "Version":
        """The newest version that wasn't set aside, which every pack has. One query."""
        return self.versions.filter(beside__isnull=True).latest("number")


class Version(models.Model):
    """What a pack said after a save; only versions hold texts.

    `beside` is set where another save came first: it is the number of the version on which this one was based. Such a
    version is set aside and was never the current one.
    """

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    saved_at = models.DateTimeField(default=timezone.now)
    beside = models.PositiveIntegerField(null=True, blank=True)
    description_json = models.TextField()
    plan_json = models.TextField(null=True, blank=True)
    credited_to = models.CharField(
        max_length=LONGEST_NAME,
        blank=True,
        default="",
        db_default="",
        help_text="The person whose suggestion it accepted.",
    )

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
        """The job description, decoded on first use and then kept. Raises msgspec.ValidationError where it no longer
        fits the type.
        """
        return msgspec.json.decode(self.description_json, type=JobDescription)

    @cached_property
    def plan(self) -> InterviewPlan | None:
        """The interview plan, decoded on first use and then kept; None where nobody has planned yet. Raises
        msgspec.ValidationError where it no longer fits the type.
        """
        return None if self.plan_json is None else msgspec.json.decode(self.plan_json, type=InterviewPlan)


class OpeningList(models.Model):
    """A list of packs that one link opens, with its name and the SHA-256 of its token. Its links say which packs."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.CharField(max_length=LONGEST_NAME, blank=True, default="")
    token_hash = models.CharField(max_length=64)
    used_at = models.DateTimeField(db_default=Now(), db_index=True)

    objects = OpeningListQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="list_hash_once"),
            models.CheckConstraint(condition=Q(token_hash__regex="^[0-9a-f]{64}$"), name="list_hash_is_sha256"),  # noqa: S106 a pattern
        ]

    def __str__(self) -> str:
        return self.name or str(self.pk)


class Link(models.Model):
    """A link to a pack. Only the SHA-256 of its token is stored, so that the rows open nothing.

    A link that was turned off stays, so that its page can say so, until the pack is deleted. A list's link to a pack is
    deleted when the pack leaves the list.
    """

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="links")
    opening_list = models.ForeignKey(OpeningList, on_delete=models.CASCADE, null=True, blank=True, related_name="links")
    access = models.CharField(max_length=7, choices=Access.list_choices())
    number = models.PositiveIntegerField(help_text="Counts the pack’s links of its kind.")
    token_hash = models.CharField(max_length=64)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["token_hash"], name="link_hash_once"),
            models.UniqueConstraint(fields=["pack", "access", "number"], name="link_number_once_per_pack_and_access"),
            models.UniqueConstraint(
                fields=["pack", "access"],
                condition=Q(revoked_at__isnull=True, opening_list__isnull=True),
                name="link_one_live_per_access",
            ),
            models.UniqueConstraint(fields=["pack", "opening_list"], name="link_once_per_pack_and_list"),
            models.CheckConstraint(
                condition=Q(opening_list__isnull=True) | Q(access=Access.EDIT), name="link_of_a_list_edits"
            ),
            models.CheckConstraint(condition=Q(token_hash__regex="^[0-9a-f]{64}$"), name="link_hash_is_sha256"),  # noqa: S106 a pattern
            models.CheckConstraint(condition=Q(access__in=[*Access]), name="link_access_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.access} link {self.number}"


class SuggestionState(Choice):
    """How a suggestion was settled; OPEN until then."""

    OPEN = "open", _("Open")
    ACCEPTED = "accepted", _("Accepted")
    DECLINED = "declined", _("Declined")


class SuggestionKind(Choice):
    """What a suggestion asks for: other words for a part, a line after it, or its removal."""

    WORDS = "words", _("Say it this way")
    ADD = "add", _("Add a line after it")
    DROP = "drop", _("Take it out")


class Suggestion(models.Model):
    """A colleague's suggestion on one part of a pack, under a name that nobody checks.

    `key` names the part as in packs/pages/saved/changes.py, and `was` is its text then. `words` is what the part or a
    new line should say, "" for a comment and for a removal. `settled_in` is the version that accepted it.
    """

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="suggestions")
    made_at = models.DateTimeField(default=timezone.now)
    name = models.CharField(max_length=LONGEST_NAME)
    key = models.CharField(max_length=LONGEST_NAME)
    kind = models.CharField(
        max_length=5,
        choices=SuggestionKind.list_choices(),
        default=SuggestionKind.WORDS,
        db_default=SuggestionKind.WORDS.value,
    )
    was = models.TextField()
    words = models.TextField(blank=True)
    comment = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=SuggestionState.list_choices(), default=SuggestionState.OPEN)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_in = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(words="", comment="") | Q(kind=SuggestionKind.DROP), name="suggestion_says_something"
            ),
            models.CheckConstraint(condition=Q(kind__in=[*SuggestionKind]), name="suggestion_kind_is_known"),
            models.CheckConstraint(
                condition=Q(kind=SuggestionKind.WORDS) | Q(kind=SuggestionKind.ADD) & ~Q(words="") | Q(words=""),
                name="suggestion_words_fit_its_kind",
            ),
            models.CheckConstraint(condition=Q(state__in=[*SuggestionState]), name="suggestion_state_is_known"),
            models.CheckConstraint(
                condition=Q(state=SuggestionState.OPEN, settled_at__isnull=True)
                | (~Q(state=SuggestionState.OPEN) & Q(settled_at__isnull=False)),
                name="suggestion_settled_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.key}"

    @property
    def is_change(self) -> bool:
        """Whether it suggests other words, a new line or the removal of a line, and isn't only a comment."""
        return bool(self.words) or self.kind == SuggestionKind.DROP


class Approval(models.Model):
    """The approval of one version of a pack by somebody, under a name that nobody checks."""

    pack = models.ForeignKey(Pack, on_delete=models.CASCADE, related_name="approvals")
    version = models.PositiveIntegerField()
    name = models.CharField(max_length=LONGEST_NAME)
    approved_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["pack", "version", "name"], name="approval_once_per_version_and_name"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"
