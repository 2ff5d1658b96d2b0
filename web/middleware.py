"""Response headers that Django has no setting for, and what is answered while the database is away."""

import logging
import re
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.template import loader

access_log = logging.getLogger(__name__)

POWERS = ("camera", "display-capture", "geolocation", "microphone", "payment", "publickey-credentials-get", "usb")
SECURITY_HEADERS = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join([*(f"{power}=()" for power in POWERS), "clipboard-write=(self)"]),
}
# An address under a token is a key: neither a cache nor the site's own next page is told it, whatever the answer is.
UNDER_TOKEN = re.compile(r"(?i)\A/+(?:packs|shared|previews|passwords|company)/+[^/]")
PRIVATE_HEADERS = {
    "Cache-Control": "private, no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
}


class Unavailable:
    """Middleware that answers 503 where the database is out of reach or has no free connection."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer an OperationalError with the 503 page, and log it. Returns None for any other error, which Django
        handles.
        """
        if not isinstance(error, OperationalError):
            return None
        access_log.error("The database is out of reach", exc_info=error)
        page = loader.render_to_string("503.html")
        return HttpResponse(page, status=503, headers={"Retry-After": "5", "Cache-Control": "no-store"})


def add_headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that adds SECURITY_HEADERS to responses that don't set their own, and PRIVATE_HEADERS to those at
    addresses with a token.
    """

    def answer_with_headers(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in SECURITY_HEADERS.items():
            response.headers.setdefault(name, value)
        if UNDER_TOKEN.match(request.path_info):
            for name, value in PRIVATE_HEADERS.items():
                response.headers[name] = value
        return response

    return answer_with_headers
