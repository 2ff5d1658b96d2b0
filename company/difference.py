"""What differs between two profiles, field by field, in the words of the form."""

from typing import Any

import msgspec
from django.utils.translation import gettext as _

from company.form_fields import BenefitsField
from company.forms import ProfileForm
from company.profile import CompanyProfile


class ProfileChange(msgspec.Struct, frozen=True):
    """A field that differs between two profiles: its label, and its text before and after, "" for an empty one."""

    label: str
    before: str
    after: str


def list_profile_changes(before: CompanyProfile, after: CompanyProfile) -> list[ProfileChange]:
    """The fields in which two profiles differ, in the order of the form."""
    fields = [(name, field) for name, field in ProfileForm.base_fields.items() if hasattr(before, name)]
    return [
        ProfileChange(str(field.label), _word_value(field, was), _word_value(field, becomes))
        for name, field in fields
        if (was := getattr(before, name)) != (becomes := getattr(after, name))
    ]


def _word_value(field: Any, value: Any) -> str:
    if isinstance(value, bytes):
        return _("An image of %(size)s bytes") % {"size": f"{len(value):,}"} if value else ""
    if isinstance(field, BenefitsField):
        return "\n".join(f"{one.name} | {one.note}" if one.note else one.name for one in value)
    choices = {key: str(label) for key, label in getattr(field, "choices", ())}
    shown = field.prepare_value(value)
    return "" if shown in (None, "") else choices.get(shown, str(shown))
