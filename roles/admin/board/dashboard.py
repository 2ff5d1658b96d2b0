"""The freshness board: what an editor should see to. Each app adds the panels of its own parts."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import msgspec
from django.db.models import DateField, F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Cast, Coalesce, Greatest
from django.urls import reverse
from django.utils import timezone

from roles.app_parts import list_parts
from roles.models.edition import Edition
from roles.models.teamwork import Review
from roles.models.working_copy import Role, Source

REVIEW_ROLE_EVERY = timedelta(days=180)
REVIEW_SOURCE_EVERY = timedelta(days=365)
SOON = timedelta(days=30)
MOST_ROWS = 50


class PanelRow(msgspec.Struct, frozen=True):
    """A line of a panel: what it is about, where to see to it, and what it says."""

    name: str
    link: str
    says: str


class Panel(msgspec.Struct, frozen=True):
    """A panel of the board: its heading, what to do, its lines, and what it says without any."""

    heading: str
    advice: str
    rows: list[PanelRow]
    empty: str = "Nothing needs attention."


def list_panels() -> Iterator[Panel]:
    """Build the panels of every app, those of roles last. Each panel runs its own queries as it is reached."""
    return (panel() for parts in list_parts() for panel in parts.panels)


def word_due(on: date) -> str:
    """When something is due: "Due on March 5, 2027", or "Overdue since" that day."""
    days = (on - timezone.localdate()).days
    return f"Due on {on:%B %-d, %Y}" if days >= 0 else f"Overdue since {on:%B %-d, %Y}"


def page_of(row: Role | Source) -> str:
    """The path of the admin page on which a row is changed."""
    return reverse(f"admin:{row._meta.label_lower.replace('.', '_')}_change", args=[row.pk])


def list_reviewed() -> QuerySet[Role]:
    """A query for the roles on the site, each with `seen_on`: the day of its last review or of its live edition,
    whichever is later.
    """
    live = Edition.objects.live().filter(role=OuterRef("pk"))
    published = live.annotate(on=Cast("published_at", DateField())).values("on")
    roles = Role.objects.annotate(published_on=Subquery(published)).filter(published_on__isnull=False)
    return roles.annotate(seen_on=Greatest("published_on", Coalesce("reviewed_on", "published_on")))


def roles_to_review() -> Panel:
    """A panel of roles that nobody has reviewed or published for REVIEW_ROLE_EVERY, or will not have within SOON:
    MOST_ROWS at most. One query.
    """
    before = timezone.localdate() - REVIEW_ROLE_EVERY + SOON
    annotated: Any = list_reviewed()  # the stubs don't know its seen_on
    roles = annotated.filter(seen_on__lte=before).order_by("seen_on", "title").only("title")[:MOST_ROWS]
    rows = [PanelRow(role.title, page_of(role), word_due(role.seen_on + REVIEW_ROLE_EVERY)) for role in roles]
    advice = f"Every {REVIEW_ROLE_EVERY.days} days. Publish what has changed, or mark the role as reviewed."
    return Panel("Roles to review", advice, rows)


def sources_to_review() -> Panel:
    """A panel of sources read more than REVIEW_SOURCE_EVERY ago, or that will be within SOON: the oldest first,
    MOST_ROWS at most. One query.
    """
    before = timezone.localdate() - REVIEW_SOURCE_EVERY + SOON
    sources = Source.objects.filter(retrieved_on__lte=before).order_by("retrieved_on")[:MOST_ROWS]
    rows = [
        PanelRow(str(source), page_of(source), word_due(source.retrieved_on + REVIEW_SOURCE_EVERY))
        for source in sources
    ]
    advice = f"Every {REVIEW_SOURCE_EVERY.days} days. Read the source again, correct the figures, and update its date."
    return Panel("Sources to read again", advice, rows)


def reviews_to_answer() -> Panel:
    """A panel of roles that wait for a reviewer's answer, then of roles that were sent back and not put up for review
    again. Two queries.
    """
    waiting = Review.objects.open().select_related("role", "reviewer")[:MOST_ROWS]
    rows = [PanelRow(review.role.title, page_of_review(review), f"Waiting for {review.reviewer}") for review in waiting]
    newest = Review.objects.filter(role=OuterRef("role")).order_by("-asked_at").values("pk")[:1]
    back = Review.objects.filter(pk=Subquery(newest), answer=Review.Answer.SENT_BACK)
    rows += [
        PanelRow(review.role.title, page_of_review(review), f"Sent back to {review.asked_by}")
        for review in back.select_related("role", "asked_by")[:MOST_ROWS]
    ]
    return Panel("Reviews", "Requested and not answered yet, or sent back.", rows, empty="No review is open.")


def page_of_review(review: Review) -> str:
    """The path of the page with a review's role, its remarks and its reviews."""
    return reverse("admin:roles_role_review", args=[review.role_id])


def build_drafts_panel() -> Panel:
    """A panel of roles whose working copy was saved after their newest edition, or that were never published: by title,
    MOST_ROWS at most. One query.
    """
    newest = Edition.objects.filter(role=OuterRef("pk")).order_by("-number")
    roles = Role.objects.annotate(
        number=Subquery(newest.values("number")[:1]), of=Subquery(newest.values("version")[:1])
    )
    waiting = roles.exclude(version=F("of"), number__isnull=False).order_by("title").only("title")[:MOST_ROWS]
    rows = [
        PanelRow(
            role.title, page_of(role), f"Changed since edition {role.number}" if role.number else "Never published"
        )
        for role in waiting
    ]
    return Panel("Waiting drafts", "Saved but not published.", rows)


def build_scheduled_panel() -> Panel:
    """A panel of editions that go live later, the next one first, MOST_ROWS at most. One query."""
    editions = Edition.objects.cards().filter(live_from__gt=timezone.now()).order_by("live_from")[:MOST_ROWS]
    rows = [
        PanelRow(
            str(edition),
            reverse("admin:roles_role_editions", args=[edition.role_id]),
            f"{edition.live_from:%B %-d, %Y, %H:%M} UTC",
        )
        for edition in editions
    ]
    return Panel("Scheduled", "These go live automatically.", rows)
