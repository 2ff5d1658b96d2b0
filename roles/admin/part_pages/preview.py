"""The preview beside a part's form: the role's page with what is typed, before any of it is saved."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.db import models, transaction
from django.forms import BaseInlineFormSet, ModelForm
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve

from roles.admin.part_pages.lock import VersionedForm
from roles.models.working_copy import Role
from roles.publishing.preview_links import DRAFT, preview_path


class UnlockedForm(VersionedForm):
    """The form of a page without its lock, for a preview that isn't stored."""

    def clean(self) -> dict[str, Any] | None:
        """Django's own check of the fields, without the lock and without a look at what others saved."""
        return ModelForm.clean(self)


def preview_form(desk: ModelAdmin, request: HttpRequest, row: models.Model, role: Role) -> HttpResponse:
    """The role's page as it would be with a posted form saved; invalid fields keep their stored values.

    Saves in a transaction that is rolled back, so nothing stays.
    """
    shown = resolve(preview_path(role))
    asked = HttpRequest()
    asked.method, asked.GET = "GET", QueryDict(DRAFT)
    with transaction.atomic():
        _save_posted(desk, request, row)
        page: HttpResponse = shown.func(asked, *shown.args, **shown.kwargs)
        transaction.set_rollback(True)
    return page


def _save_posted(desk: ModelAdmin, request: HttpRequest, row: models.Model) -> None:
    """Write what of a posted form can be written, each row by itself."""
    form: Any = desk.get_form(request, row, change=True, form=UnlockedForm)(request.POST, instance=row)
    if form.is_valid():
        form.save()
    row.refresh_from_db()
    for rows, inline in desk.get_formsets_with_inlines(request, row):
        prefix = rows.get_default_prefix()
        _save_rows(rows(**desk.get_formset_kwargs(request, row, inline, prefix)))


def _save_rows(rows: BaseInlineFormSet) -> None:
    if not rows.management_form.is_valid():
        return
    for form in rows.forms:
        if not form.is_valid():
            continue
        if rows._should_delete_form(form):  # type: ignore[attr-defined] # Django's own, which `deleted_forms` asks
            if form.instance.pk:
                form.instance.delete()
        elif form.has_changed():
            form.save()
