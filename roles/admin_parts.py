"""The parts of a role in admin. Each app adds the inlines of its own parts; they stand in the order of the Kit."""

import msgspec
from django.contrib import admin

from roles.kit import Kit

type Inline = type[admin.options.InlineModelAdmin]

_inlines: dict[str, Inline] = {}


class RolePartInline(admin.StackedInline):
    """Base of the inlines: no empty rows, the place in the list as a number, a link to the part's own page."""

    extra = 0
    ordering = ["position", "pk"]
    show_change_link = True


class RolePartTable(admin.TabularInline):
    """The same for parts that fit into a row."""

    extra = 0
    ordering = ["position", "pk"]


def role_inline(inline: Inline) -> Inline:
    """Class decorator: add an inline, at the place of its model's field in the Kit."""
    _inlines[inline.model._meta.get_field("role").related_query_name()] = inline
    return inline


def role_inlines() -> list[Inline]:
    """Every app's inlines in the order of the Kit."""
    return [_inlines[field.name] for field in msgspec.structs.fields(Kit) if field.name in _inlines]
