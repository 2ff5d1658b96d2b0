"""What runs in each child process."""

import math
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from multiprocessing.connection import Connection

from django.utils import translation

from web.language import Languages, about_texts_in, at_address_in

LOADED = "web.child_modules"  # what the process that children come from imports before there is any child


def limit_memory(megabytes: int) -> None:
    """Limit the memory of this process, and have it write no core dump, which would hold what people typed."""
    os.environ["RAYON_NUM_THREADS"] = "1"  # libraries in Rust would start a thread for each core, each with memory
    import_module(LOADED)  # it is there already, unless this system starts each child from nothing
    _set_limit(resource.RLIMIT_DATA, megabytes * 1024**2)
    _set_limit(resource.RLIMIT_CORE, 0)


def serve_tasks(pipe: Connection, megabytes: int) -> None:
    """Do the tasks that come through a pipe as (seconds, languages, task), and send (True, result) or (False, error)
    for each, until the other end closes.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that waits for this one
    limit_memory(megabytes)
    with suppress(EOFError, ConnectionError):
        while True:
            asked = pipe.recv()
            try:
                answer = (True, compute_task(*asked))
            except MemoryError:
                answer = (False, MemoryError())  # a new one: with the old one goes what the task held
            except Exception as error:  # noqa: BLE001 # it is raised again where the result is waited for
                error.add_note("".join(traceback.format_tb(error.__traceback__)))
                answer = (False, error)
            pipe.send(answer)


def compute_task[R](seconds: int, languages: Languages, task: Callable[[], R]) -> R:
    """The result of the task, called in those languages. The kernel ends this process after `seconds` of processor
    time.
    """
    _set_limit(resource.RLIMIT_CPU, math.ceil(time.process_time()) + seconds)
    with translation.override(languages.words), at_address_in(languages.address), about_texts_in(languages.texts):
        return task()


def _set_limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
