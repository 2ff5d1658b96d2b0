"""The forms of an import of pay: what the file is, and the file itself."""

import re
from typing import Any

from django import forms

from compensation.desk.pasting import PastedRowsForm
from compensation.imports.days import DayOrder
from compensation.imports.generic import build_generic_layout
from compensation.imports.lca import build_lca_layout
from compensation.imports.loading import Layout
from roles.models.working_copy import Source

LARGEST_FILE = 2_000_000  # bytes: as much as deploy/nginx.conf lets through
RECORDS, FILINGS = "records", "filings"
QUARTER = re.compile(r"(FY20[0-9]{2}) ?Q([1-4])")


class PayFileKindForm(forms.Form):
    """The kind of a file of pay, and how to read what could be read in two ways."""

    kind = forms.ChoiceField(
        choices=[
            (RECORDS, "Pay records in the columns below"),
            (FILINGS, "Visa filings of the US Department of Labor (LCA)"),
        ],
        label="What the file is",
    )
    source = forms.ModelChoiceField(
        Source.objects.order_by("publisher", "title"),
        to_field_name="slug",
        required=False,
        label="Source",
        empty_label="Choose a source",
        help_text="For pay records only. Add it under Sources first, with its method and license.",
    )
    dates = forms.ChoiceField(
        choices=[
            (DayOrder.ASK, "Refuse dates such as 03/04/2026"),
            (DayOrder.DAY_FIRST, "Day first: 03/04/2026 is April 3"),
            (DayOrder.MONTH_FIRST, "Month first: 03/04/2026 is March 4"),
        ],
        label="Dates of pay records",
    )
    quarter = forms.CharField(
        required=False,
        max_length=9,
        label="Quarter of visa filings",
        help_text="Only for files without decision dates. For example: FY2024Q1.",
    )

    def clean_quarter(self) -> tuple[str, int] | None:
        """The fiscal year and quarter as ("FY2024", 1), or None. Raises ValidationError for another text."""
        text: str = self.cleaned_data["quarter"].strip().upper()
        named = QUARTER.fullmatch(text)
        if text and not named:
            raise forms.ValidationError("Enter the quarter as FY2024Q1.")
        return (named[1], int(named[2])) if named else None

    def clean(self) -> dict[str, Any]:
        """The cleaned data. Adds an error where pay records come without a source."""
        if self.cleaned_data.get("kind") == RECORDS and not self.cleaned_data.get("source"):
            self.add_error("source", "Choose the source that the records are from.")
        return self.cleaned_data

    def build_layout(self) -> Layout:
        """The layout by which a valid form's file is read: that of filings, or of records."""
        asked = self.cleaned_data
        if asked["kind"] == FILINGS:
            return build_lca_layout(asked["quarter"])
        return build_generic_layout(asked["source"].slug, DayOrder(asked["dates"]))


class PayFileForm(PastedRowsForm, PayFileKindForm):
    """A file of pay, or rows copied from a spreadsheet."""

    file = forms.FileField(
        required=False,
        label="File",
        help_text="CSV, compressed CSV (.gz) or XLSX, 2 MB at most. For example: survey-2026.csv.",
    )
    field_order = ["kind", "source", "dates", "quarter", "file", "pasted"]

    def clean(self) -> dict[str, Any]:
        """The cleaned data with `file`, made of the rows where they were pasted. Adds an error where nothing came, or
        too much for the desk.
        """
        cleaned = super().clean()
        file = self.choose_file(cleaned.get("file"))
        if (file.size or 0) > LARGEST_FILE:
            self.add_error("file", "This file is larger than 2 MB. Compress it, or import it with a command.")
        return cleaned | {"file": file}


class WaitingPayFileForm(PayFileKindForm):
    """A file that waits to be imported, and the counts of rows that its preview gave."""

    waiting = forms.CharField()
    name = forms.CharField(max_length=300)
    seen = forms.CharField(required=False)
