"""What runs in each child process of the pool."""

import math
import os
import resource
import time
from collections.abc import Callable
from importlib import import_module

from django.utils import translation

LOADED = "web.child_modules"  # what the process that children come from imports before there is any child


def prepare(megabytes: int) -> None:
    """Bound the memory of this process. Its end writes no core, which would hold what people typed."""
    os.environ["RAYON_NUM_THREADS"] = "1"  # libraries in Rust would start a thread for each core, each with memory
    import_module(LOADED)  # it is there already, unless this system starts each child from nothing
    _bound(resource.RLIMIT_DATA, megabytes * 1024**2)
    _bound(resource.RLIMIT_CORE, 0)


def work[R](seconds: int, language: str | None, task: Callable[[], R]) -> R:
    """What the task gives in a language; the kernel ends this process after so many seconds of processor time."""
    _bound(resource.RLIMIT_CPU, math.ceil(time.process_time()) + seconds)
    if language is None:
        return task()
    with translation.override(language):
        return task()


def _bound(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
