"""The site's profile as a file, on the desk: taken away, and taken over once its differences were seen."""

import msgspec
from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.http import content_disposition_header
from django.utils.text import slugify

from company.branding import Branding
from company.difference import list_profile_changes
from company.forms import ProfileFileForm, read_profile_file
from company.models import SiteCompany
from company.profile import CompanyProfile
from company.profile_file import write_profile
from company.store import save_site_company

UNPROCESSABLE, CONFLICT = 422, 409


class SeenForm(forms.Form):
    """A profile whose differences from the site's company were shown, and the number of the change
    they were shown for.
    """

    profile = forms.CharField(widget=forms.HiddenInput, strip=False)
    changes = forms.IntegerField(widget=forms.HiddenInput)

    def clean_profile(self) -> CompanyProfile:
        """The profile in the posted text. Raises ValidationError for a text that holds none."""
        return read_profile_file(self.cleaned_data["profile"].encode())


class ProfileFilePages(admin.ModelAdmin):
    """Two pages of the admin: one to download the profile as a file, one to replace it with a file."""

    change_form_template = "admin/company/sitecompany/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        """URL patterns: the two pages for files, then Django's own."""
        own = [
            path("file/", self.admin_site.admin_view(self.download_profile), name="company_sitecompany_file"),
            path("import/", self.admin_site.admin_view(self.import_profile), name="company_sitecompany_import"),
        ]
        return [*own, *super().get_urls()]

    def download_profile(self, request: HttpRequest) -> HttpResponse:
        """Answer the site's profile, with the brand's logo and color, as a JSON file; an empty one without a company.
        Raises PermissionDenied.
        """
        if not self.has_view_permission(request):
            raise PermissionDenied
        profile = _read_whole(_find_site())
        name = f"{slugify(profile.name) or 'company'}.json"
        headers = {"Content-Disposition": str(content_disposition_header(as_attachment=True, filename=name))}
        return HttpResponse(write_profile(profile), content_type="application/json", headers=headers)

    def import_profile(self, request: HttpRequest) -> HttpResponse:
        """The form for a profile's file. A POST shows what it would change; a second POST stores it and redirects: 422
        for a faulty file, 409 where the company has changed since. Raises PermissionDenied.
        """
        if not self.has_change_permission(request) or not self.has_add_permission(request):
            raise PermissionDenied
        if request.method != "POST":
            return self._show_import(request, ProfileFileForm())
        if "profile" in request.POST:
            return self._take_seen(request)
        form = ProfileFileForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show_import(request, form, status=UNPROCESSABLE)
        return self._show_import(request, ProfileFileForm(), form.cleaned_data["file"])

    def _take_seen(self, request: HttpRequest) -> HttpResponse:
        seen, site = SeenForm(request.POST), _find_site()
        if not seen.is_valid():
            messages.error(request, "The file couldn’t be read again. Upload it once more.")
            return self._show_import(request, ProfileFileForm(), status=UNPROCESSABLE)
        profile: CompanyProfile = seen.cleaned_data["profile"]
        if seen.cleaned_data["changes"] != (site.changes if site else 0):
            messages.error(request, "Somebody changed the company in the meantime. These are the differences now.")
            return self._show_import(request, ProfileFileForm(), profile, status=CONFLICT)
        branding = site.branding if site else Branding()
        branding = msgspec.structs.replace(branding, logo=profile.logo, accent=profile.accent)
        saved = save_site_company(msgspec.structs.replace(profile, logo=b"", accent=None), branding)
        self.log_change(request, saved, "Loaded the profile from a file.")
        messages.success(request, "The profile has been loaded from the file.")
        return redirect("admin:company_sitecompany_change", saved.pk)

    def _show_import(
        self, request: HttpRequest, form: ProfileFileForm, found: CompanyProfile | None = None, *, status: int = 200
    ) -> HttpResponse:
        site = _find_site()
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": "Load a profile from a file",
            "form": form,
            "found": found,
            "changes": list_profile_changes(_read_whole(site), found) if found else [],
            "seen": SeenForm(initial={"profile": write_profile(found).decode(), "changes": site.changes if site else 0})
            if found
            else None,
        }
        return render(request, "admin/company/sitecompany/import.html", context, status=status)


def _find_site() -> SiteCompany | None:
    return SiteCompany.objects.select_related("profile").first()


def _read_whole(site: SiteCompany | None) -> CompanyProfile:
    """The site's profile with the logo and color of its brand; an empty one without a company."""
    if site is None:
        return CompanyProfile()
    branding = site.branding
    return msgspec.structs.replace(site.profile.current().value, logo=branding.logo, accent=branding.accent)
