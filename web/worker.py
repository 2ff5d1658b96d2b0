"""How gunicorn hands out requests. Django is not set up yet when this is imported."""

import gc
import selectors
import socket
import threading
import time
from concurrent.futures import Executor, ThreadPoolExecutor
from functools import partial
from typing import Any

from gunicorn.workers.gthread import TConn, ThreadWorker

PROBES = (b"GET /healthz", b"GET /readyz", b"HEAD /healthz", b"HEAD /readyz")

# Python looks for garbage in circles after so many new objects. A preview makes some thousands, and hardly a circle.
NEW_OBJECTS = 20_000

_thread = threading.local()


class Worker(ThreadWorker):
    """Gunicorn's threaded worker. It notes how long each request waits for a thread, and has an extra thread for probes
    alone.
    """

    def run(self) -> None:
        """Start the children for costly work, so that no visitor waits for them, and serve until
        the worker is stopped.
        """
        from web import child_pool  # noqa: PLC0415 # Django is set up by now

        gc.freeze()  # no collection looks through what is loaded
        gc.set_threshold(NEW_OBJECTS)
        child_pool.start_children()
        self.probes = ThreadPoolExecutor(max_workers=1)
        super().run()

    def enqueue_req(self, conn: TConn) -> None:
        """Queue a connection for a thread, or wait for its request without one."""
        read_ahead = conn.initialized and conn.parser.unreader.buf.getvalue()
        beginning = read_ahead or _peek_request(conn.sock)
        if beginning is None:
            self._wait_for(conn)
            return
        conn.in_line_since = time.monotonic()
        line: Executor = self.probes if beginning.startswith(PROBES) else self.tpool
        done = line.submit(self.handle, conn)
        done.add_done_callback(lambda done: self.method_queue.defer(self.finish_request, conn, done))

    def handle(self, conn: TConn) -> Any:
        """Answer a connection's requests, in a thread. Notes how many seconds the connection has waited."""
        _thread.waited = time.monotonic() - conn.in_line_since
        return super().handle(conn)

    def murder_pending(self) -> None:
        """Close connections that were silent for too long, or all of them where the worker is stopping."""
        for conn in () if self.alive else self.pending_conns:
            conn.timeout = 0
        super().murder_pending()

    def _wait_for(self, conn: TConn) -> None:
        """Have the connection back in `enqueue_req` once it says something, or close it when it never does."""
        conn.sock.setblocking(False)
        conn.timeout = time.monotonic() + self.cfg.keepalive
        self.pending_conns.append(conn)
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_pending_socket_readable, conn))


def measure_wait() -> float:
    """How many seconds this thread's request has waited for it; 0 outside of gunicorn."""
    return getattr(_thread, "waited", 0)


def _peek_request(connection: socket.socket) -> bytes | None:
    """How a request begins that has arrived, b"" where the connection has ended, None where nothing came yet."""
    try:
        return connection.recv(max(map(len, PROBES)), socket.MSG_PEEK | socket.MSG_DONTWAIT)
    except BlockingIOError:
        return None
    except OSError:
        return b""
