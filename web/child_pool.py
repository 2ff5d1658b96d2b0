"""Work on what visitors bring, done in child processes that can be stopped: what no rule foresaw ends there.

    run_task(task, *args) -> what task(*args) gives

The children come from a clean process of their own (multiprocessing's forkserver), so that they hold no socket, no
database connection and no lock of the process that asks. Each has its modules loaded already, serves many tasks, and
speaks through a pipe of its own: the pools of the standard library and of pebble break, with every task in them, when
a child is killed at the wrong moment.
"""

import functools
import logging
import multiprocessing
import os
import queue
import select
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from web import child
from web.language import read_languages

log = logging.getLogger(__name__)

TASKS_OF_A_CHILD = 2000  # then a new one takes its place, and gives back what memory has gone to pieces
UNPROCESSABLE, UNAVAILABLE = 422, 503

type Free = queue.Queue[Child | None]  # None is a child that is still to be started

_free: dict[int, Free] = {}  # by process: a fork must not use the children of its parent
_lock = threading.Lock()


class StoppedError(Exception):
    """A task that was ended before it was done. Its message says why and what to do, to the person who waits.

    `status` is that of an answer that has nothing else to say: 422 where the text is at fault, 503 where the site is.
    """

    def __init__(self, message: str, status: int = UNPROCESSABLE) -> None:
        super().__init__(message)
        self.status = status


class Child:
    """A process that does one task after another; `end_process` ends it."""

    def __init__(self) -> None:
        """Start it; once the process that children come from is there, this takes some 10 ms."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["__main__", child.LOADED])
        self._pipe, other_end = context.Pipe()
        arguments = (other_end, settings.CHILD_MEGABYTES)
        self._process = context.Process(target=child.serve_tasks, args=arguments, daemon=True)
        self._process.start()
        other_end.close()
        self._waiting = select.poll()  # the pipe's own poll() makes one for every call
        self._waiting.register(self._pipe.fileno(), select.POLLIN)
        self._tasks = 0

    @property
    def is_good(self) -> bool:
        """Whether the process lives and can do another task: it stops after TASKS_OF_A_CHILD."""
        return self._tasks < TASKS_OF_A_CHILD and not self._pipe.closed and not self._waiting.poll(0)

    def complete_task(self, task: Callable[[], Any], seconds: int) -> Any:
        """The result of a task. Raises the task's own error, TimeoutError after `seconds`, or EOFError or OSError where
        the process dies.
        """
        self._tasks += 1
        self._pipe.send((seconds, read_languages(), task))
        if not self._waiting.poll(seconds * 1000):
            raise TimeoutError
        is_done, answer = self._pipe.recv()
        if is_done:
            return answer
        raise answer

    def end_process(self) -> int:
        """Kill the process, whatever it does, and return its exit code, negative for a signal."""
        self._pipe.close()
        self._process.join(0)
        self._process.kill()
        self._process.join()
        return self._process.exitcode or 0


def run_task[**P, R](task: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """The result of a function called in a child process, with arguments that can be pickled, in this thread's
    languages. Raises the function's own error.

    Raises StoppedError beyond settings.CHILD_SECONDS, of time or of processor time, or settings.CHILD_MEGABYTES. With
    settings.CHILD_PROCESSES 0 it is called in this process, without limits.
    """
    if not settings.CHILD_PROCESSES:
        return task(*args, **kwargs)
    with _free_child() as worker:
        try:
            return worker.complete_task(functools.partial(task, *args, **kwargs), settings.CHILD_SECONDS)
        except (TimeoutError, MemoryError, EOFError, ConnectionError) as error:
            code = worker.end_process()
            log.warning("%s was stopped: %s, exit code %s", task.__name__, type(error).__name__, code)
            raise _make_stopped_error(error, code) from None


def start_children() -> None:
    """Start this process's children now and not with their first tasks. Returns at once."""
    if settings.CHILD_PROCESSES:
        threading.Thread(target=_start_all, daemon=True).start()


def stop_children() -> None:
    """End this process's idle children. The next task starts others."""
    with _lock:
        free = _free.pop(os.getpid(), None)
    while free and not free.empty():
        if worker := free.get():
            worker.end_process()


@contextmanager
def _free_child() -> Iterator[Child]:
    """A child that has nothing else to do meanwhile. Raises StoppedError where none is free in time."""
    free = _find_children()
    try:
        worker = free.get(timeout=max(0, settings.SECONDS_IN_LINE))
    except queue.Empty:
        message = _("The site is very busy right now. Try again in a few seconds.")
        raise StoppedError(message, UNAVAILABLE) from None
    try:
        if worker and not worker.is_good:
            worker.end_process()
            worker = None  # should no other start, the next task tries again
        worker = worker or Child()
        yield worker
    finally:
        free.put(worker)


def _find_children() -> Free:
    with _lock:
        if os.getpid() not in _free:
            _free[os.getpid()] = queue.Queue()
            for _child in range(settings.CHILD_PROCESSES):
                _free[os.getpid()].put(None)
        return _free[os.getpid()]


def _start_all(left: int | None = None) -> None:
    """Take all children at once, which starts them."""
    left = settings.CHILD_PROCESSES if left is None else left
    if left:
        with _free_child():
            _start_all(left - 1)


def _make_stopped_error(error: Exception, code: int) -> StoppedError:
    if isinstance(error, MemoryError):
        return StoppedError(_("This took too much memory and was stopped. Shorten the text and try again."))
    if isinstance(error, TimeoutError) or code == -signal.SIGXCPU:
        return StoppedError(_("This took too long and was stopped. Shorten the text and try again."))
    return StoppedError(_("We couldn’t finish this. Try again. If that doesn’t work, shorten the text."))
