"""Response headers that Django has no setting for, and how long an editor stays signed in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

POWERS = ("camera", "display-capture", "geolocation", "microphone", "payment", "publickey-credentials-get", "usb")
HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join([*(f"{power}=()" for power in POWERS), "clipboard-write=(self)"]),
}


def renew_session(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Start an editor's idle time anew with every request for the admin; other pages leave the session unread."""

    def renew(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.SESSION_COOKIE_PATH):
            request.session.modified = True
        return get_response(request)

    return renew


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Add HEADERS to every response that does not set its own."""

    def add(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    return add
