"""The parts of a role in admin: what their inlines have in common, and those of every app in the order of the Kit."""

from functools import cached_property
from typing import Any

import msgspec
from django import forms
from django.contrib import admin

from roles.admin.texts import PLACE, Helped
from roles.app_parts import list_parts
from roles.kit.value import Kit

LAST_PLACE = 1_000_000  # of a new row that was given no place; rows of one place keep the order of their making


class PartForm(forms.ModelForm):
    """A row of a list. Its place may stay empty: a new row then comes last. static/js/desk.js moves rows."""

    position = forms.IntegerField(
        required=False,
        min_value=0,
        label="Place",
        help_text=PLACE,
        widget=forms.NumberInput(attrs={"class": "desk-place"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.initial["position"] = None

    def clean_position(self) -> int:
        """The place, or the last one."""
        position: int | None = self.cleaned_data["position"]
        return LAST_PLACE if position is None else position

    @cached_property
    def changed_data(self) -> list[str]:
        """A new row that has nothing but a place is an empty row."""
        changed = super().changed_data
        return changed if self.instance.pk else [name for name in changed if name != "position"]


class Cell(forms.BoundField):
    """A field in a row, where Django puts the help into the heading of the column and no text of help beside it."""

    @property
    def aria_describedby(self) -> str | None:
        """The ids of what says more about the field, without that of its help."""
        described: str | None = super().aria_describedby
        return described and " ".join(id_ for id_ in described.split() if not id_.endswith("_helptext"))


class PartRows(forms.BaseInlineFormSet):
    """The rows of a table, where the heading of a column names no field to a screen reader."""

    def add_fields(self, form: forms.ModelForm, index: Any) -> None:
        """Name every field of a row, the box that deletes it too."""
        super().add_fields(form, index)
        for field in form.fields.values():
            widget: Any = getattr(field.widget, "widget", field.widget)  # admin wraps the list of another model's rows
            widget.attrs["aria-label"] = str(field.label or "")
            field.bound_field_class = Cell


class RolePartInline(Helped, admin.StackedInline):
    """Base of the inlines: no empty rows, rows in their order, a link to the part's own page."""

    form = PartForm
    extra = 0
    ordering = ["position", "pk"]
    show_change_link = True


class RolePartTable(Helped, admin.TabularInline):
    """Base of the inlines whose parts fit into a row: no empty rows, rows in their order."""

    form = PartForm
    formset = PartRows
    extra = 0
    ordering = ["position", "pk"]


def role_inlines() -> list[type[admin.options.InlineModelAdmin]]:
    """The inlines of every app, in the order of the Kit."""
    named = {_name_field(inline): inline for parts in list_parts() for inline in parts.inlines}
    return [named[field.name] for field in msgspec.structs.fields(Kit) if field.name in named]


def _name_field(inline: type[admin.options.InlineModelAdmin]) -> str:
    """The field of the Kit that an inline's rows become."""
    return inline.model._meta.get_field("role").related_query_name()
