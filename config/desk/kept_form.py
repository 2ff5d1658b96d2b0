"""A form of the desk that comes without a sign-in: its writer signs in on the answer, and it is sent once more."""

from collections.abc import Sequence

import msgspec
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import login
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.csrf import csrf_failure
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from config.admin_site import SignInForm

SALT = "config.desk.kept_form"
TOKEN_FIELD = "csrfmiddlewaretoken"  # noqa: S105 # the name of a field
SECRETS = {TOKEN_FIELD, "password", "password1", "password2", "old_password", "usable_password", "code", "kept"}


class KeptForm(msgspec.Struct, frozen=True):
    """A posted form: its names and values, and the path to which it was sent."""

    address: str
    fields: Sequence[tuple[str, str]]

    def sign(self) -> str:
        """The form as compressed JSON, signed so that only this site can have made it."""
        return signing.dumps(msgspec.json.encode(self).decode(), salt=SALT, compress=True)

    @classmethod
    def read(cls, text: str) -> "KeptForm":
        """The form in a text that `sign` made. Raises BadRequest for any other text."""
        try:
            return msgspec.json.decode(signing.loads(text, salt=SALT), type=cls)
        except (signing.BadSignature, msgspec.ValidationError) as error:
            raise BadRequest("not a form that this site kept") from error


def keep_form(request: HttpRequest) -> KeptForm:
    """The names and values of a posted form, without passwords, files and the page's token."""
    fields = [(name, str(value)) for name, values in request.POST.lists() for value in values if name not in SECRETS]
    return KeptForm(request.get_full_path(), fields)


def ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    """Answer 401 with a sign-in page that carries the form that was posted, so that nothing typed is lost."""
    form = SignInForm(request)
    return _render(request, "sign_in_again", form=form, kept=keep_form(request).sign(), status=401)


@require_POST
@never_cache
@sensitive_post_parameters()
def sign_in_again(request: HttpRequest) -> HttpResponse:
    """Sign in, then answer with a page that sends the kept form once more; 401 where the sign-in fails. Raises
    BadRequest for a form that this site didn't sign.
    """
    kept = KeptForm.read(request.POST.get("kept", ""))
    form = SignInForm(request, data=request.POST)
    if not form.is_valid():
        return _render(request, "sign_in_again", form=form, kept=kept.sign(), status=401)
    login(request, form.get_user())
    return _render(request, "send_again", kept=kept, sends_itself=True)


def show_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer 403 to a POST whose CSRF token isn't this browser's. On the desk the page offers to send the same form
    again, since signing in changes the token; elsewhere it only explains.
    """
    is_ours = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if request.path.startswith(f"/{settings.ADMIN_PATH}/") and is_ours and TOKEN_FIELD in request.POST:
        return _render(request, "send_again", kept=keep_form(request), sends_itself=False, status=403)
    return csrf_failure(request, reason, template_name="403_csrf.html")


def _render(request: HttpRequest, name: str, /, status: int = 200, **context: object) -> HttpResponse:
    titles = {"sign_in_again": "Sign in, and your form is saved", "send_again": "Your form is here"}
    frame = {"title": titles[name], "site_header": admin.site.site_header, "has_permission": False}
    whole = {**frame, "is_nav_sidebar_enabled": False, **context}
    return render(request, f"admin/{name}.html", whole, status=status)
