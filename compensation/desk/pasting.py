"""Rows that editors paste instead of choosing a file."""

from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile


class PastedRowsForm(forms.Form):
    """A part of a form: a box for rows copied from a spreadsheet, for want of a file."""

    pasted = forms.CharField(
        required=False,
        label="Or paste rows",
        help_text="Copied from a spreadsheet, with the row that names the columns.",
        widget=forms.Textarea(attrs={"rows": 6, "cols": 80, "wrap": "off"}),
        strip=False,
    )

    def choose_file(self, file: UploadedFile | None) -> UploadedFile:
        """The file, or one that is made of the pasted rows. Raises ValidationError where nothing came."""
        pasted = self.cleaned_data.get("pasted") or ""
        if file:
            return file
        if not pasted.strip():
            raise forms.ValidationError("Choose a file, or paste rows.")
        return SimpleUploadedFile("pasted rows", pasted.lstrip("\r\n").encode())
