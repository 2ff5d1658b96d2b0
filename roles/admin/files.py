"""Kit files on the desk: upload with a dry run, apply, download."""

import io
import zipfile

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from roles.admin.base import RoleAdminBase
from roles.admin.forms import ApplyKitForm, KitFileForm
from roles.admin.part_pages.faults import describe_errors
from roles.kit.diff import list_kit_changes
from roles.kit.errors import KitError
from roles.kit.files import write_kit
from roles.kit.value import Kit
from roles.models.working_copy import Role
from roles.publishing.rows import list_shared_changes, load_kit, save_kit


class KitFilePages(RoleAdminBase):
    """Kit files on the desk: an upload goes into the working copy, never straight to readers; a download holds the
    working copy.
    """

    def upload(self, request: HttpRequest) -> HttpResponse:
        """The form for a kit file. A POST shows what it would change; a second POST stores it as the working copy, logs
        it and redirects. Raises PermissionDenied.
        """
        if not self.has_change_permission(request):
            raise PermissionDenied
        if "text" in request.POST:
            return self._apply_upload(request)
        form = KitFileForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            if refused := list_refused_changes(request, form.cleaned_data["kit"]):
                form.add_error("file", refused)
            else:
                return self._dry_run(request, form.cleaned_data["kit"])
        return self.render_desk_page(request, None, "upload", "Import a kit file", form=form)

    def export(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Answer the working copy as a kit file, or a page of what keeps it from being whole. Raises Http404 and
        PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_view_permission(request))
        try:
            text = write_kit(load_kit(role))
        except KitError as error:
            return self.render_desk_page(request, role, "compare", "Export", faults=describe_errors(role, error))
        return _respond_with_file(text.encode(), f"{role.slug}.yaml", "application/yaml")

    @admin.action(description="Download the kit files of the selected roles", permissions=["view"])
    def export_all(self, request: HttpRequest, roles: QuerySet[Role]) -> HttpResponse | None:
        """A zip archive of the chosen roles' working copies, each a kit file. Where one of them isn't a whole kit,
        shows a message that says so and returns None.
        """
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
            for role in roles:
                try:
                    file.writestr(f"{role.slug}.yaml", write_kit(load_kit(role)))
                except KitError as error:
                    messages.error(request, f"{role} isn’t complete yet: {error.errors[0]}. Nothing was downloaded.")
                    return None
        return _respond_with_file(archive.getvalue(), "kits.zip", "application/zip")

    def _dry_run(self, request: HttpRequest, kit: Kit) -> HttpResponse:
        role = Role.objects.filter(slug=kit.slug).first()
        if role is None and not self.has_add_permission(request):
            raise PermissionDenied
        try:
            changes = list_kit_changes(load_kit(role), kit) if role else []
            broken = False
        except KitError:
            changes, broken = [], True
        confirm = ApplyKitForm(initial={"text": write_kit(kit), "seen_version": role.version if role else None})
        context = {"kit": kit, "role": role, "changes": changes, "broken": broken, "confirm": confirm}
        return self.render_desk_page(request, None, "upload", f"Import {kit.title}", **context)

    @transaction.atomic
    def _apply_upload(self, request: HttpRequest) -> HttpResponse:
        form = ApplyKitForm(request.POST)
        if not form.is_valid():
            return self.render_desk_page(
                request, None, "upload", "Import a kit file", form=KitFileForm(), refused=form.errors
            )
        kit: Kit = form.cleaned_data["kit"]
        is_new = not Role.objects.filter(slug=kit.slug).exists()
        if (is_new and not self.has_add_permission(request)) or list_refused_changes(request, kit):
            raise PermissionDenied
        role = save_kit(kit)
        if is_new:
            self.log_addition(request, role, "Imported from a kit file.")
        else:
            self.log_change(request, role, "Imported from a kit file.")
        messages.success(request, f"{role} now holds the file’s kit. Readers see it once it is published.")
        return redirect(self.build_back_address(role))


def list_refused_changes(request: HttpRequest, kit: Kit, *, keeps_shared: bool = False) -> list[str]:
    """A sentence for each change of a shared source or author that the kit would make and the visitor may not. Queries
    each of them.
    """
    return [
        f"You may not {action} the {model._meta.verbose_name} {slug!r}, which roles share. Ask an editor to do it, or "
        "leave it in the file as it is here."
        for model, action, slug in list_shared_changes(kit, keeps_shared=keeps_shared)
        if not request.user.has_perm(f"roles.{action}_{model._meta.model_name}")
    ]


def _respond_with_file(content: bytes, name: str, media_type: str) -> HttpResponse:
    disposition = f'attachment; filename="{name}"'
    return HttpResponse(content, content_type=media_type, headers={"Content-Disposition": disposition})
