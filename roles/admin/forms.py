"""The forms of the editors' desk."""

from typing import Any, cast

import msgspec
from django import forms
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils import timezone

from roles.admin.moments import UTC, ZONE, MomentField, ZonedForm
from roles.kit.files import LARGEST_KIT_FILE, KitFileError, parse_kit
from roles.kit.value import Kit
from roles.models.edition import Edition
from roles.models.working_copy import Role

DROP, KEEP = "drop", "keep"
_SEEN = "roles.admin.seen"


class SeenKitField(forms.CharField):
    """The kit that a page has shown, in a hidden field, so that nobody publishes what they haven't seen."""

    widget = forms.HiddenInput
    default_error_messages = {
        "required": "Review what will change for readers, then publish.",
        "unreadable": "The site has been updated since you opened this page. Review the changes again, then publish.",
    }

    def prepare_value(self, value: Kit | str | None) -> str | None:
        """A kit as the text that `sign_kit` makes of it; a text that was posted stays as it is."""
        return sign_kit(value) if isinstance(value, Kit) else value

    def clean(self, value: str) -> Kit:
        """The kit in a signed text. Raises ValidationError for a text that this site hasn't signed."""
        text: str = super().clean(value)
        try:
            return msgspec.json.decode(signing.loads(text, salt=_SEEN), type=Kit)
        except (signing.BadSignature, msgspec.ValidationError) as error:
            raise forms.ValidationError(self.error_messages["unreadable"], code="unreadable") from error


def sign_kit(kit: Kit) -> str:
    """A kit as compressed JSON, signed so that only this site can have made it."""
    return signing.dumps(msgspec.json.encode(kit).decode(), salt=_SEEN, compress=True)


