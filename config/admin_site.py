"""The admin's site: sign-in with a code for those who set one up, and the page where they do."""

import io
from base64 import b32encode
from functools import wraps
from typing import Any

from axes.models import AccessAttempt
from django import forms
from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, path, reverse
from django.utils import timezone
from django_otp import login as sign_in_with
from django_otp import match_token, user_has_device
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.qr import write_qrcode_image

from company.site import read_site_name
from config.start_kit import start_kit

# The apps in the order in which editors need them, under names that say what they hold.
APPS = {
    "roles": "Roles",
    "interviews": "Interviews",
    "compensation": "Pay",
    "occupations": "Occupations",
    "company": "Company",
    "packs": "Openings",
    "auth": "Accounts",
    "otp_totp": "Second factor",
    "axes": "Wrong passwords",
    "admin": "Audit log",
}
CODE = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})


TRIED_TOO_OFTEN = "There were too many wrong passwords for this name. Wait 15 minutes, or ask an administrator."


def count_wrong_passwords(name: str) -> int:
    """The number of wrong passwords tried for a user name within AXES_COOLOFF_TIME, from all networks. One query."""
    lately = AccessAttempt.objects.filter(username=name, attempt_time__gt=timezone.now() - settings.AXES_COOLOFF_TIME)
    return int(lately.aggregate(total=Sum("failures_since_start"))["total"] or 0)


class SignInForm(AdminAuthenticationForm):
    """Name and password, and a code for people who have set up a second factor."""

    code = forms.CharField(required=False, label="Code from your app, if you set one up", widget=CODE)

    def clean(self) -> dict[str, str]:
        """The cleaned data, once name, password and, for those with a second factor, the code fit. Raises
        ValidationError otherwise.

        Wrong tries are counted: a name that was tried too often is refused unread, from whichever network, and
        django-otp slows down guesses of a code.
        """
        if count_wrong_passwords(self.cleaned_data.get("username", "")) >= settings.WRONG_PASSWORDS_A_NAME:
            raise forms.ValidationError(TRIED_TOO_OFTEN, code="locked")
        cleaned: dict[str, str] = super().clean()
        user = self.get_user()
        if user and user_has_device(user):
            user.otp_device = match_token(user, cleaned.get("code", ""))  # type: ignore[attr-defined] # read on sign-in
            if user.otp_device is None:  # type: ignore[attr-defined]
                raise forms.ValidationError("Enter the code that your app shows now.", code="code")
        return cleaned


class CodeForm(forms.Form):
    """The code that an app shows, as proof that the app is set up."""

    code = forms.CharField(label="Code that the app shows", widget=CODE)

    def __init__(self, *args: object, device: TOTPDevice, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type] # passed through
        self.device = device

    def clean_code(self) -> str:
        """The code without spaces, once the device accepts it. Raises ValidationError where it doesn't."""
        code: str = self.cleaned_data["code"].replace(" ", "")
        if not self.device.verify_token(code):
            raise forms.ValidationError("This isn’t the current code. Wait for the next one and enter it.")
        return code


class RolebookAdminSite(AdminSite):
    """Django's admin site, which also asks for a code where one is set up."""

    index_title = "The editors’ desk"
    login_form = SignInForm
    login_template = "admin/sign_in.html"

    @property
    def site_header(self) -> str:  # type: ignore[override] # read for each page
        """The heading of every page: the site's name and "desk"."""
        return f"{read_site_name()} desk"

    site_title = site_header

    def has_permission(self, request: HttpRequest) -> bool:
        """Whether the visitor is active staff and, where they have set up a second factor, has given its code."""
        if not super().has_permission(request):
            return False
        return request.user.is_verified() or not user_has_device(request.user)  # type: ignore[union-attr] # OTPMiddleware

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:
        """Django's wrapper of a view. A POST without a sign-in is answered with a sign-in page that keeps the form."""
        guarded = super().admin_view(view, cacheable)

        @wraps(guarded)
        def keep_or_show(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            is_logout = request.path == reverse("admin:logout", current_app=self.name)
            if request.method == "POST" and not is_logout and not self.has_permission(request):
                from config.desk.kept_form import ask_to_sign_in  # noqa: PLC0415 # as in get_urls

                if not request.user.is_authenticated:
                    return ask_to_sign_in(request)
            return guarded(request, *args, **kwargs)

        return keep_or_show

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[Any]:
        """The apps and models that the visitor may see, in the order and with the names of APPS."""
        found = {app["app_label"]: app for app in super().get_app_list(request, app_label)}
        return [found[label] | {"name": name} for label, name in APPS.items() if label in found]

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """URL patterns: the pages of the second factor and the start of a kit, then Django's own."""
        from config.desk.kept_form import sign_in_again  # noqa: PLC0415
        from config.desk.new_role import show_new_role  # noqa: PLC0415 # the desk's site is made before there are models

        own = [
            path("sign-in-again/", sign_in_again, name="sign-in-again"),
            path("new-role/", self.admin_view(show_new_role), name="new-role"),
            path("second-factor/", self.admin_view(self.second_factor), name="second-factor"),
            path("second-factor/code.svg", self.admin_view(self.qr_code), name="second-factor-code"),
            path("start-kit/<soc:soc>/", self.admin_view(start_kit), name="start-kit"),
        ]
        return [*own, *super().get_urls()]

    def second_factor(self, request: HttpRequest) -> HttpResponse:
        """The page to set up an app for codes, or to turn the codes off. Makes a device that isn't confirmed yet; a
        POST confirms it with a code, or deletes it, and redirects.
        """
        device = _find_or_make_device(request)
        if device.confirmed:
            if request.method == "POST":
                device.delete()
                messages.success(request, "Signing in no longer asks for a code.")
                return redirect("admin:second-factor")
            return self._render_page(request, device=device)
        form = CodeForm(request.POST or None, device=device)
        if request.method == "POST" and form.is_valid():
            device.confirmed = True
            device.save()
            sign_in_with(request, device)
            messages.success(request, "From now on, signing in asks for a code.")
            return redirect("admin:second-factor")
        secret = b32encode(device.bin_key).decode()
        return self._render_page(request, device=device, form=form, secret=secret)

    def qr_code(self, request: HttpRequest) -> HttpResponse:
        """Answer the QR code of the visitor's device as an SVG. Raises Http404 once the device is confirmed."""
        device = _find_or_make_device(request)
        if device.confirmed:
            raise Http404
        image = io.BytesIO()
        write_qrcode_image(device.config_url, image)
        return HttpResponse(image.getvalue(), content_type="image/svg+xml")

    def _render_page(self, request: HttpRequest, **context: object) -> HttpResponse:
        whole = {**self.each_context(request), "title": "Second factor", **context}
        return render(request, "admin/second_factor.html", whole)


def _find_or_make_device(request: HttpRequest) -> TOTPDevice:
    """The visitor's own device, made where there is none; it counts for nothing until it is confirmed."""
    devices = TOTPDevice.objects.filter(user_id=request.user.pk).order_by("-confirmed", "pk")
    return devices.first() or TOTPDevice.objects.create(user_id=request.user.pk, name="App", confirmed=False)
