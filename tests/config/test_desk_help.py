"""Every field of the desk has a help text with an example."""

import pytest
from django.contrib import admin
from django.forms import HiddenInput
from django.test import RequestFactory

from roles.admin.part_pages.pages import RolePartAdmin
from roles.admin.part_pages.parts import DESK_PARTS
from tests.factories import a_published_kit, an_administrator

OURS = {"roles", "interviews", "compensation", "occupations"}


def fields(request, role):
    """Each visible field of our forms and of the lists in them, by name."""
    for model, desk in admin.site._registry.items():
        if model._meta.app_label not in OURS or not desk.has_change_permission(request):
            continue
        pages = [RolePartAdmin(part, admin.site) for part in DESK_PARTS] if model is type(role) else [desk]
        for page in pages:
            yield from page_fields(request, page, role if model is type(role) else None)


def page_fields(request, desk, row):
    """The same for one page."""
    for name, field in desk.get_form(request).base_fields.items():
        yield f"{desk.model.__name__}.{name}", field
    for inline in desk.get_inline_instances(request, row):
        rows = inline.get_formset(request)
        for name, field in rows.form.base_fields.items():
            if name != rows.fk.name:
                yield f"{inline.model.__name__}.{name}", field


@pytest.mark.django_db
def test_every_field_has_a_help_text_with_an_example():
    request = RequestFactory().get("/")
    request.user = an_administrator()
    seen = dict(fields(request, a_published_kit().role))
    lacking = {
        name: str(field.help_text)
        for name, field in seen.items()
        if "example" not in str(field.help_text) and not isinstance(field.widget, HiddenInput)
    }
    assert lacking == {}
    assert len(seen) > 120
