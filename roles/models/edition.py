"""Editions: a role's kit as readers see it, kept forever, each live for a period."""

from datetime import datetime
from functools import cached_property
from typing import NamedTuple, Self

import msgspec
from django.conf import settings
from django.db import models
from django.db.models import Case, F, OuterRef, Q, Subquery, When
from django.db.models.functions import Now
from django.urls import reverse

from roles.fields import LineField, LinesField, MoneyField, YearsField
from roles.kit.choices import Demand, HeadlineKind, Language
from roles.kit.figures import KitPay, fill_pay_tags
from roles.kit.value import Kit
from roles.models.working_copy import Role
from web.language import ENGLISH, address_language


def live_at(moment: datetime | Now) -> Q:
    """A condition for editions that are live at a moment, or by the database's clock for Now()."""
    return Q(live_from__lte=moment) & (Q(live_until__isnull=True) | Q(live_until__gt=moment))


# The same of now, for a statement that is written by hand.
LIVE = "live_from <= statement_timestamp() AND (live_until IS NULL OR live_until > statement_timestamp())"


class Translation(NamedTuple):
    """A kit in another language: its slug, its language, and the slug of the kit that it translates."""

    slug: str
    language: str
    translates: str


_known: dict[str, Translation] = {}  # by slug


def note_translations(text: str) -> None:
    """Keep in this process which live kits are in other languages than English. `text` has the words of each, as
    Translation has them, between commas.
    """
    global _known  # noqa: PLW0603 # one library for the process
    rows = [Translation(*words.split(" ")) for words in text.split(",") if words]
    _known = {row.slug: row for row in rows}


def find_kit_language(slug: str) -> str:
    """The language code of the live kit with this slug, English where it isn't known. Reads what the process keeps,
    without a query.
    """
    return _known[slug].language if slug in _known else ENGLISH


def find_original(slug: str) -> str:
    """The slug of the kit that this one translates, or its own slug. Reads what the process keeps, without a query."""
    return _known[slug].translates if slug in _known else slug


def list_versions(slug: str) -> dict[str, str]:
    """The slugs of a live kit and its translations, by language. Reads what the process keeps, without a query."""
    original = find_original(slug)
    others = {known.language: known.slug for known in _known.values() if known.translates == original}
    return {find_kit_language(original): original, **others}


def list_translated(language: str) -> list[str]:
    """The slugs of the kits that are translated into a language. Reads what the process keeps, without a query."""
    return [known.translates for known in _known.values() if known.language == language]


_shown_roles: tuple[str, ...] = ()


def show_roles(slugs: tuple[str, ...]) -> None:
    """Keep in this process which roles readers are shown, by slug; () for all of them."""
    global _shown_roles  # noqa: PLW0603 # one site for the process
    _shown_roles = slugs


def is_shown(slug: str) -> bool:
    """Whether this site shows readers the role with this slug: all of them, unless the site's company profile names
    some.
    """
    return not _shown_roles or find_original(slug) in _shown_roles


class EditionQuerySet(models.QuerySet["Edition"]):
    """Queries for editions."""

    def live(self, at: datetime | None = None) -> Self:
        """The editions that are live at a moment, by default now: at most one for each role."""
        return self.filter(live_at(at or Now()))

    def shown(self) -> Self:
        """The live editions that the readers of this address are shown: of all roles, unless the site's brand names
        some (see show_roles); in their language, or in English where there is none in theirs.
        """
        language = address_language()
        live = self.live().filter(Q(language=language) | Q(language=ENGLISH) & ~Q(slug__in=list_translated(language)))
        return live.filter(Q(slug__in=_shown_roles) | Q(translates__in=_shown_roles)) if _shown_roles else live

    def cards(self) -> Self:
        """The same editions without their kits, as lists show them; asking one for its kit takes a query."""
        return self.defer("kit_json")

    def shown_with(self, edition: "Edition") -> list["Edition"]:
        """The edition with its kit, the role's earlier editions (newest first), and the live editions of roles that it
        names. One query.
        """
        earlier = Q(role=edition.role_id, number__lte=edition.number)
        shown = self.filter(earlier | live_at(Now()) & Q(slug__in=edition.mentions)).cards().order_by("-number")
        found: list[Edition] = []
        for row in shown.annotate(own_kit=Case(When(pk=edition.pk, then="kit_json"))):
            if row.pk == edition.pk:
                row.kit_json = row.own_kit  # type: ignore[attr-defined] # annotated in the line above
            found.append(row)
        return found


