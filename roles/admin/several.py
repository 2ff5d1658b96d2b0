"""The desk's page that publishes several roles at once, each with what its readers will see change."""

from functools import partial

import msgspec
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode

from roles.admin.base import RoleAdminBase
from roles.admin.forms import PublishSeveralForm, sign_kit
from roles.admin.reviewing.mails import mail_published
from roles.kit.diff import KitChange, list_kit_changes
from roles.kit.errors import KitError
from roles.kit.value import Kit
from roles.models.working_copy import Role
from roles.publishing.checks import KitProblem, KitSeverity, check_kit, refuse_unknown
from roles.publishing.publish import UnseenChangesError, find_scheduled_edition, newest_edition, publish_role
from roles.publishing.rows import load_kit

MOST_ROLES = 100  # published in one step


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A role that was chosen: what its readers will see change, or why it is left out."""

    role: Role
    kit: Kit | None = None
    seen: str = ""
    changes: list[KitChange] = []
    warnings: list[KitProblem] = []
    reason: str = ""


class SeveralPages(RoleAdminBase):
    """An action of the list, and the page that it leads to."""

    @admin.action(description="Publish the selected roles", permissions=["publish"])
    def publish_selected(self, request: HttpRequest, roles: QuerySet[Role]) -> HttpResponse:
        """Lead to the page that shows what would change."""
        keys = [*roles.values_list("pk", flat=True)[:MOST_ROLES]]
        return redirect(f"{reverse('admin:roles_role_publish_several')}?{urlencode({'role': keys}, doseq=True)}")

    def publish_several(self, request: HttpRequest) -> HttpResponse:
        """Show every change, ask for one note, and publish all of them or none. Raises PermissionDenied."""
        if not self.has_publish_permission(request):
            raise PermissionDenied
        keys = [int(key) for key in (request.POST or request.GET).getlist("role") if key.isdecimal()][:MOST_ROLES]
        candidates = [prepare_candidate(role) for role in Role.objects.filter(pk__in=keys)]
        ready = [candidate for candidate in candidates if not candidate.reason]
        form = PublishSeveralForm(
            request.POST or None,
            kits={candidate.role.pk: candidate.kit for candidate in ready if candidate.kit},
            warnings=any(candidate.warnings for candidate in ready),
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
        if not isinstance(user := request.user, User):
            raise TypeError("expected a signed-in user")
        note = form.cleaned_data["note"]
        with transaction.atomic():
            for role in Role.objects.filter(pk__in=form.seen).order_by("pk"):
                edition = publish_role(role, by=user, note=note, seen=form.seen[role.pk])
                self.log_change(request, role, f"Published edition {edition.number}: {note}")
                transaction.on_commit(partial(mail_published, role, edition))
        messages.success(request, f"{len(form.seen)} roles are published.")
        return redirect("admin:roles_role_changelist")


def prepare_candidate(role: Role) -> Candidate:
    """What publishing a role now would change, beside the edition that is on the site."""
    try:
        kit = refuse_unknown(load_kit(role))
    except KitError as error:
        return Candidate(role=role, reason=f"It isn't whole yet: {error.errors[0]}.")
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
