"""The page on which editors bring a table in: a file or pasted rows, a dry run, and the faults in words."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from import_export.admin import ImportExportModelAdmin
from import_export.forms import ImportForm
from import_export.results import Result

from compensation.csv_format import SpreadsheetCsv, SpreadsheetXlsx
from compensation.desk.pasting import PastedRowsForm

FORMATS = [SpreadsheetCsv, SpreadsheetXlsx]
WORKBOOK = b"PK\x03\x04"  # what one begins with


class TableForm(PastedRowsForm, ImportForm):
    """A table to import: a file, or rows copied from a spreadsheet. The format is recognized by the first bytes."""

    import_file = forms.FileField(
        required=False,
        label="File",
        help_text="CSV or XLSX, as any spreadsheet saves it. For example: ranges-2026.xlsx.",
    )
    field_order = ["resource", "import_file", "pasted", "format"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["format"].required = False
        self.fields["format"].widget = forms.HiddenInput()

    @property
    def media(self) -> forms.Media:
        """No scripts, because there is no format to choose."""
        return forms.Media()

    def clean(self) -> dict[str, Any]:
        """The cleaned data with the table as a file, and its format. Raises ValidationError where nothing came."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        file = self.choose_file(cleaned.get("import_file"))
        is_workbook = file.read(len(WORKBOOK)) == WORKBOOK
        file.seek(0)
        return cleaned | {"import_file": file, "format": str(int(is_workbook))}


class TableAdmin(ImportExportModelAdmin):
    """An admin table with import, dry run and export."""

    formats = FORMATS
    import_form_class = TableForm
    import_template_name = "admin/compensation/table_import.html"
    skip_export_form = True
    skip_export_form_from_action = True

    def add_data_read_fail_error_to_form(self, form: forms.Form, error: Exception) -> None:
        """Add an error to the form that says why a file can't be read as a table."""
        form.add_error(None, f"{error}" if isinstance(error, ValueError) else "This table can’t be read.")

    def get_import_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The names of the columns that an import takes, for the page, and None for what is set after a dry run."""
        (resource,) = self.resource_classes
        columns = [field.column_name for field in resource().get_import_fields()]
        return {"columns": columns, "result": None, "confirm_form": None}

    def process_result(self, result: Result, request: HttpRequest) -> HttpResponse:
        """Redirect to the list after an import; back to the import page, with a message, where rows have become faulty
        since the dry run.
        """
        if not (result.has_errors() or result.has_validation_errors()):
            return super().process_result(result, request)
        messages.error(request, "Nothing was imported: the site has changed since the dry run. Review it again.")
        return redirect(f"admin:{self.opts.app_label}_{self.opts.model_name}_import")
