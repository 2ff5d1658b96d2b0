"""The forms of the editors' desk."""

from datetime import datetime
from typing import Any

from django import forms
from django.contrib.admin.models import LogEntry
from django.contrib.admin.widgets import AdminSplitDateTime
from django.contrib.contenttypes.models import ContentType
from django.core.files.uploadedfile import UploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from roles.kit.files import LARGEST_KIT_FILE, KitFileError, parse_kit
from roles.kit.value import Kit
from roles.models.working_copy import Role


class VersionedForm(forms.ModelForm):
    """A form over a role's working copy, or a row of it. It is refused where someone saved the role in between."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["seen_version"].initial = self.role.version

    @property
    def role(self) -> Role:
        """The role that the form changes."""
        instance = self.instance
        role: Role = instance if isinstance(instance, Role) else instance.role
        return role

    def clean(self) -> dict[str, Any] | None:
        """Hold the role until the save, and compare versions. Admin runs this inside the transaction of the save."""
        cleaned = super().clean()
        if self.instance.pk:
            now = Role.objects.select_for_update().values_list("version", flat=True).get(pk=self.role.pk)
            if self.cleaned_data.get("seen_version") != now:
                raise forms.ValidationError(_someone_saved(self.role), code="unseen")
        return cleaned


def _someone_saved(role: Role) -> SafeString:
    kind = ContentType.objects.get_for_model(Role)
    last = LogEntry.objects.filter(content_type=kind, object_id=str(role.pk)).select_related("user").first()
    who = f"{last.user.get_username()} saved this role" if last else "Someone saved this role"
    when = f" on {last.action_time:%B %-d at %H:%M} UTC" if last else ""
    return format_html(
        "{}{}, after you opened it. Nothing was overwritten, and what you wrote is still on this page. "
        '<a href="{}" target="_blank">Open the role as it is now</a> in another tab and carry your changes over.',
        who,
        when,
        reverse("admin:roles_role_change", args=[role.pk]),
    )


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
    accept = forms.BooleanField(
        label="I have read the warnings, and publish all the same",
        error_messages={"required": "Read the warnings above and tick this box, or fix them first."},
    )

    def __init__(self, *args: Any, warnings: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not warnings:
            del self.fields["accept"]

    def clean_at(self) -> datetime | None:
        """A time that has passed is a mistake, not a wish."""
        at: datetime | None = self.cleaned_data["at"]
        if at and at < timezone.now():
            raise forms.ValidationError("This time has passed. Choose a later one, or leave it empty to publish now.")
        return at


class EarlierForm(forms.Form):
    """The number of the edition to compare with."""

    earlier = forms.IntegerField(required=False, min_value=1, max_value=2_000_000_000)


class KitFileForm(forms.Form):
    """A kit file to read. `cleaned_data["kit"]` is its kit."""

    file = forms.FileField(
        label="Kit file",
        help_text=f"YAML or JSON, up to {LARGEST_KIT_FILE:,} bytes, for example product-manager.yaml. "
        "You see what it would change before anything is written.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
    )

    def clean(self) -> dict[str, Any]:
        """Read the file. Each of its faults is one error, with its line."""
        upload: UploadedFile | None = self.cleaned_data.get("file")
        if upload:
            self.cleaned_data["kit"] = _read_kit(upload.read(LARGEST_KIT_FILE + 1), str(upload.name), self, "file")
        return self.cleaned_data


class ApplyKitForm(forms.Form):
    """The kit of a dry run, and the version of the working copy with which it was compared."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False)
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """Read the kit again, and see that the role is as it was in the dry run."""
        kit = _read_kit(self.cleaned_data.get("text", "").encode(), "The file", self, None)
        if kit:
            role = Role.objects.select_for_update().filter(slug=kit.slug).first()
            if (role.version if role else None) != self.cleaned_data.get("seen_version"):
                self.add_error(None, "Someone saved this role since you uploaded the file. Upload it again to compare.")
        self.cleaned_data["kit"] = kit
        return self.cleaned_data


def _read_kit(raw: bytes, name: str, form: forms.Form, field: str | None) -> Kit | None:
    try:
        return parse_kit(raw, name=name)
    except KitFileError as error:
        form.add_error(field, [*str(error).splitlines()])
        return None
