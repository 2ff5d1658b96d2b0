"""What a visitor reads whose task was stopped, where the page that asked for it does not say so itself."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template import loader

from web.child_pool import StoppedError


class Stopped:
    """Middleware that answers a StoppedError with a page that says why and what to do."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a StoppedError; any other error is left to Django."""
        if not isinstance(error, StoppedError):
            return None
        page = loader.render_to_string("stopped.html", {"stopped": str(error), "status": error.status}, request)
        return HttpResponse(page, status=error.status, headers={"Cache-Control": "no-store"})