class Edition(models.Model):
    """A published kit that never changes, with its number, note and period. The columns below `kit_json` repeat parts
    of it for lists.
    """

    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="editions")
    number = models.PositiveIntegerField()
    live_from = models.DateTimeField()
    live_until = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField(null=True, help_text="When it goes off the site unless another edition follows.")
    published_at = models.DateTimeField(db_default=Now())
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    publisher = models.CharField(
        max_length=150,
        blank=True,
        db_default="",
        default="",
        help_text="Who published it. The name stays after the account is deleted. Empty if the library was loaded.",
    )
    note = LineField()
    version = models.PositiveIntegerField(default=0, help_text="The working copy’s version that it was made from.")

    kit_json = models.TextField(editable=False)
    slug = models.SlugField(max_length=80)
    language = models.CharField(
        max_length=10,
        choices=Language.list_choices(),
        default=Language.ENGLISH.value,
        db_default=Language.ENGLISH.value,
    )
    translates = models.SlugField(max_length=80, null=True, db_index=False)
    title = LineField()
    short_title = LineField()
    family = LineField()
    summary = LineField()
    author_slug = models.SlugField(max_length=80)
    author_name = LineField()
    mentions = LinesField(help_text="Slugs of the other roles that the page names.")
    demand = models.CharField(max_length=20, choices=Demand.list_choices(), null=True)
    experience_min = YearsField(null=True)
    experience_max = YearsField(null=True)
    base_low = MoneyField(null=True)
    base_high = MoneyField(null=True)
    base_kind = models.CharField(max_length=10, choices=HeadlineKind.list_choices(), db_default=HeadlineKind.BASE.value)
    total_low = MoneyField(null=True)
    total_high = MoneyField(null=True)
    currency = models.CharField(max_length=3)
    figures_year = models.PositiveSmallIntegerField()
    figures_publisher = LineField()
    pay_json = models.TextField(
        db_default="{}", editable=False, help_text="What the role pays, worked out from figures."
    )
    pay_number = models.PositiveIntegerField(db_default=0, editable=False, help_text="How often its pay has changed.")

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ["title", "-number"]
        get_latest_by = "number"
        indexes = [
            models.Index(fields=["slug", "live_from"], name="edition_by_slug"),
            models.Index(fields=["family", "title"], name="edition_by_family"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["role", "number"], name="edition_number_once_per_role"),
            models.UniqueConstraint(
                fields=["role"], condition=Q(live_until__isnull=True), name="edition_one_open_end_per_role"
            ),
            models.CheckConstraint(
                condition=Q(live_until__isnull=True) | Q(live_until__gte=F("live_from")), name="edition_period_runs_on"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"

    def get_absolute_url(self) -> str:
        """The path of the role's page."""
        return reverse("role-detail", args=[self.slug])

    @cached_property
    def kit(self) -> Kit:
        """The kit, decoded on first use and then kept. Raises msgspec.ValidationError where the stored kit no longer
        fits the Kit type.
        """
        return msgspec.json.decode(self.kit_json, type=Kit)

    @cached_property
    def pay(self) -> KitPay:
        """What the role pays, from the figures stored with the edition; decoded on first use and then kept."""
        return msgspec.json.decode(self.pay_json, type=KitPay)

    @cached_property
    def shown_kit(self) -> Kit:
        """The kit with the pay figures filled into its answers, as readers see it. Made on first use and then kept."""
        return fill_pay_tags(self.kit, self.pay)

    @property
    def demand_label(self) -> str:
        """The demand in words, in the current language; "" where the kit gives none."""
        return Demand(self.demand).label if self.demand else ""


def find_first_slug() -> Subquery:
    """A subquery for editions: the slug that the role had first, under which its pay figures are stored."""
    first = Edition.objects.filter(role=OuterRef("role")).order_by("number").values("slug")
    return Subquery(first[:1])
