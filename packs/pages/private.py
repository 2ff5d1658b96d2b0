"""What every view under a private link has in common; the headers of its answers come from web/middleware.py."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate
from urllib.parse import urlsplit

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt

from web.child_pool import StoppedError

TOO_MANY = 429

type PrivateView[**P] = Callable[Concatenate[HttpRequest, P], HttpResponse]


def keep_private[**P](view: PrivateView[P]) -> PrivateView[P]:
    """Make a view private: a POST that another site sent raises PermissionDenied.

    The token in the address permits a write, and another site can't know it: Django's CSRF cookie would guard nothing,
    and refuse_other_sites is a second lock.
    """

    @csrf_exempt
    @wraps(view)
    def answer_privately(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        if request.method == "POST":
            refuse_other_sites(request)
        return view(request, *args, **kwargs)

    return answer_privately


def allow_save(request: HttpRequest, *, is_new: bool = False, count: int = 1) -> None:
    """Count what is about to be stored for the visitor's network: the bytes of the form, and `count` new things where
    `is_new`.

    Raises StoppedError beyond a day's share, which the form's page shows, and PermissionDenied as refuse_other_sites
    does.
    """
    refuse_other_sites(request)
    size = int(request.META.get("CONTENT_LENGTH") or 0)
    if not request.take_room(size, is_new=is_new, count=count):  # type: ignore[attr-defined] # set by web.quota
        message = _(
            "Your network has saved as much as this site accepts in a day. Download a file instead, "
            "or save again tomorrow."
        )
        raise StoppedError(message, TOO_MANY)


def refuse_other_sites(request: HttpRequest) -> None:
    """Raise PermissionDenied where the browser says that another site sent the request.

    Sec-Fetch-Site says it best. Browsers leave it out over plain HTTP, where Origin says it, except for "null", which a
    page with no-referrer sends to its own site. A request with neither comes from no page.
    """
    fetched_from = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin", "null")
    own = (
        fetched_from == "same-origin" if fetched_from else origin == "null" or _read_host(origin) == request.get_host()
    )
    if not own:
        raise PermissionDenied("another site sent this request")


def _read_host(origin: str) -> str:
    return urlsplit(origin).netloc
