"""The page of a part: its form between the outline and the preview, with its own save."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.options import InlineModelAdmin
from django.core.exceptions import PermissionDenied
from django.db import models
from django.forms import ModelForm
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from roles.admin.base import RoleAdminBase, describe_state, read_row_key
from roles.admin.inlines import DESK_SCRIPTS, Growing
from roles.admin.part_pages.lock import VersionedForm
from roles.admin.part_pages.outline import build_outline
from roles.admin.part_pages.parts import DeskPart, find_next_part, find_part
from roles.admin.part_pages.preview import preview_form
from roles.admin.part_pages.rows import split_rows
from roles.admin.reviewing.remarks import list_open_remarks
from roles.admin.texts import ROLE_TEXTS
from roles.models.working_copy import Role


class PartPage(Growing, admin.ModelAdmin):
    """Base of the admin pages of a role's parts, with an outline, a preview and a button to go on. Each save counts as
    a save of the role, and is refused where somebody has saved the same part meanwhile.
    """

    form = VersionedForm
    change_form_template = "admin/roles/role/part.html"

    class Media:
        js = DESK_SCRIPTS

    def find_role(self, row: Any) -> Role:
        """The role to which the row belongs."""
        role: Role = row.role
        return role

    def find_own_part(self, row: Any) -> DeskPart | None:
        """The part of the outline that this page edits: competencies, unless a subclass has another one."""
        return find_part("competencies")

    def find_back(self, row: Any) -> str:
        """The path to which saving returns, "" where the page belongs to no part."""
        part = self.find_own_part(row)
        return part.find_address(self.find_role(row)) if part else ""

    def find_onward(self, row: Any) -> tuple[str, str] | None:
        """The title and path of the page that comes next, or None."""
        return None

    def find_preview(self, row: Any) -> str:
        """The path to which the form is posted for a preview of the role's page."""
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_typed", args=[row.pk])

    def get_urls(self) -> list[URLPattern]:
        """Django's URL patterns, after the address to which the form is posted for its preview."""
        name = f"{self.opts.app_label}_{self.opts.model_name}_typed"
        view = require_POST(self.admin_site.admin_view(self.preview_typed))
        return [path("<int:pk>/typed/", view, name=name), *super().get_urls()]

    def preview_typed(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer a posted form with the role's page as it would be; nothing is stored. Raises PermissionDenied, and
        Http404 for an unknown row.
        """
        row = get_object_or_404(self.get_queryset(request), pk=pk)
        if not self.has_change_permission(request, row):
            raise PermissionDenied
        return preview_form(self, request, row, self.find_role(row))

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> type[ModelForm]:
        """Django's form class, whose lock also watches the rows in the page's lists."""
        form: type[Any] = super().get_form(request, obj, change=change, **kwargs)
        form.lists = [name_relation(inline) for inline in self.get_inlines(request, obj)]
        return form

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Django's form page, with the role's outline, open remarks and state around the form. This adds several
        queries.
        """
        row = context.get("original")
        if row is not None:
            role, part = self.find_role(row), self.find_own_part(row)
            context |= {
                "here": "",
                "role": role,
                "part": part,
                "part_link": part.find_address(role) if part else "",
                "outline": build_outline(role),
                "onward": self.find_onward(row),
                "remarks": list_open_remarks(role, part),
                "preview": self.find_preview(row),
                "back": self.find_back(row),
                "may_publish": request.user.has_perm("roles.publish_role"),
                "may_change": request.user.has_perm("roles.change_role"),
                **describe_state(role),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: models.Model, form: Any, change: bool) -> None:
        """Save the row, and count a save of its role."""
        super().save_model(request, obj, form, change)
        self.find_role(obj).count_save()

    def delete_model(self, request: HttpRequest, obj: models.Model) -> None:
        """Delete the row, and count a save of its role."""
        role = self.find_role(obj)
        super().delete_model(request, obj)
        role.count_save()

    def response_post_save_change(self, request: HttpRequest, obj: models.Model) -> HttpResponseRedirect:
        """Redirect to the next page where "save and go on" was pressed, otherwise back to the part or the outline."""
        onward = self.find_onward(obj)
        return redirect(onward[1] if onward and "_onward" in request.POST else self.find_back(obj))

    def response_post_save_add(self, request: HttpRequest, obj: models.Model) -> HttpResponseRedirect:
        """Redirect to the page that lists rows of this kind."""
        return redirect(self.find_back(obj))


class RolePartAdmin(PartPage):
    """The page of one part of a role. RoleAdmin makes one for each request; it isn't a registered admin."""

    help_texts = ROLE_TEXTS

    def __init__(self, part: DeskPart, site: AdminSite) -> None:
        super().__init__(Role, site)
        self.part = part

    def get_inlines(self, request: HttpRequest, obj: Role | None) -> list[type[InlineModelAdmin]]:
        """The lists of rows that this part edits, each as an inline; none for a part of plain fields."""
        return [*self.part.inlines]

    def get_fieldsets(self, request: HttpRequest, obj: Role | None = None) -> Any:
        """One set of fields without a heading: the role's own that this part edits, and the version that was seen."""
        return [(None, {"fields": [*self.part.fields, "seen_version"]})]

    def find_role(self, row: Role) -> Role:
        """The row, which is a role already."""
        return row

    def find_own_part(self, row: Role) -> DeskPart:
        """The part for which this page was made."""
        return self.part

    def find_back(self, row: Role) -> str:
        """The path of the role's outline."""
        return reverse("admin:roles_role_change", args=[row.pk])

    def find_onward(self, row: Role) -> tuple[str, str] | None:
        """The title and path of the part that comes next, None after the last one."""
        following = find_next_part(self.part)
        return (following.title, following.find_address(row)) if following else None

    def find_preview(self, row: Role) -> str:
        """The path to which the form is posted to preview this part."""
        return reverse("admin:roles_role_part_typed", args=[row.pk, self.part.name])


class PartPages(RoleAdminBase):
    """The outline of a role on the desk, and a page for each part."""

    part_pages = {"part": "change/<slug:name>/", "part_typed": "change/<slug:name>/typed/"}

    def part(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """The page of the part with this name. A POST saves it and redirects. Raises PermissionDenied, and Http404 for
        an unknown part or role.
        """
        return self._open_part(name).change_view(request, str(pk))

    def part_typed(self, request: HttpRequest, pk: int, name: str) -> HttpResponse:
        """Answer the posted form of a part with the role's page as it would be; nothing is stored. Raises Http404 and
        PermissionDenied.
        """
        if request.method != "POST":
            raise Http404
        return self._open_part(name).preview_typed(request, pk)

    def split_pasted(self, request: HttpRequest) -> JsonResponse:
        """Answer the rows of a pasted list or table as JSON: `{"rows": [[cell, ...], ...]}`. Raises
        PermissionDenied.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        return JsonResponse({"rows": split_rows(request.POST.get("text", ""))})

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Redirect to the page of the ways to start a role. Raises PermissionDenied."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return redirect("admin:new-role")

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The outline of a role. Raises Http404 and PermissionDenied, as `open_role` does."""
        role = self.open_role(request, read_row_key(object_id), self.has_view_permission(request))
        return self.render_desk_page(request, role, "outline", "Desk", outline=build_outline(role))

    def _open_part(self, name: str) -> RolePartAdmin:
        part = find_part(name)
        if part is None:
            raise Http404
        return RolePartAdmin(part, self.admin_site)


def name_relation(inline: type[InlineModelAdmin]) -> str:
    """The name of the relation from a row to the rows of an inline."""
    fields = {field.name: field for field in inline.model._meta.fields}
    parent: Any = fields.get("role") or fields["competency"]
    name: str = parent.related_query_name()
    return name