class PublishForm(ZonedForm):
    """The note for the public log, when the edition goes live, and what happens to an edition that is scheduled."""

    field_order = ["note", "at", ZONE, "schedule", "accept"]

    seen = SeenKitField()

    note = forms.CharField(
        max_length=500,
        label="What changed",
        help_text="Readers see this in the page’s log. For example: New pay ranges for 2026.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    at = MomentField(required=False, label="Live from", help_text="Leave empty to publish now.")
    schedule = forms.ChoiceField(widget=forms.RadioSelect, label="The edition that is scheduled")
    accept = forms.BooleanField(
        label="I have read the warnings and want to publish anyway",
        error_messages={"required": "Read the warnings above and check this box, or fix them first."},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        seen: Kit,
        scheduled: Edition | None = None,
        warnings: bool = False,
        zone: str = UTC,
    ) -> None:
        super().__init__(data, initial={"seen": seen, ZONE: zone})
        self.scheduled, self.warnings = scheduled, warnings
        if not warnings:
            del self.fields["accept"]
        if scheduled:
            moment = f"{scheduled.live_from:%B %-d, %Y, %H:%M} UTC"
            cast("forms.ChoiceField", self.fields["schedule"]).choices = [
                (DROP, f"Drop edition {scheduled.number}: this one replaces it."),
                (KEEP, f"Keep it: this one is live until {moment}, then edition {scheduled.number} follows as it is."),
            ]
        else:
            del self.fields["schedule"]

    def show_again(self, kit: Kit) -> "PublishForm":
        """A new form with what was typed, for the kit as it was saved since the page was opened."""
        data = cast("QueryDict", self.data).copy()
        data["seen"] = sign_kit(kit)
        form = PublishForm(data, seen=kit, scheduled=self.scheduled, warnings=self.warnings)
        form.add_error(None, "Somebody saved changes after you opened this page, so nothing was published. Look again.")
        return form

    def clean(self) -> dict[str, Any]:
        """The cleaned data, with times in UTC. Adds an error for a time that has passed, and where a scheduled edition
        that stays would start first.
        """
        at, kept = self.in_zone("at"), self.cleaned_data.get("schedule") == KEEP
        if at and at < timezone.now():
            self.add_error("at", "This time has passed. Choose a later one, or leave it empty to publish now.")
        elif at and kept and self.scheduled and at >= self.scheduled.live_from:
            self.add_error("at", "The scheduled edition goes live before this. Choose an earlier time, or drop it.")
        return self.cleaned_data | {"at": at}


class ExpiryForm(ZonedForm):
    """The moment when the newest edition goes off the site; left empty, it stays."""

    until = MomentField(required=False, label="Off the site from", help_text="Leave empty to keep it on the site.")

    field_order = ["until", ZONE]

    def clean(self) -> dict[str, Any]:
        """The cleaned data with `until` as a moment in UTC or None. Adds an error to `until` where that moment has
        passed.
        """
        until = self.in_zone("until")
        if until and until < timezone.now():
            self.add_error("until", "This time has passed. To take the role off the site now, unpublish it.")
        return self.cleaned_data | {"until": until}


class PublishSeveralForm(ZonedForm):
    """A note for several roles. `kits` has what each holds now, by the role's key, and `seen` what the publisher was
    shown.
    """

    field_order = ["note", "at", ZONE, "back", "accept"]

    note = forms.CharField(
        max_length=500,
        label="What changed",
        help_text="Readers see this in each page’s log.",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    at = MomentField(required=False, label="Live from", help_text="Leave empty to publish now.")
    back = forms.CharField(required=False, widget=forms.HiddenInput)
    accept = forms.BooleanField(
        label="I have read the warnings and want to publish anyway",
        error_messages={"required": "Read the warnings above and check this box, or fix them first."},
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        kits: dict[int, Kit],
        warnings: bool = False,
        initial: dict[str, str] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        self.kits = kits
        self.seen: dict[int, Kit] = {}
        if not warnings:
            del self.fields["accept"]

    def clean(self) -> dict[str, Any]:
        """The cleaned data; fills `seen`. Adds an error where a role was saved since the page was opened, and for a
        time that has passed.
        """
        for key, kit in self.kits.items():
            self.seen[key] = SeenKitField().clean(self.data.get(f"seen-{key}", ""))
            if self.seen[key] != kit:
                self.add_error(None, f"{kit.title} was saved after you opened this page. Nothing was published.")
        at = self.in_zone("at")
        if at and at < timezone.now():
            self.add_error("at", "This time has passed. Choose a later one, or leave it empty to publish now.")
        return self.cleaned_data | {"at": at}


class RestoreForm(forms.Form):
    """The version of the working copy for which the page has shown what would be lost."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: QueryDict | None, *, role: Role) -> None:
        super().__init__(data, initial={"seen_version": role.version})
        self.role = role

    def clean_seen_version(self) -> int:
        """The number of the version that was seen. Locks the role's row, so it needs a transaction.

        Raises ValidationError where somebody has saved since then; the form then holds the new number.
        """
        seen: int = self.cleaned_data["seen_version"]
        now = Role.objects.select_for_update().values_list("version", flat=True).get(pk=self.role.pk)
        if seen != now:
            self.data = data = cast("QueryDict", self.data).copy()
            data["seen_version"] = str(now)
            raise forms.ValidationError(
                "Somebody saved changes after you opened this page. Look again at what would be lost."
            )
        return seen


class EarlierForm(forms.Form):
    """The number of the edition to compare with, in the query of the address."""

    earlier = forms.IntegerField(required=False, min_value=1, max_value=2_000_000_000)


class KitFileForm(forms.Form):
    """An uploaded kit file. Once the form is valid, `cleaned_data["kit"]` is the kit in that file."""

    file = forms.FileField(
        label="Kit file",
        help_text=f"YAML or JSON, up to {LARGEST_KIT_FILE:,} bytes, for example product-manager.yaml. "
        "You see what it would change before anything is written.",
        widget=forms.FileInput(attrs={"accept": ".yaml,.yml,.json"}),
    )

    def clean(self) -> dict[str, Any]:
        """The cleaned data with the `kit` in the file. Adds an error, with its line, for each fault of the file."""
        upload: UploadedFile | None = self.cleaned_data.get("file")
        if upload:
            self.cleaned_data["kit"] = _read_kit(upload.read(LARGEST_KIT_FILE + 1), str(upload.name), self, "file")
        return self.cleaned_data


class ApplyKitForm(forms.Form):
    """The kit of a dry run, and the version of the working copy that it was compared with."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False)
    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """The cleaned data with the kit that was read from the posted text. Locks the role's row.

        Adds an error where the text is no kit, or where the role was saved after the dry run.
        """
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
