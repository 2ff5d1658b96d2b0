"""Counts and times of responses, for Prometheus, over all processes: `/metrics`, for whoever has METRICS_TOKEN.

They hold no address, no name and nothing that anybody sent: only how an answer was made, its status and its time.
"""

import atexit
import os
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterable

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from web.response_cache import FROM_MEMORY, Application, Environ, Headers, StartResponse
from web.worker import measure_wait

METRICS_FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # where processes meet; the library looks for it when it is imported
if METRICS_FOLDER not in os.environ:
    os.environ[METRICS_FOLDER] = tempfile.mkdtemp(prefix="rolebook-metrics-")

    @atexit.register
    def _remove_files(folder: str = os.environ[METRICS_FOLDER], owner: int = os.getpid()) -> None:
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)


from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest  # noqa: E402
from prometheus_client.multiprocess import MultiProcessCollector  # noqa: E402

BUCKETS = (0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)  # seconds
is_own_process = CollectorRegistry()
ANSWERS = Counter("rolebook_answers", "Answers by status.", ["status", "made"], registry=is_own_process)
SECONDS_BUCKETS = Histogram(
    "rolebook_answer_seconds", "Time to a response.", ["made"], registry=is_own_process, buckets=BUCKETS
)
WAITING = Histogram("rolebook_waiting_seconds", "Time in line for a thread.", registry=is_own_process, buckets=BUCKETS)


class Measured:
    """A WSGI application that counts and times the answers of another one."""

    def __init__(self, site: Application) -> None:
        self.site = site

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, as WSGI has it."""
        status = "500"

        def capture_start(line: str, headers: Headers) -> object:
            nonlocal status
            status = line[:3]
            return start_response(line, headers)

        started = time.perf_counter()
        try:
            return self.site(environ, capture_start)
        finally:
            made = "from memory" if environ.get(FROM_MEMORY) else "afresh"
            ANSWERS.labels(status, made).inc()
            SECONDS_BUCKETS.labels(made).observe(time.perf_counter() - started)
            WAITING.observe(measure_wait())


@never_cache
@require_safe
def show_metrics(request: HttpRequest) -> HttpResponse:
    """Answer the metrics of all processes in the format of Prometheus; never cached. Raises Http404 without the token
    in METRICS_TOKEN.
    """
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not secrets.compare_digest(given.encode(), settings.METRICS_TOKEN.encode()):
        raise Http404
    registry = CollectorRegistry()
    MultiProcessCollector(registry)
    return HttpResponse(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)
