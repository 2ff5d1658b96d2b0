"""The forms of the editors' desk."""

from datetime import datetime

from django import forms
from django.contrib.admin.widgets import AdminSplitDateTime
from django.utils import timezone


class PublishForm(forms.Form):
    """What the public log says, and when the edition goes live."""

    note = forms.CharField(
        max_length=500,
        label="What changed",
        help_text="Readers see this in the page's log. For example: New pay ranges for 2026.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    at = forms.SplitDateTimeField(
        required=False,
        label="Live from (UTC)",
        help_text="Leave empty to publish now.",
        widget=AdminSplitDateTime,
    )

    def clean_at(self) -> datetime | None:
        """A time that has passed is a mistake, not a wish."""
        at: datetime | None = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise forms.ValidationError("This time has passed. Choose a later one, or leave it empty to publish now.")
        return at
