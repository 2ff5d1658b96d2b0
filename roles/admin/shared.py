"""What several roles share on the desk: which of them use a row, and which wait to be published because of it."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import F
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from roles.admin.part_pages.lock import LockedForm
from roles.models.edition import Edition
from roles.models.working_copy import Author, Source
from roles.publishing.rows import count_shared_save, find_roles_using


class SharedAdmin(admin.ModelAdmin):
    """Base of the admins of authors and sources. Readers see a change once each role that uses the row is published
    again.
    """

    form = LockedForm

    def get_readonly_fields(self, request: HttpRequest, obj: Author | Source | None = None) -> list[str]:
        """Once the row is stored, the list of roles that use it, and the slug by which they name it."""
        return ["slug", "used_by"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Author | Source | None = None) -> dict[str, Any]:
        """For a new row, the slug is filled in from the name."""
        return {} if obj else super().get_prepopulated_fields(request, obj)

    @admin.display(description="Used by")
    def used_by(self, row: Author | Source) -> SafeString:
        """The roles that use the row as HTML: each with whether it waits for a new edition, and a link to publish
        those. Two queries.
        """
        roles = [*find_roles_using(row)]
        if not roles:
            return format_html("{}", "No role.")
        waiting = find_waiting([role.pk for role in roles])
        lines = format_html_join(
            "",
            '<li><a href="{}">{}</a>{}</li>',
            (
                (
                    reverse("admin:roles_role_change", args=[role.pk]),
                    role,
                    ": waiting to be published" if role.pk in waiting else "",
                )
                for role in roles
            ),
        )
        publish = SafeString("")
        if waiting:
            query = urlencode({"role": sorted(waiting)}, doseq=True)
            address = f"{reverse('admin:roles_role_publish_several')}?{query}"
            publish = format_html('<p><a href="{}">Publish those that are waiting</a></p>', address)
        return format_html('<ul class="desk-used">{}</ul>{}', lines, publish)

    def save_model(self, request: HttpRequest, obj: Author | Source, form: ModelForm, change: bool) -> None:
        """Save the row, count a save of every role that uses it, and show a message with the number of those roles."""
        super().save_model(request, obj, form, change)
        if change and form.changed_data and (count := count_shared_save(obj)):
            messages.info(request, f"Readers see this once the roles that use it are published again: {count}.")

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The form's fields, and below them the roles that use the row."""
        fields = [*super().get_fields(request, obj)]
        return sorted(fields, key="used_by".__eq__)


def find_waiting(keys: list[int]) -> set[int]:
    """The keys of those roles among `keys` that are live and were saved since their live edition
    was made. One query.
    """
    editions = Edition.objects.live().filter(role__in=keys)
    return {*editions.exclude(version=F("role__version")).values_list("role_id", flat=True)}
