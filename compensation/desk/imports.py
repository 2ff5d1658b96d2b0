"""Imports of pay on the desk: what each did, and the button that takes one back."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from compensation.imports.history import TakeBackError, take_back_import
from compensation.models.history import PayImport


@admin.register(PayImport)
class PayImportAdmin(admin.ModelAdmin):
    """The imports, newest first. They are made by commands and only taken back here."""

    list_display = ["pk", "imported_at", "files", "added", "changed", "withdrawn", "taken_back_at"]
    actions = ["take_back"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Nobody adds an import here: commands do."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: PayImport | None = None) -> bool:
        """What was done stays as it was noted."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: PayImport | None = None) -> bool:
        """Nobody deletes an import from the list: it is taken back instead."""
        return False

    def has_take_back_permission(self, request: HttpRequest) -> bool:
        """Whoever may change imports may take one back."""
        return request.user.has_perm("compensation.change_payimport")

    @admin.action(description="Take the selected imports back", permissions=["take_back"])
    def take_back(self, request: HttpRequest, queryset: QuerySet[PayImport]) -> None:
        """Take the selected imports back, the newest first. One that can't be says why, and the others go on."""
        for number in queryset.order_by("-pk").values_list("pk", flat=True):
            try:
                take_back_import(number)
            except TakeBackError as error:
                messages.error(request, str(error))
            else:
                messages.success(request, f"Import {number} is taken back, and the pay figures follow.")
