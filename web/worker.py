"""How gunicorn hands out requests. Django is not set up yet when this is imported."""

import threading
import time
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

_thread = threading.local()


class Worker(ThreadWorker):
    """Gunicorn's threaded worker, which notes how long each request was in line for a thread."""

    def enqueue_req(self, conn: TConn) -> None:
        """Put a connection in line."""
        conn.in_line_since = time.monotonic()
        super().enqueue_req(conn)

    def handle(self, conn: TConn) -> Any:
        """Answer what a connection asks, in a thread."""
        _thread.waited = time.monotonic() - conn.in_line_since
        return super().handle(conn)


def waited() -> float:
    """For how many seconds the request of this thread was in line; 0 outside of gunicorn."""
    return getattr(_thread, "waited", 0)
