"""The desk of old addresses: what readers who follow an old link are sent on to."""

from urllib.parse import unquote

from django import forms
from django.contrib import admin

from roles.admin.part_pages.lock import LockedForm
from roles.admin.texts import Helped
from roles.fields import one_line
from roles.models.old_address import OldAddress, own_path
from roles.publishing.links import leads_somewhere

TEXTS = {
    "old_path": "Where readers still come from. For example: /roles/product-czar/.",
    "new_path": "Where they should arrive: a page that is on the site. For example: /roles/product-owner/.",
}


class OldAddressForm(LockedForm):
    """An old path that no longer has a page, and the path to send readers to."""

    def clean_old_path(self) -> str:
        """The old path, its letters as they are read. Raises ValidationError where a page answers at it."""
        path = _read_path(self.cleaned_data["old_path"])
        if leads_somewhere(path):
            raise forms.ValidationError("The site has a page at this address, which would always take precedence.")
        return path

    def clean_new_path(self) -> str:
        """The new path, its letters as they are read. Raises ValidationError where no page answers at it."""
        path = _read_path(self.cleaned_data["new_path"])
        if not leads_somewhere(path):
            raise forms.ValidationError("The site has no page at this address.")
        return path


def _read_path(text: str) -> str:
    """A path as a request has it: what browsers copy says %C3%B1 for ñ. Raises ValidationError where it's none then."""
    path = unquote(text)
    own_path(path)
    one_line(path)
    return path


@admin.register(OldAddress)
class OldAddressAdmin(Helped, admin.ModelAdmin):
    """The old addresses that editors list. Those of roles and answers redirect without being listed."""

    form = OldAddressForm
    help_texts = TEXTS
    list_display = ["old_path", "new_path", "created_at"]
    search_fields = ["old_path", "new_path"]
    readonly_fields = ["created_at"]
