"""The editors' desk for roles: the working copy with its parts, authors, sources and the audit log."""

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse

from roles.admin import texts
from roles.admin.board import dashboard
from roles.admin.board.calendar import list_weeks
from roles.admin.board.use import UsePage
from roles.admin.deleting import DeletingPages
from roles.admin.editions import EditionPages
from roles.admin.files import KitFilePages
from roles.admin.library.pages import LibraryPages
from roles.admin.part_pages.pages import PartPages
from roles.admin.publishing import PublishingPages
from roles.admin.reviewing.pages import ReviewingPages
from roles.admin.several import SeveralPages
from roles.admin.shared import SharedAdmin
from roles.admin.texts import Helped
from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source


@admin.register(Author)
class AuthorAdmin(Helped, SharedAdmin):
    """The desk of authors. Readers see a change of an author once each role that credits them is published again."""

    help_texts = texts.AUTHOR_TEXTS
    list_display = ["name", "kind", "headline"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Source)
class SourceAdmin(Helped, SharedAdmin):
    """The desk of sources. Readers see a change of a source once each role that cites it is published again."""

    help_texts = texts.SOURCE
    list_display = ["publisher", "title", "period", "retrieved_on"]
    search_fields = ["publisher", "title"]


@admin.register(Role)
class RoleAdmin(
    Helped,
    PartPages,
    PublishingPages,
    SeveralPages,
    EditionPages,
    KitFilePages,
    LibraryPages,
    DeletingPages,
    ReviewingPages,
    UsePage,
):
    """The desk of roles: the working copy with all its parts, its files, its publishing and its history."""

    help_texts = texts.ROLE_TEXTS
    list_pages = {
        "board": "board/",
        "use": "use/",
        "deleted": "deleted/",
        "upload": "import/",
        "publish_several": "publish-several/",
        "unpublish_several": "unpublish-several/",
        **LibraryPages.library_pages,
        "split_pasted": "split/",
    }
    role_pages = {
        **PartPages.part_pages,
        **PublishingPages.publishing_pages,
        **EditionPages.edition_pages,
        **ReviewingPages.reviewing_pages,
        "export": "export/",
    }
    actions = ["export_all", "publish_selected", "unpublish_selected"]
    list_display = ["title", "family", "author", "newest_edition", "is_draft"]
    list_filter = ["family"]
    list_select_related = ["author"]
    search_fields = ["title", "short_title", "slug"]
    change_list_template = "admin/roles/role/change_list.html"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Role]:
        """A query for roles, each with the number and version of its newest edition."""
        newest = Edition.objects.filter(role=OuterRef("pk")).order_by("-number")
        numbers = {"number": Subquery(newest.values("number")[:1]), "made_of": Subquery(newest.values("version")[:1])}
        return super().get_queryset(request).annotate(**numbers)

    @admin.display(description="Newest edition", ordering="number", empty_value="Never published")
    def newest_edition(self, role: Role) -> int | None:
        """The number of the newest edition, which the list's query has read; None where the role
        was never published.
        """
        number: int | None = role.number  # type: ignore[attr-defined] # annotated in get_queryset
        return number

    @admin.display(description="All published", boolean=True)
    def is_draft(self, role: Role) -> bool:
        """Whether all is published: the newest edition was made from the working copy as it stands."""
        return bool(role.made_of == role.version)  # type: ignore[attr-defined] # annotated in get_queryset

    def board(self, request: HttpRequest) -> HttpResponse:
        """The page of what is due, what waits, and what readers use. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        context = {"panels": dashboard.list_panels(), "weeks": list_weeks()}
        return self.render_desk_page(request, None, "board", "Freshness board", **context)


@admin.register(LogEntry)
class LogEntryAdmin(admin.ModelAdmin):
    """The audit log of who did what and when, which can only be read."""

    list_display = ["action_time", "user", "content_type", "object_repr", "action_flag", "__str__"]
    list_filter = ["action_time", "content_type", "action_flag"]
    list_select_related = ["user", "content_type"]
    search_fields = ["object_repr", "change_message", "user__username"]
    date_hierarchy = "action_time"

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Always False: entries come from what is done on the desk."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        """Always False: entries of the log can't be changed."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: LogEntry | None = None) -> bool:
        """Always False: entries of the log can't be deleted."""
        return False
