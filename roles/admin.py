"""The editors' desk for roles: the working copy, its preview and its editions."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse

from roles.admin_forms import PublishForm
from roles.admin_parts import RolePartInline, RolePartTable, role_inline, role_inlines
from roles.difference import difference
from roles.faults import KitError
from roles.models import (
    Author,
    Comparison,
    DayItem,
    Edition,
    Faq,
    Level,
    Outcome,
    Responsibility,
    Role,
    Skill,
    Source,
    TemplateLine,
)
from roles.publishing import NothingToPublishError, newest_edition, publish, restore, unpublish
from roles.rows import gather
from roles.views import role_context


@role_inline
class TemplateLineInline(RolePartTable):
    model = TemplateLine


@role_inline
class ResponsibilityInline(RolePartTable):
    model = Responsibility


@role_inline
class SkillInline(RolePartTable):
    model = Skill


@role_inline
class LevelInline(RolePartTable):
    model = Level


@role_inline
class FaqInline(RolePartInline):
    model = Faq
    show_change_link = False
    prepopulated_fields = {"slug": ["question"]}


@role_inline
class DayItemInline(RolePartTable):
    model = DayItem


@role_inline
class OutcomeInline(RolePartTable):
    model = Outcome


@role_inline
class ComparisonInline(RolePartInline):
    model = Comparison
    show_change_link = False


@admin.register(Author)
class AuthorAdmin(admin.ModelAdmin):
    list_display = ["name", "kind", "headline"]
    search_fields = ["name"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(Source)
class SourceAdmin(admin.ModelAdmin):
    list_display = ["publisher", "title", "period", "retrieved_on"]
    search_fields = ["publisher", "title"]


@admin.register(Role)
class RoleAdmin(admin.ModelAdmin):
    """The working copy of one role, with its preview, publishing and history."""

    list_display = ["title", "family", "author"]
    list_filter = ["family"]
    list_select_related = ["author"]
    search_fields = ["title", "short_title", "slug"]
    prepopulated_fields = {"slug": ["title"]}
    change_form_template = "admin/roles/role/change_form.html"
    fieldsets = [
        ("Overview", {"fields": ["title", "short_title", "slug", "aliases", "family", "summary", "overview"]}),
        (
            "Headline figures",
            {
                "fields": [
                    ("base_low", "base_high"),
                    ("total_low", "total_high", "currency"),
                    ("experience_min", "experience_max", "demand"),
                    ("figures_year", "figures_area"),
                    "figures_source",
                ]
            },
        ),
        ("Notes beside the tables", {"fields": ["responsibilities_intro", "skills_note", "benchmarks_note"]}),
        ("Career", {"fields": ["career_path", "how_to_become", "related"]}),
        ("Author", {"fields": ["author", "credit"]}),
    ]

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> list[Any]:
        """Every app's parts, once the role itself is there."""
        return [*role_inlines()] if obj else []

    def get_urls(self) -> list[URLPattern]:
        """The desk's own pages beside Django's."""
        pages: list[tuple[str, str, Callable[..., HttpResponse]]] = [
            ("preview", "preview/", self.preview),
            ("publish", "publish/", self.publish),
            ("unpublish", "unpublish/", self.unpublish),
            ("editions", "editions/", self.editions),
            ("edition", "editions/<int:number>/", self.edition),
        ]
        own = [
            path(f"<int:pk>/{route}", self.admin_site.admin_view(view), name=f"roles_role_{name}")
            for name, route, view in pages
        ]
        return [*own, *super().get_urls()]

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The role page as it would look now, or what keeps it from being whole."""
        role = self._role(request, pk)
        try:
            kit = gather(role)
        except KitError as error:
            return self._page(request, role, "preview_faults", faults=error.faults)
        neighbours = [*Edition.objects.live().filter(slug__in=kit.mentions()).cards()]
        return render(request, "roles/role_detail.html", role_context(kit, None, log=[], neighbours=neighbours))

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Show what would change, ask for a note, and publish now or at a time."""
        role = self._role(request, pk)
        form = PublishForm(request.POST or None)
        faults, changes = [], []
        try:
            kit, newest = gather(role), newest_edition(role)
            changes = difference(newest.kit, kit) if newest else []
            if request.method == "POST" and form.is_valid():
                edition = publish(role, by=request.user, **form.cleaned_data)  # type: ignore[arg-type] # a signed-in user
                messages.success(request, f"Published: {edition}. Live from {edition.live_from:%B %-d, %Y, %H:%M} UTC.")
                return redirect("admin:roles_role_change", pk)
        except KitError as error:
            faults = error.faults
        except NothingToPublishError:
            form.add_error(None, "Nothing has changed since the live edition.")
        return self._page(request, role, "publish", form=form, faults=faults, changes=changes)

    def unpublish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask, then take the role off the site."""
        role = self._role(request, pk)
        if request.method != "POST":
            return self._page(request, role, "unpublish")
        taken = unpublish(role)
        messages.success(request, f"{role} is off the site." if taken else f"{role} was not on the site.")
        return redirect("admin:roles_role_change", pk)

    def editions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Every edition of the role, newest first."""
        role = self._role(request, pk)
        editions = role.editions.cards().select_related("published_by").order_by("-number")
        return self._page(request, role, "editions", editions=editions)

    def edition(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """What an edition changed, and a button that restores it."""
        role = self._role(request, pk)
        edition = get_object_or_404(role.editions, number=number)
        if request.method == "POST":
            try:
                restored = restore(edition, note=f"Restored edition {number}", by=request.user)  # type: ignore[arg-type]
            except NothingToPublishError:
                messages.info(request, "The live edition already says the same.")
                return redirect("admin:roles_role_editions", pk)
            messages.success(request, f"{restored} now says what edition {number} said.")
            return redirect("admin:roles_role_editions", pk)
        before = role.editions.filter(number=number - 1).first()
        changes = difference(before.kit, edition.kit) if before else []
        return self._page(request, role, "edition", edition=edition, changes=changes)

    def _role(self, request: HttpRequest, pk: int) -> Role:
        role = get_object_or_404(Role, pk=pk)
        if not self.has_change_permission(request, role):
            raise PermissionDenied
        return role

    def _page(self, request: HttpRequest, role: Role, name: str, **context: object) -> HttpResponse:
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": role,
            "title": f"{role}: {name.replace('_', ' ')}",
            "back": reverse("admin:roles_role_change", args=[role.pk]),
            **context,
        }
        return render(request, f"admin/roles/role/{name}.html", context)
