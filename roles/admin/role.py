"""The editors' desk for roles: the working copy with its parts, authors, sources and the audit log."""

from typing import Any

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from roles.admin import texts
from roles.admin.base import describe_state
from roles.admin.board import dashboard
from roles.admin.board.calendar import list_weeks
from roles.admin.board.use import UsePage
from roles.admin.deleting import DeletingPages
from roles.admin.editions import EditionPages
from roles.admin.files import KitFilePages
from roles.admin.forms import VersionedForm
from roles.admin.inlines import role_inlines
from roles.admin.publishing import PublishingPages
from roles.admin.reviewing.pages import ReviewingPages
from roles.admin.several import SeveralPages
from roles.admin.shared import SharedAdmin
from roles.admin.texts import Helped
from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source


@admin.register(Author)
class AuthorAdmin(Helped, SharedAdmin):
    """The desk of authors. A role's page shows its author as published: readers see a change with the next edition."""

    used_as = ["author"]
    help_texts = texts.AUTHOR_TEXTS
    list_display = ["name", "kind", "headline"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Source)
class SourceAdmin(Helped, SharedAdmin):
    """The desk of sources. A role's page cites those of its figures as published: readers see a change with the next
    edition.
    """

    used_as = ["figures_source", "benchmarks__source"]
    help_texts = texts.SOURCE
    list_display = ["publisher", "title", "period", "retrieved_on"]
    search_fields = ["publisher", "title"]


@admin.register(Role)
class RoleAdmin(
    Helped, PublishingPages, SeveralPages, EditionPages, KitFilePages, DeletingPages, ReviewingPages, UsePage
):
    """One role, one desk: the working copy with every part, its files, its publishing and its history."""

    form = VersionedForm
    help_texts = texts.ROLE_TEXTS
    list_pages = {
        "board": "board/",
        "use": "use/",
        "deleted": "deleted/",
        "upload": "import/",
        "publish_several": "publish-several/",
    }
    role_pages = {
        **PublishingPages.publishing_pages,
        **EditionPages.edition_pages,
        **ReviewingPages.reviewing_pages,
        "export": "export/",
    }
    actions = ["export_all", "publish_selected"]
    list_display = ["title", "family", "author", "newest_edition", "is_draft"]
    list_filter = ["family"]
    list_select_related = ["author"]
    search_fields = ["title", "short_title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    save_on_top = True
    change_form_template = "admin/roles/role/change_form.html"
    change_list_template = "admin/roles/role/change_list.html"
    fieldsets = [
        (
            "Overview",
            {
                "fields": [
                    *["title", "short_title", "slug", "aliases", "family", "summary", "overview"],
                    "seen_version",
                ]
            },
        ),
        (
            "Headline figures",
            {
                "fields": [
                    ("base_low", "base_high", "base_kind"),
                    ("total_low", "total_high", "currency"),
                    ("experience_min", "experience_max", "demand"),
                    ("figures_year", "figures_area"),
                    "figures_source",
                ]
            },
        ),
        (
            "Notes beside the tables",
            {"fields": ["responsibilities_intro", "skills_note", "occupations_reason", "benchmarks_note"]},
        ),
        ("Career", {"fields": ["career_path", "how_to_become", "related"]}),
        ("Author", {"fields": ["author", "credit"]}),
    ]

    class Media:
        js = ["js/drag.js", "js/desk.js"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        """Roles with what the list says of their newest edition, in the same query."""
        newest = Edition.objects.filter(role=OuterRef("pk")).order_by("-number")
        numbers = {"number": Subquery(newest.values("number")[:1]), "made_of": Subquery(newest.values("version")[:1])}
        return super().get_queryset(request).annotate(**numbers)

    @admin.display(description="Newest edition", ordering="number", empty_value="Never published")
    def newest_edition(self, role: Role) -> int | None:
        """The number of the newest edition."""
        number: int | None = role.number  # type: ignore[attr-defined] # annotated in get_queryset
        return number

    @admin.display(description="All published", boolean=True)
    def is_draft(self, role: Role) -> bool:
        """Whether nothing was saved since the newest edition."""
        return bool(role.made_of == role.version)  # type: ignore[attr-defined] # annotated in get_queryset

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> list[Any]:
        """Every app's parts, once the role itself is there."""
        return [*role_inlines()] if obj else []

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The desk, with what is on the site and what waits."""
        role = self.get_object(request, object_id)
        context = {
            **(describe_state(role) if role else {}),
            "may_publish": self.has_publish_permission(request),
            **(extra_context or {}),
        }
        return super().change_view(request, object_id, form_url, context)

    def save_model(self, request: HttpRequest, obj: Role, form: Any, change: bool) -> None:
        """Save, and count the change, so that `version` says which state a form was made from."""
        super().save_model(request, obj, form, change)
        obj.count_save()

    def response_add(self, request: HttpRequest, obj: Role, post_url_continue: str | None = None) -> HttpResponse:
        """Go on to the parts of a new role."""
        answer = super().response_add(request, obj, post_url_continue)
        onwards = "_addanother" in request.POST or "_popup" in request.POST or not self.has_change_permission(request)
        return answer if onwards else redirect(self.build_back_address(obj))

    def board(self, request: HttpRequest) -> HttpResponse:
        """The board of what is due, what waits, and what is read. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {"panels": dashboard.list_panels(), "weeks": list_weeks()}
        return self.render_desk_page(request, None, "board", "Freshness board", **context)


@admin.register(LogEntry)
class LogEntryAdmin(admin.ModelAdmin):
    """The audit log: who did what and when. Nobody changes it."""

    list_display = ["action_time", "user", "content_type", "object_repr", "action_flag", "__str__"]
    list_filter = ["action_time", "content_type", "action_flag"]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr", "change_message", "user__username"]
    date_hierarchy = "action_time"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds an entry by hand: what is done on the desk adds it."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        """Entries stay as they are."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        """Nobody deletes an entry."""
        return False
