"""Two probes: is the process alive, and can it reach its database. Like /metrics they are asked from inside."""

import logging
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.db import Error, connection
from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from web.load_shedding import EXEMPT

health_log = logging.getLogger(__name__)


@never_cache
@require_safe
def report_liveness(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the process runs, without asking the database; never cached."""
    return HttpResponse("ok\n", content_type="text/plain")


@never_cache
@require_safe
def report_readiness(request: HttpRequest) -> HttpResponse:
    """Answer 200 while the database answers one query, else 503. The error itself goes to the log
    alone; never cached.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        health_log.exception("The database doesn't answer")
        return HttpResponse("database unavailable\n", status=503, content_type="text/plain")
    return HttpResponse("ok\n", content_type="text/plain")


def overlook_host(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware that gives requests for the probes and metrics the site's own host. Inside a network they come with a
    machine's address, which Django would refuse.
    """

    def answer_request(request: HttpRequest) -> HttpResponse:
        if request.path_info in EXEMPT:
            request.META["HTTP_HOST"] = urlsplit(settings.SITE_URL).netloc
        return get_response(request)

    return answer_request


urlpatterns = [
    path("healthz", report_liveness, name="healthz"),
    path("readyz", report_readiness, name="readyz"),
]
