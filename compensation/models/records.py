"""Raw pay records, and which filed titles count for which role."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import CheckConstraint, OuterRef, Q, Subquery, Sum, UniqueConstraint
from django.db.models.functions import Coalesce

from compensation.models.summaries import PaySummary
from roles.fields import LineField, currency_code
from roles.models.edition import Edition, find_first_slug
from roles.models.working_copy import Role, Source


class PayRecord(models.Model):
    """A published pay record: a job and its annual base pay. It has no column for a person.

    Files bring millions, so a row has only what an import needs: one index, its key, and none on the title, since pages
    read summaries. Triggers in the migrations check that its source exists, once for each statement.
    """

    pk = models.CompositePrimaryKey("source", "case_number")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    case_number = models.CharField(max_length=80, help_text="The source’s own number, or a fingerprint of the row.")
    title = models.CharField(max_length=300, help_text="As filed, in capitals, inner spaces collapsed.")
    soc = models.CharField(max_length=10, blank=True, help_text="Standard Occupational Classification code.")
    employer = models.CharField(max_length=300)
    area = models.CharField(max_length=10, help_text="ISO 3166: US, or US-CA.")
    annual_base = models.DecimalField(max_digits=12, decimal_places=2)
    currency = models.CharField(max_length=3, validators=[currency_code])
    decided_on = models.DateField(null=True, blank=True)
    year = models.CharField(max_length=8, help_text="FY2024 for a US fiscal year, 2024 for a calendar year.")
    quarter = models.PositiveSmallIntegerField(null=True, blank=True)
    imported_in = models.PositiveIntegerField(null=True, blank=True, help_text="The import that added the row.")

    class Meta:
        constraints = [
            CheckConstraint(
                condition=Q(annual_base__gt=0),
                name="pay_record_pays",
                violation_error_message="Annual base pay must be greater than zero.",
            ),
            CheckConstraint(
                condition=Q(quarter__isnull=True) | Q(quarter__range=(1, 4)),
                name="pay_record_quarter",
                violation_error_message="A quarter is 1, 2, 3 or 4.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.case_number}"


class TitleMatches(models.QuerySet["TitleMatch"]):
    """Queries for the titles that count for roles."""

    def with_counts(self) -> "TitleMatches":
        """The same titles, each with `records`: how many summarized records carry it, over all sources and periods."""
        summaries = PaySummary.objects.filter(role=OuterRef("role"), title=OuterRef("title")).order_by()
        counted = summaries.values("title").annotate(records=Sum("n"))
        return self.annotate(records=Coalesce(Subquery(counted.values("records")), 0))


class TitleMatch(models.Model):
    """A filed title that counts for a role. No occupation code can say that: see FiledOccupation."""

    role = models.SlugField(max_length=80, help_text="Slug of the role, for example: technical-product-manager.")
    level = LineField(
        blank=True, help_text="The level that the title itself names, for example: Senior. Otherwise, leave empty."
    )
    title = LineField(max_length=300, help_text="Exactly as filed, in capitals: TECHNICAL PRODUCT MANAGER.")

    objects = TitleMatches.as_manager()

    class Meta:
        verbose_name_plural = "title matches"
        ordering = ["role", "level", "title"]
        constraints = [
            UniqueConstraint(
                fields=["role", "title"],
                name="title_once_per_role",
                violation_error_message="This title already counts for this role.",
            )
        ]
        indexes = [models.Index(fields=["title"], name="title_match_title")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Normalize the title as the importers do, and set the role to the slug under which its figures are kept. Up to
        three queries.

        Raises ValidationError for an unknown role, and for a level that the role doesn't have.
        """
        role = Role.objects.filter(Q(slug=self.role) | Q(editions__slug=self.role)).first()
        if role is None:
            raise ValidationError({"role": f"There is no role “{self.role}.”"})
        if said := find_unknown_level(role, self.level):
            raise ValidationError({"level": said})
        named = Edition.objects.filter(Q(slug=self.role) | Q(role__slug=self.role)).order_by("-pk")
        self.role = named.values_list(find_first_slug(), flat=True).first() or self.role
        self.title = " ".join(self.title.upper().split())


def find_unknown_level(role: Role, level: str | None) -> str:
    """A sentence for editors where the role has no level of this name, otherwise "". One query
    where a level is given.
    """
    levels = role.levels.values_list("name", flat=True) if level else ()
    if not level or level in levels:
        return ""
    return f"No level of the role is named “{level}.” It has: {', '.join(levels) or 'none'}."
