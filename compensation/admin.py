"""Pay in admin: ranges on the desk of their role, and ranges and rules as tables that travel as CSV."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from import_export.admin import ImportExportModelAdmin
from import_export.formats.base_formats import CSV

from compensation.models import Benchmark, PayLawRule
from compensation.resources import BenchmarkResource, PayLawRuleResource
from roles.admin_forms import DeskForm
from roles.admin_parts import RolePartTable, role_inline


@role_inline
class BenchmarkInline(RolePartTable):
    """A role's editorial pay ranges."""

    model = Benchmark


class CsvAdmin(ImportExportModelAdmin):
    """A table with import, dry run and export."""

    formats = [CSV]
    skip_export_form = True
    skip_export_form_from_action = True


@admin.register(Benchmark)
class BenchmarkAdmin(CsvAdmin):
    """The ranges of every role in one table."""

    form = DeskForm
    resource_classes = [BenchmarkResource]
    list_display = ["name", "role", "low", "high", "currency", "kind", "area", "year", "source"]
    list_filter = ["year", "kind", "role__family"]
    list_select_related = ["role", "source"]
    search_fields = ["name", "role__title", "area"]
    autocomplete_fields = ["role"]

    def get_readonly_fields(self, request: HttpRequest, obj: Benchmark | None = None) -> list[str]:
        """A range stays with its role."""
        return ["role"] if obj else []

    def save_model(self, request: HttpRequest, obj: Benchmark, form: Any, change: bool) -> None:
        """Save, and count the change of the role."""
        super().save_model(request, obj, form, change)
        obj.role.saved()


@admin.register(PayLawRule)
class PayLawRuleAdmin(CsvAdmin):
    """The rules, each with the day on which it was read."""

    resource_classes = [PayLawRuleResource]
    list_display = ["jurisdiction", "level", "effective_from", "effective_to", "checked_on"]
    list_filter = ["country", "level", "checked_on"]
    search_fields = ["jurisdiction", "slug", "region", "city"]
    prepopulated_fields = {"slug": ["jurisdiction"]}
