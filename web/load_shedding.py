"""What happens when more is asked than the site can do: those who waited too long get 503 at once, so that the line
gets shorter and the others are answered in time.
"""

from collections.abc import Iterable

from django.conf import settings

from web.response_cache import Application, Environ, StartResponse
from web.worker import measure_wait

EXEMPT = frozenset({"/healthz", "/readyz", "/metrics"})  # busy is not broken: a probe that fails would stop the process
BODY = b"Rolebook is very busy at this moment. Please try again in a few seconds.\n"
REFUSAL_HEADERS = [
    ("Content-Type", "text/plain; charset=utf-8"),
    ("Content-Length", str(len(BODY))),
    ("Cache-Control", "no-store"),
    ("Referrer-Policy", "no-referrer"),  # it may be under a private link
    ("Retry-After", "5"),
]


class Shedding:
    """A WSGI application that asks the site, or answers 503 where the request has waited too long for a thread."""

    def __init__(self, site: Application) -> None:
        self.site = site

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, as WSGI has it."""
        if measure_wait() <= settings.SECONDS_IN_LINE or environ["PATH_INFO"] in EXEMPT:
            return self.site(environ, start_response)
        start_response("503 Service Unavailable", [*REFUSAL_HEADERS])
        return [BODY]
