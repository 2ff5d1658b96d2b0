"""The application that gunicorn serves: what is in memory at once, everything else unless it waited too long."""

import os
from collections.abc import Iterable
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
site: Any = get_wsgi_application()

from django.conf import settings  # noqa: E402 # these need a Django that is set up

from roles.publishing import library_version  # noqa: E402
from web.load_shedding import Shedding  # noqa: E402
from web.release import read_release  # noqa: E402
from web.response_cache import Application, Environ, ResponseCache, StartResponse  # noqa: E402

read_release()  # so that no reader waits for it
cached_site: Application = ResponseCache(Shedding(site), settings.CACHED_BYTES, library_version.read_current_version)


def answer_without_body(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Answer a WSGI request; a HEAD request is answered without a body."""
    answer: Any = cached_site(environ, start_response)
    if environ["REQUEST_METHOD"] != "HEAD":
        return answer
    if hasattr(answer, "close"):
        answer.close()
    return []


application: Application = answer_without_body
if settings.METRICS_TOKEN:
    from web.metrics import Measured

    application = Measured(answer_without_body)
