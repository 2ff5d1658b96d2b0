"""How the cost of something grows with its input: by processor time of this thread, small against large."""

import time
from collections.abc import Callable

SMALL, LARGE = 10_000, 20_000  # characters
GLANCE = (500, 4_000)  # characters for a first look, at which what is linear costs about 8 times as much
LOOKS_STEEP = 14
TOO_STEEP = 3  # for twice the input; what is linear takes 2, what is quadratic 4
SECONDS_THAT_COUNT = 0.0004  # below that, the clock says more than the code
TRIES = 20  # of which one that is not steep is enough: a busy machine only ever adds to a time, for a while


def spent(run: Callable[[str], object], text: str) -> float:
    """The seconds of processor time that a text takes."""
    began = time.thread_time()
    run(text)
    return time.thread_time() - began


def is_steep(run: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """Whether the cost grows faster than the length of the text, which `text` makes by its length."""
    first, then = (spent(run, text(size)) for size in GLANCE)
    if then < SECONDS_THAT_COUNT or then < LOOKS_STEEP * first:
        return False
    return all(_ratio(run, text) > TOO_STEEP for _ in range(TRIES))


def grows_steeply(run: Callable[[str], object], text: Callable[[int], str]) -> bool:
    """The same without a first look, for what has a cost of its own that hides how it begins to grow."""
    return all(_ratio(run, text) > TOO_STEEP for _ in range(TRIES))


def _ratio(run: Callable[[str], object], text: Callable[[int], str]) -> float:
    small, large = (spent(run, text(size)) for size in (SMALL, LARGE))
    return large / max(small, SECONDS_THAT_COUNT)
