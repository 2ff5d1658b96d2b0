"""What a visitor reads whose request is refused before any page sees it."""

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.views.defaults import bad_request

from web.view import View, render_view

TOO_LARGE = (TooManyFieldsSent, TooManyFilesSent, RequestDataTooBig)


class TooLargeView(View, frozen=True, kw_only=True):
    """The page for a form that is too large, with the limits: a number of fields, and megabytes of text."""

    template = "too_large.html"

    fields: int
    megabytes: float


def show_bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer 400: for a form that is too large with a page that names the limits, otherwise with Django's page."""
    if not isinstance(exception, TOO_LARGE):
        return bad_request(request, exception)
    view = TooLargeView(
        fields=settings.DATA_UPLOAD_MAX_NUMBER_FIELDS, megabytes=settings.DATA_UPLOAD_MAX_MEMORY_SIZE / 1024**2
    )
    return render_view(request, view, status=413)
