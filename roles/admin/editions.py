"""The desk's pages on a role's editions: what each changed, and the way back to one."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect

from roles.admin.base import RoleAdminBase
from roles.admin.files import list_refused_changes
from roles.admin.forms import EarlierForm, RestoreForm
from roles.kit.diff import KitChange, list_kit_changes
from roles.kit.errors import KitError
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.publish import newest_edition, restore_edition
from roles.publishing.rows import keep_shared, list_shared_changes, load_kit


class EditionPages(RoleAdminBase):
    """The desk's pages of a role's editions: the list, one compared with another, and restoring one."""

    edition_pages = {
        "editions": "editions/",
        "edition": "editions/<int:number>/",
        "restore": "editions/<int:number>/restore/",
    }

    def editions(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page of a role's editions, newest first. Raises Http404 and PermissionDenied, as `open_role` does."""
        role = self.open_role(request, pk, self.has_view_permission(request))
        editions = role.editions.cards().order_by("-number")
        return self.render_desk_page(request, role, "editions", "Editions", editions=editions)

    def edition(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """The page of what changed in an edition since the one before it, or since the one in `?earlier=`. Raises
        Http404 where the role or the edition doesn't exist, and PermissionDenied.
        """
        role = self.open_role(request, pk, self.has_view_permission(request))
        edition = get_object_or_404(role.editions, number=number)
        choice = EarlierForm(request.GET)
        asked = choice.cleaned_data["earlier"] if choice.is_valid() else None
        other = role.editions.filter(number=asked or number - 1).first()
        context = {
            "edition": edition,
            "other": other,
            "numbers": role.editions.exclude(number=number).order_by("-number").values_list("number", flat=True),
            "changes": list_kit_changes(other.kit, edition.kit) if other else [],
        }
        return self.render_desk_page(request, role, "edition", f"Edition {number}", **context)

    @transaction.atomic
    def restore(self, request: HttpRequest, pk: int, number: int) -> HttpResponse:
        """The page of what the working copy would lose. A POST writes the edition over the working copy, logs it and
        redirects; readers see no change. Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_change_permission(request))
        edition = get_object_or_404(role.editions, number=number)
        form = RestoreForm(request.POST or None, role=role)
        refused = list_refused_changes(request, edition.kit, keeps_shared=True)
        if form.is_valid() and not refused:
            restore_edition(edition)
            self.log_change(request, role, f"Put edition {number} into the working copy.")
            messages.success(request, f"The desk holds edition {number} again. What readers see hasn’t changed.")
            return redirect(self.build_back_address(role))
        newest = newest_edition(role)
        context = {
            "form": form,
            "edition": edition,
            "is_newest": newest == edition,
            "refused": refused,
            "kept": [f"{model._meta.verbose_name} {slug!r}" for model, _, slug in list_shared_changes(edition.kit)],
            **_compare_with_draft(role, edition, newest),
        }
        title = "Discard the draft" if newest == edition else f"Restore edition {number}"
        return self.render_desk_page(request, role, "restore", title, **context)


def _compare_with_draft(role: Role, edition: Edition, newest: Edition | None) -> dict[str, list[KitChange] | bool]:
    """What a restore takes away: all that differs from the edition, and whether any of it was never published."""
    try:
        kit = load_kit(role)
    except KitError:
        return {"is_broken": True, "changes": [], "loses": False}
    changes = list_kit_changes(kit, keep_shared(edition.kit))
    return {"is_broken": False, "changes": changes, "loses": newest is None or newest.kit != kit}
