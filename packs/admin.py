"""Saved openings on the desk, for a company that hosts its own: there where EDITORS_SEE_OPENINGS says so."""

from typing import Any

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.safestring import SafeString

from packs.description.posting import build_posting
from packs.description.value import JobDescription
from packs.description.wording import format_day
from packs.documents.posting import build_document
from packs.documents.text_writer import write_text
from packs.models import Pack, Version
from packs.store.lists import MOST_OPENINGS, create_list, put_on_list

OPENED = "Opened from a list on the desk"


@admin.register(Pack)
class PackAdmin(admin.ModelAdmin):
    """Every opening, the last used first, to be read. Editors change openings through a list of them."""

    list_display = ["title", "company", "place", "state", "holder", "deadline", "changed"]
    list_display_links = ["title"]
    list_filter = ["state", ("archived_at", admin.EmptyFieldListFilter)]
    list_per_page = 50
    search_fields = ["holder"]
    ordering = ["-used_at"]
    fields = ["state", "holder", "archived_at", "created_at", "used_at", "text"]
    readonly_fields = ["text"]
    actions = ["open_as_list"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Pack]:
        """A query for the packs, each with the JSON of its current version and when that was saved."""
        current = Version.objects.filter(pack=OuterRef("pk"), beside__isnull=True).order_by("-number")
        said, at = (Subquery(current.values(name)[:1]) for name in ("description_json", "saved_at"))
        return super().get_queryset(request).annotate(said=said, changed_at=at)

    def has_view_permission(self, request: HttpRequest, obj: Pack | None = None) -> bool:
        """Whether the visitor may see packs. Nobody may, unless EDITORS_SEE_OPENINGS is set."""
        return settings.EDITORS_SEE_OPENINGS and super().has_view_permission(request, obj)

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor sees packs in the desk's menu: whoever may view them."""
        return self.has_view_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Always False: packs are made in the workbench."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Pack | None = None) -> bool:
        """Always False: packs are changed in the workbench."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Pack | None = None) -> bool:
        """Always False: packs are deleted in the workbench or when their time is over."""
        return False

    @admin.display(description="Title")
    def title(self, pack: Any) -> str:
        """The job's title in the current version, or words for a pack without one."""
        return _read_said(pack).title or "Without a title"

    @admin.display(description="Company")
    def company(self, pack: Any) -> str:
        """The company's name in the current version, "" without one."""
        return _read_said(pack).company

    @admin.display(description="Place")
    def place(self, pack: Any) -> str:
        """The places in the current version in words, "" without one."""
        return "; ".join(map(str, _read_said(pack).places))

    @admin.display(description="Deadline")
    def deadline(self, pack: Any) -> str:
        """The last day to apply, in words; "" without one."""
        return format_day(_read_said(pack).deadline)

    @admin.display(description="Last change", ordering="changed_at")
    def changed(self, pack: Any) -> Any:
        """The moment of the current version's save, in UTC."""
        return pack.changed_at

    @admin.display(description="What it says")
    def text(self, pack: Any) -> SafeString:
        """The job description as plain text, escaped, in a `pre` element."""
        document = build_document(build_posting(_read_said(pack)))
        return format_html('<div class="readonly">{}</div>', format_html("<pre>{}</pre>", write_text(document)))

    @admin.action(description="Open the selected openings as a list", permissions=["view"])
    def open_as_list(self, request: HttpRequest, queryset: QuerySet[Pack]) -> HttpResponse | None:
        """Store a list of the selected openings, log it for each, and redirect to the list. Returns None, after a
        message, for more than MOST_OPENINGS.

        The list's page can share its link, renew it and delete the list.
        """
        packs = [*queryset]
        if len(packs) > MOST_OPENINGS:
            messages.error(request, f"A list can have at most {MOST_OPENINGS} openings. Select fewer.")
            return None
        opening_list, token = create_list("From the desk")
        put_on_list(opening_list, token, packs)
        for pack in packs:
            self.log_change(request, pack, OPENED)
        return redirect("openings", token)


def _read_said(pack: Any) -> JobDescription:
    return Version(description_json=pack.said).description
