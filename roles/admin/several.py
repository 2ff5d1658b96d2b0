"""The desk's page that publishes several roles at once, each with what its readers will see change."""

from functools import partial

import msgspec
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from roles.admin.base import RoleAdminBase, find_user, read_row_key
from roles.admin.forms import PublishSeveralForm, sign_kit
from roles.admin.moments import ZONE, recall_zone, remember_zone
from roles.admin.reviewing.mails import mail_published
from roles.kit.diff import KitChange, list_kit_changes
from roles.kit.errors import KitError
from roles.kit.value import Kit
from roles.models.working_copy import Role
from roles.publishing.checks import KitProblem, KitSeverity, check_kit, refuse_unknown
from roles.publishing.publish import (
    UnseenChangesError,
    find_scheduled_edition,
    newest_edition,
    publish_role,
    unpublish_role,
)
from roles.publishing.rows import load_kit

MOST_ROLES = 100  # published in one step


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A chosen role: what would change for its readers, or the reason why it can't be published here."""

    role: Role
    kit: Kit | None = None
    seen: str = ""
    changes: list[KitChange] = []
    warnings: list[KitProblem] = []
    reason: str = ""


class SeveralPages(RoleAdminBase):
    """Publishing and unpublishing several roles: the actions of the list, and the pages to which they lead."""

    @admin.action(description="Publish the selected roles", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, roles: QuerySet[Role]) -> HttpResponse:
        """Redirect to the page that shows what publishing would change, for at most MOST_ROLES of the chosen roles."""
        keys = [*roles.values_list("pk", flat=True)[:MOST_ROLES]]
        return redirect(f"{reverse('admin:roles_role_publish_several')}?{urlencode({'role': keys}, doseq=True)}")

    @admin.action(description="Unpublish the selected roles", permissions=["publish"])
    def unpublish_selected(self, request: HttpRequest, roles: QuerySet[Role]) -> HttpResponse:
        """Redirect to the page that asks before unpublishing, for at most MOST_ROLES of the chosen roles."""
        keys = [*roles.values_list("pk", flat=True)[:MOST_ROLES]]
        return redirect(f"{reverse('admin:roles_role_unpublish_several')}?{urlencode({'role': keys}, doseq=True)}")

    def unpublish_several(self, request: HttpRequest) -> HttpResponse:
        """The page that asks before it takes roles off the site. A POST unpublishes all of them in one transaction,
        logs it and redirects. Raises PermissionDenied.
        """
        if not self.has_publish_permission(request):
            raise PermissionDenied
        roles = Role.objects.filter(pk__in=_list_keys(request))
        if request.method != "POST":
            return self.render_desk_page(request, None, "unpublish_several", "Unpublish several roles", chosen=roles)
        with transaction.atomic():
            gone = [role for role in roles if unpublish_role(role)]
            for role in gone:
                self.log_change(request, role, "Unpublished.")
        messages.success(request, f"{len(gone)} roles are off the site.")
        return redirect("admin:roles_role_changelist")

    def publish_several(self, request: HttpRequest) -> HttpResponse:
        """The page of what would change in each role, with a form for one note. A valid POST publishes all of them or
        none, logs it and redirects. Raises PermissionDenied.
        """
        if not self.has_publish_permission(request):
            raise PermissionDenied
        candidates = [prepare_candidate(role) for role in Role.objects.filter(pk__in=_list_keys(request))]
        ready = [candidate for candidate in candidates if not candidate.reason]
        form = PublishSeveralForm(
            request.POST or None,
            kits={candidate.role.pk: candidate.kit for candidate in ready if candidate.kit},
            warnings=any(candidate.warnings for candidate in ready),
            initial={"note": "", **request.GET.dict(), ZONE: recall_zone(request)},
        )
        if request.method == "POST" and ready and form.is_valid():
            try:
                return self._publish_all(request, form)
            except UnseenChangesError as error:
                form.add_error(None, f"{error} was saved after you opened this page. Nothing was published.")
        return self.render_desk_page(
            request,
            None,
            "several",
            "Publish several roles",
            form=form,
            ready=ready,
            left_out=[candidate for candidate in candidates if candidate.reason],
        )

    def _publish_all(self, request: HttpRequest, form: PublishSeveralForm) -> HttpResponse:
        user = find_user(request)
        note, at = form.cleaned_data["note"], form.cleaned_data["at"]
        remember_zone(request, form.cleaned_data[ZONE])
        with transaction.atomic():
            for role in Role.objects.filter(pk__in=form.seen).order_by("pk"):
                edition = publish_role(role, by=user, note=note, at=at, seen=form.seen[role.pk])
                self.log_change(request, role, f"Published edition {edition.number}: {note}")
                transaction.on_commit(partial(mail_published, role, edition))
        when = f" from {at:%B %-d, %Y, %H:%M} UTC on" if at else ""
        messages.success(request, f"{len(form.seen)} roles are published{when}.")
        back = "replace" if form.cleaned_data["back"] == "replace" else "changelist"
        return redirect(f"admin:roles_role_{back}")


def _list_keys(request: HttpRequest) -> list[int]:
    """The keys of the roles that were chosen, MOST_ROLES at most."""
    keys = (request.POST or request.GET).getlist("role")
    return [key for text in keys if (key := read_row_key(text))][:MOST_ROLES]


def prepare_candidate(role: Role) -> Candidate:
    """What publishing a role now would change, compared with its live edition, or else its newest one; or the reason
    why it can't be published here. Several queries: it reads the whole working copy.
    """
    try:
        kit = refuse_unknown(load_kit(role))
    except KitError as error:
        return Candidate(role=role, reason=f"It isn’t complete yet: {error.errors[0]}.")
    if find_scheduled_edition(role):
        return Candidate(role=role, reason="An edition is scheduled. Publish this role on its own page.")
    before = role.editions.live().first() or newest_edition(role)
    changes = list_kit_changes(before.kit, kit) if before else []
    if before and not changes:
        return Candidate(role=role, reason="Nothing has changed.")
    found = check_kit(kit)
    errors = [problem for problem in found if problem.severity == KitSeverity.ERROR]
    if errors:
        return Candidate(role=role, reason=f"{errors[0].where}: {errors[0].message}")
    warnings = [problem for problem in found if problem.severity == KitSeverity.WARNING]
    return Candidate(role=role, kit=kit, seen=sign_kit(kit), changes=changes, warnings=warnings)
