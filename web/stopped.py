"""What a visitor reads whose task was stopped, where the page that asked for it does not say so itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from web.child_pool import StoppedError
from web.view import View, render_view


class StoppedView(View, frozen=True, kw_only=True):
    """The page that says why a task was stopped, and with which status."""

    template = "stopped.html"

    stopped: str
    status: int


class Stopped:
    """Middleware that answers a StoppedError with a page that says why, and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer a StoppedError with a page that says why, under its status and never cached. Returns None for any
        other error, which Django handles.
        """
        if not isinstance(error, StoppedError):
            return None
        view = StoppedView(stopped=str(error), status=error.status)
        response = render_view(request, view, status=error.status)
        response.headers["Cache-Control"] = "no-store"
        return response
