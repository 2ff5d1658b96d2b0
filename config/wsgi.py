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
from web.response_cache import Application, Environ, Holding, StartResponse  # noqa: E402

held: Application = Holding(Shedding(site), settings.HELD_BYTES, library_version.current)


def bodiless(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
    """Answer a request, as WSGI has it; one for the head alone gets no body."""
    answer: Any = held(environ, start_response)
    if environ["REQUEST_METHOD"] != "HEAD":
        return answer
    if hasattr(answer, "close"):
        answer.close()
    return []


application: Application = bodiless
if settings.METRICS_TOKEN:
    from web.metrics import Measured

    application = Measured(bodiless)
