"""The desk's pages on the way from a working copy to an edition."""

from functools import partial

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from roles.admin.base import RoleAdminBase, find_user
from roles.admin.forms import KEEP, ExpiryForm, PublishForm
from roles.admin.moments import ZONE, recall_zone, remember_zone
from roles.admin.part_pages.faults import describe_errors, describe_problem
from roles.admin.reviewing.mails import mail_published
from roles.kit.diff import KitChange, list_kit_changes
from roles.kit.errors import KitError
from roles.models.edition import Edition
from roles.models.working_copy import Role
from roles.publishing.checks import KitSeverity, check_kit, refuse_unknown
from roles.publishing.preview_links import LASTS, preview_path
from roles.publishing.publish import (
    NothingToPublishError,
    UnseenChangesError,
    cancel_schedule,
    find_scheduled_edition,
    newest_edition,
    publish_role,
    set_expiry,
    unpublish_role,
)
from roles.publishing.rows import load_kit


class PublishingPages(RoleAdminBase):
    """The desk's pages to preview, compare, publish and unpublish a role. Each change is logged."""

    publishing_pages = {
        "preview": "preview/",
        "compare": "compare/",
        "publish": "publish/",
        "unschedule": "unschedule/",
        "expire": "expire/",
        "unpublish": "unpublish/",
        "reviewed": "reviewed/",
    }

    def preview(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page with a new secret address of the preview, which an editor may send on, and until when it works.
        Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_view_permission(request))
        link = request.build_absolute_uri(preview_path(role))
        return self.render_desk_page(request, role, "preview", "Preview", link=link, expires=timezone.now() + LASTS)

    def compare(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page of how the working copy differs from the newest edition. Raises Http404 and PermissionDenied, as
        `open_role` does.
        """
        role = self.open_role(request, pk, self.has_view_permission(request))
        newest = newest_edition(role)
        try:
            changes = list_kit_changes(newest.kit, load_kit(role)) if newest else []
        except KitError as error:
            return self.render_desk_page(
                request, role, "compare", "Compare", newest=newest, faults=describe_errors(role, error)
            )
        return self.render_desk_page(request, role, "compare", "Compare", newest=newest, changes=changes)

    def publish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page of problems and changes, with the form to publish now or at a time. A valid POST publishes, logs it
        and redirects. Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_publish_permission(request))
        try:
            kit = refuse_unknown(load_kit(role))
        except KitError as error:
            return self.render_desk_page(request, role, "publish", "Publish", faults=describe_errors(role, error))
        found = check_kit(kit)
        severities = {finding.severity for finding in found}
        scheduled = find_scheduled_edition(role)
        form = PublishForm(
            request.POST or None,
            seen=kit,
            scheduled=scheduled,
            warnings=KitSeverity.WARNING in severities,
            zone=recall_zone(request),
        )
        stopped = KitSeverity.ERROR in severities
        since: list[KitChange] = []
        if request.method == "POST" and not stopped and form.is_valid():
            try:
                return self._publish_role(request, role, form)
            except NothingToPublishError:
                form.add_error(None, "Nothing has changed since the live edition.")
            except UnseenChangesError as error:
                kit, since = error.kit, list_kit_changes(form.cleaned_data["seen"], error.kit)
                form = form.show_again(kit)
        before = role.editions.live().first() or newest_edition(role)
        context = {
            "form": form,
            "found": [describe_problem(role, problem) for problem in found],
            "stopped": stopped,
            "since": since,
            "before": before,
            "changes": list_kit_changes(before.kit, kit) if before else [],
        }
        return self.render_desk_page(request, role, "publish", "Publish", **context)

    def unschedule(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page that asks before the scheduled edition is deleted. A POST deletes it, logs it and redirects. Raises
        Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_publish_permission(request))
        if request.method != "POST":
            return self.render_desk_page(request, role, "unschedule", "Cancel the schedule")
        if cancel_schedule(role):
            self.log_change(request, role, "Canceled the scheduled edition.")
            messages.success(request, f"{role} stays as it is: the scheduled edition has been canceled.")
        return redirect(self.build_back_address(role))

    def expire(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form for when the newest edition goes off the site. A valid POST stores it, logs it and redirects. Raises
        Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_publish_permission(request))
        form = ExpiryForm(request.POST or None, initial={ZONE: recall_zone(request)})
        if request.method == "POST" and form.is_valid():
            remember_zone(request, form.cleaned_data[ZONE])
            edition = set_expiry(role, form.cleaned_data["until"])
            if edition is None:
                form.add_error("until", "The role won’t be on the site then, so it can’t be taken off.")
            else:
                said = word_expiry(edition)
                self.log_change(request, role, said)
                messages.success(request, f"{edition}: {said}")
                return redirect(self.build_back_address(role))
        return self.render_desk_page(request, role, "expire", "Expiry", form=form)

    def unpublish(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page that asks before the role is taken off the site. A POST unpublishes it, logs it and redirects.
        Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_publish_permission(request))
        if request.method != "POST":
            return self.render_desk_page(request, role, "unpublish", "Unpublish")
        if unpublish_role(role):
            self.log_change(request, role, "Unpublished.")
            messages.success(request, f"{role} is off the site.")
        else:
            messages.info(request, f"{role} wasn’t on the site.")
        return redirect(self.build_back_address(role))

    def reviewed(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page that asks whether the role needs no change. A POST stores today as the day of its review, logs it
        and redirects. Raises Http404 and PermissionDenied, as `open_role` does.
        """
        role = self.open_role(request, pk, self.has_change_permission(request))
        if request.method != "POST":
            return self.render_desk_page(request, role, "reviewed", "Mark as reviewed")
        Role.objects.filter(pk=role.pk).update(reviewed_on=timezone.localdate())
        self.log_change(request, role, "Marked as reviewed.")
        messages.success(request, f"{role} is marked as reviewed today.")
        return redirect(self.build_back_address(role))

    def _publish_role(self, request: HttpRequest, role: Role, form: PublishForm) -> HttpResponse:
        wanted = form.cleaned_data
        remember_zone(request, wanted[ZONE])
        with transaction.atomic():
            edition = publish_role(
                role,
                by=find_user(request),
                note=wanted["note"],
                at=wanted["at"],
                seen=wanted["seen"],
                keep_scheduled=wanted.get("schedule") == KEEP,
            )
            self.log_change(request, role, f"Published edition {edition.number}: {edition.note}")
            transaction.on_commit(partial(mail_published, role, edition))
        messages.success(request, f"Published: {edition}. Live from {edition.live_from:%B %-d, %Y, %H:%M} UTC.")
        return redirect(self.build_back_address(role))


def word_expiry(edition: Edition) -> str:
    """A sentence that says when an edition goes off the site, in UTC, or that it stays."""
    if edition.expires_at is None:
        return "Stays on the site until somebody takes it off."
    return f"Goes off the site on {edition.expires_at:%B %-d, %Y, %H:%M} UTC."
