"""Response headers that Django has no setting for, what is answered without the database, and how a form is read."""

import logging
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.exceptions import TooManyFieldsSent
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict, UnreadablePostError
from django.template import loader
from django.utils.datastructures import MultiValueDict

access_log = logging.getLogger(__name__)

FORM = "application/x-www-form-urlencoded"

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


class PostedFields(QueryDict):
    """Django's QueryDict of a posted form in UTF-8. It decodes only what is encoded and takes each field in one step:
    Django's own decodes, checks and converts every field, which was a tenth of what a preview of 200 fields costs.
    """

    def __init__(self, body: bytes | str, *, mutable: bool = False, encoding: str = "utf-8") -> None:
        """Read a form's body. Raises TooManyFieldsSent as Django's does."""
        super().__init__(mutable=True, encoding=encoding)
        text = body if isinstance(body, str) else _decode_body(body)
        most = settings.DATA_UPLOAD_MAX_NUMBER_FIELDS
        if most is not None and text.count("&") >= most:
            raise TooManyFieldsSent
        fields: dict[str, list[str]] = {}
        for field in filter(None, text.replace("+", " ").split("&")):
            name, _, value = field.partition("=")
            fields.setdefault(_decode_part(name), []).append(_decode_part(value))
        dict.update(self, fields)
        self._mutable = mutable

    def get(self, key: str, default: Any = None) -> Any:
        """The last value of a field, as Django's method gives it."""
        values = dict.get(self, key)
        return values[-1] if values else default


def _decode_body(body: bytes) -> str:
    try:
        return body.decode()
    except UnicodeDecodeError:  # from a client that doesn't encode
        return body.decode("iso-8859-1")


def _decode_part(text: str) -> str:
    return unquote_to_bytes(text).decode(errors="replace") if "%" in text else text


def read_fields(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that reads the fields of a posted form into `request.POST`, within Django's limits. Answers 400 to a
    form that breaks off.
    """

    def answer_form(request: HttpRequest) -> HttpResponse:
        is_utf8 = (request.encoding or "utf-8").lower() == "utf-8"  # Django refuses any other
        if request.method == "POST" and request.content_type == FORM and is_utf8:
            try:
                request.POST = PostedFields(request.body)  # type: ignore[assignment] # of the types, immutable
            except UnreadablePostError:
                return HttpResponse(status=400)
            # Django would read the form again to look for files.
            request._files = MultiValueDict()  # type: ignore[attr-defined]
        return get_response(request)

    return answer_form
