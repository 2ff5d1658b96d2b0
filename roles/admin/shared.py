"""What several roles share on the desk: which of them use a row, and which wait to be published because of it."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.db.models import F, Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from roles.models.edition import Edition
from roles.models.working_copy import Author, Role, Source


class SharedAdmin(admin.ModelAdmin):
    """Base of the admins of authors and sources. Readers see a change once each role that uses the row is published
    again.
    """

    used_as: ClassVar[list[str]] = []  # how a role leads to the row, as a filter would

    def get_readonly_fields(self, request: HttpRequest, obj: Author | Source | None = None) -> list[str]:
        """The list of roles that use the row, once the row is stored."""
        return ["used_by"] if obj else []

    @admin.display(description="Used by")
    def used_by(self, row: Author | Source) -> SafeString:
        """The roles that use the row as HTML: each with whether it waits for a new edition, and a link to publish
        those. Two queries.
        """
        roles = [*self.find_roles(row)]
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

    def find_roles(self, row: Author | Source) -> QuerySet[Role]:
        """A query for the roles whose working copies use a row, by title."""
        uses = Q()
        for name in self.used_as:
            uses |= Q(**{name: row})
        return Role.objects.filter(uses).distinct().order_by("title")

    def save_model(self, request: HttpRequest, obj: Author | Source, form: ModelForm, change: bool) -> None:
        """Save the row, count a save of every role that uses it, and show a message with the number of those roles."""
        super().save_model(request, obj, form, change)
        if change and form.changed_data:
            keys = [role.pk for role in self.find_roles(obj)]
            count = Role.objects.filter(pk__in=keys).update(version=F("version") + 1)
            if count:
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
