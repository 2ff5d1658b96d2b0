"""Two editors on one part: whoever saves second is told, and nothing is overwritten."""

import hashlib
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roles.admin.part_pages.picking import offer_picks
from roles.models.working_copy import Role


class LockedForm(forms.ModelForm):
    """A form for a row. It is refused where somebody has saved what it edits meanwhile.

    `lists` are the relations whose rows the page edits besides the row's own fields.
    """

    lists: ClassVar[Sequence[str]] = ()

    seen_version = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen_version"].initial = self.take_fingerprint()

    def find_locked(self) -> models.Model:
        """The row that is locked until the save, and that whoever comes second is led to."""
        return self.instance

    def take_fingerprint(self) -> str:
        """A few letters that change with the stored values of the page's part of the row. One or more queries."""
        columns = {field.name for field in self._meta.model._meta.concrete_fields}
        return fingerprint_row(self.instance, [name for name in self.fields if name in columns], self.lists)

    def clean(self) -> dict[str, Any] | None:
        """The cleaned data. Locks the row until the save, so it needs a transaction, which the admin opens.

        Raises ValidationError where somebody has saved what the form edits since it was shown.
        """
        cleaned = super().clean()
        if self.instance.pk:
            row = self.find_locked()
            type(row)._default_manager.select_for_update().get(pk=row.pk)
            if self.cleaned_data.get("seen_version") != self.take_fingerprint():
                raise forms.ValidationError(_someone_saved(row), code="unseen")
        return cleaned


class VersionedForm(LockedForm):
    """A form for a part of a role's working copy. It is refused where somebody has saved that part meanwhile."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            offer_picks(self, self.role)

    @property
    def role(self) -> Role:
        """The role to which the form's row belongs, or the row itself. Walking up to it may take queries."""
        instance = self.instance
        while not isinstance(instance, Role):
            instance = instance.role if hasattr(instance, "role") else instance.competency
        return instance

    def find_locked(self) -> models.Model:
        """The role: its parts are saved one after another."""
        return self.role


def fingerprint_row(row: models.Model, names: Sequence[str], lists: Sequence[str]) -> str:
    """16 hexadecimal digits that change with the stored values of some columns of a row, or of the rows in its `lists`.
    One query for the columns and one for each list.
    """
    own = type(row)._default_manager.filter(pk=row.pk)
    state: list[Any] = [*own.values_list(*names)] if names else []
    state += [[*getattr(row, name).order_by("pk").values_list()] for name in lists]
    return hashlib.sha256(repr(state).encode()).hexdigest()[:16]


def _someone_saved(row: models.Model) -> SafeString:
    kind = ContentType.objects.get_for_model(row)
    last = LogEntry.objects.filter(content_type=kind, object_id=str(row.pk)).select_related("user").first()
    name = row._meta.verbose_name
    who = f"{last.user.get_username()} saved this {name}" if last else f"Someone saved this {name}"
    when = f" on {last.action_time:%B %-d at %H:%M} UTC" if last else ""
    return format_html(
        "{}{}, after you opened {}. Nothing was overwritten, and what you wrote is still on this page. "
        '<a href="{}" target="_blank">Open the {} as it is now</a> in another tab and carry your changes over.',
        who,
        when,
        "this part of it" if isinstance(row, Role) else "it",
        reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk]),
        name,
    )
