"""Work on what visitors bring, done in child processes that can be stopped: what no rule foresaw ends there.

    run_task(task, *args) -> what task(*args) gives

The children come from a clean process of their own (multiprocessing's forkserver), so that they hold no socket, no
database connection and no lock of the process that asks. Each has its modules loaded already and serves many tasks.
"""

import functools
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, CancelledError

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from pebble import ProcessExpired, ProcessPool

from web import child

log = logging.getLogger(__name__)

TASKS_OF_A_CHILD = 2000  # then a new one takes its place, and gives back what memory has gone to pieces
UNPROCESSABLE, UNAVAILABLE = 422, 503

_pools: dict[int, ProcessPool] = {}  # by process: a fork must not use the pool of its parent
_lock = threading.Lock()


class StoppedError(Exception):
    """A task that was ended before it was done. Its message says why and what to do, to the person who waits.

    `status` is that of an answer that has nothing else to say: 422 where the text is at fault, 503 where the site is.
    """

    def __init__(self, message: str, status: int = UNPROCESSABLE) -> None:
        super().__init__(message)
        self.status = status


def run_task[**P, R](task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """What a module's function gives for arguments that can be pickled, in the language of this thread.

    Takes settings.CHILD_SECONDS of time, as much of processor time and settings.CHILD_MEGABYTES of memory at most, or
    raises StoppedError. What the function raises is raised here. With settings.CHILD_PROCESSES 0 it is called in this
    process, without limits.
    """
    if not settings.CHILD_PROCESSES:
        return task(*args, **kwargs)
    seconds = settings.CHILD_SECONDS
    work = functools.partial(task, *args, **kwargs)
    future = _pool().schedule(child.work, args=[seconds, get_language(), work], timeout=seconds)
    try:
        return future.result(timeout=seconds + settings.SECONDS_IN_LINE)
    except (TimeoutError, CancelledError, MemoryError, ProcessExpired, BrokenExecutor) as error:
        waits = not future.done() and not future.running()
        future.cancel()
        log.warning("%s was stopped: %s", getattr(task, "__qualname__", "a task"), type(error).__name__)
        raise _stopped(error, waits=waits) from None


def start() -> None:
    """Start the children of this process, which otherwise start with the first task. Returns at once."""
    if settings.CHILD_PROCESSES:
        _pool()


def stop() -> None:
    """End the children of this process. The next task starts others."""
    with _lock:
        pool = _pools.pop(os.getpid(), None)
    if pool:
        pool.stop()
        pool.join()


def _pool() -> ProcessPool:
    with _lock:
        pool = _pools.get(os.getpid())
        if pool is None or not pool.active:
            context = multiprocessing.get_context("forkserver")
            context.set_forkserver_preload(["__main__", child.LOADED])
            pool = ProcessPool(
                max_workers=settings.CHILD_PROCESSES,
                max_tasks=TASKS_OF_A_CHILD,
                initializer=child.prepare,
                initargs=[settings.CHILD_MEGABYTES],
                context=context,
            )
            pool.schedule(os.getpid)  # a pool starts with its first task
            _pools[os.getpid()] = pool
        return pool


def _stopped(error: BaseException, *, waits: bool) -> StoppedError:
    if waits:
        return StoppedError(_("The site is very busy at this moment. Try again in a few seconds."), UNAVAILABLE)
    if isinstance(error, MemoryError):
        return StoppedError(_("This took too much memory and was stopped. Shorten the text and try again."))
    if isinstance(error, TimeoutError | CancelledError) or getattr(error, "exitcode", 0) == -signal.SIGXCPU:
        return StoppedError(_("This took too long and was stopped. Shorten the text and try again."))
    return StoppedError(_("This could not be finished. Try again; if it fails again, shorten the text."))
