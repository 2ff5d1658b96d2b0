"""Work that takes long, told on its page while it goes on. It needs no script: the page is sent as it grows."""

import logging
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from queue import SimpleQueue

from django.db import connection, connections
from django.http import StreamingHttpResponse
from django.utils.html import format_html

GAP = "<!-- what is still to come -->"  # appears twice in the page: for the steps, and for how it ended

FAILED = (
    '<p class="errornote" role="alert">This failed. The site’s log says why, and the list of imports says whether '
    "anything was written.</p>"
)

log = logging.getLogger(__name__)

type Work = Callable[[Callable[[str], None]], str]  # is given a function that tells a step, and gives the end as HTML


def respond_with_progress(page: str, work: Work) -> StreamingHttpResponse:
    """Stream a page whose two gaps are filled while `work` runs: with its steps, then with its result. The work goes on
    if the visitor closes the page.
    """
    start, middle, end = page.split(GAP)

    def stream() -> Iterator[str]:
        yield start
        if not connection.in_atomic_block:
            connection.close()  # the thread takes its own
        outcome = yield from _list_steps(work)
        yield middle
        yield outcome
        yield end

    # No proxy may wait for the end of the page.
    return StreamingHttpResponse(stream(), headers={"X-Accel-Buffering": "no", "Cache-Control": "no-store"})


def _list_steps(work: Work) -> Generator[str, None, str]:
    """Each step as an item of a list, as it is told; returns what the work gives."""
    steps: SimpleQueue[str | None] = SimpleQueue()
    with ThreadPoolExecutor(max_workers=1) as pool:
        done = pool.submit(_work_and_close, work, steps)
        while (step := steps.get()) is not None:
            yield format_html("<li>{}</li>", step)
    if error := done.exception():
        log.error("work on a page of the desk has failed", exc_info=error)
        return FAILED
    return done.result()


def _work_and_close(work: Work, steps: SimpleQueue[str | None]) -> str:
    try:
        return work(steps.put)
    finally:
        connections.close_all()
        steps.put(None)
