"""Deleting roles on the desk, and bringing them back."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from roles.admin.base import RoleAdminBase, find_user, read_row_key
from roles.models.deleted_role import KEPT, DeletedRole
from roles.models.working_copy import Role
from roles.publishing.deleting import BringBackError, bring_back, delete_role, find_live_links


class DeletingPages(RoleAdminBase):
    """Deleting roles, which can be brought back for KEPT. Before that, the desk names the pages
    that link to the role.
    """

    delete_confirmation_template = "admin/roles/role/delete_confirmation.html"

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Django's page that confirms a deletion, with the role's live edition and the live editions that link to it. A
        POST deletes and redirects to the list. Raises PermissionDenied.
        """
        role = self.get_object(request, object_id)
        context = {
            "live": role.editions.live().cards().first() if role else None,
            "linked_from": find_live_links(role.slug) if role else [],
            "kept_days": KEPT.days,
        }
        return super().delete_view(request, object_id, {**context, **(extra_context or {})})

    def delete_model(self, request: HttpRequest, obj: Role) -> None:
        """Delete a role, and keep a copy that can be brought back for KEPT days."""
        delete_role(obj, by=find_user(request))

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Role]) -> None:
        """Delete the chosen roles one by one, and keep a copy of each that can be brought back."""
        for role in queryset:
            delete_role(role, by=find_user(request))

    def deleted(self, request: HttpRequest) -> HttpResponse:
        """The page of deleted roles that can be brought back. A POST brings one back and redirects. Raises
        PermissionDenied, and Http404 for a role that isn't kept any more.
        """
        if not self.has_delete_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            kept = DeletedRole.objects.kept().defer("rows").select_related("deleted_by")
            roles = [(role, role.deleted_at + KEPT) for role in kept]
            return self.render_desk_page(request, None, "deleted", "Deleted roles", roles=roles, kept_days=KEPT.days)
        chosen = get_object_or_404(DeletedRole.objects.kept(), pk=read_row_key(request.POST.get("role", "")))
        try:
            role = bring_back(chosen)
        except BringBackError as error:
            messages.error(request, str(error))
            return redirect("admin:roles_role_deleted")
        self.log_change(request, role, "Brought back.")
        messages.success(request, f"{role} is back{', and on the site' if chosen.was_live else ''}.")
        return redirect(self.build_back_address(role))
