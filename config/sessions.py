"""How long an editor stays signed in."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse


def renew_session(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that restarts an editor's idle time with every request for the desk. Other pages don't read the
    session.
    """

    def renew_and_answer(request: HttpRequest) -> HttpResponse:
        if request.path.startswith(settings.SESSION_COOKIE_PATH):
            request.session.modified = True
        return get_response(request)

    return renew_and_answer
