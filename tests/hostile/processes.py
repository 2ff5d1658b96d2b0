"""What a process and all that it started have cost: processor time and memory, as Linux counts them."""

import os
from collections.abc import Iterator
from pathlib import Path

import msgspec

_TICK = os.sysconf("SC_CLK_TCK")


class Cost(msgspec.Struct, frozen=True):
    """Seconds of processor time since the start, with those of children that have ended, and the peak of memory."""

    seconds: float
    peak: int  # bytes, summed over the processes that are there


def cost_of(root: int) -> Cost:
    """The cost of a process and its descendants so far."""
    found = [cost for process in tree_of(root) if (cost := _cost(process))]
    return Cost(seconds=sum(cost.seconds for cost in found), peak=sum(cost.peak for cost in found))


def child_with(argument: str) -> int:
    """The first process below this one that was started with an argument. Raises StopIteration where there is none."""
    below = tree_of(os.getpid())
    return next(process for process in below if argument in _read(Path(f"/proc/{process}/cmdline")).split("\0"))


def tree_of(root: int) -> Iterator[int]:
    """A process and its descendants."""
    yield root
    for task in Path(f"/proc/{root}/task").glob("*/children"):
        for child in _read(task).split():
            yield from tree_of(int(child))


def _cost(process: int) -> Cost | None:
    numbers = _read(Path(f"/proc/{process}/stat")).rpartition(")")[2].split()
    status = dict(line.split(":", 1) for line in _read(Path(f"/proc/{process}/status")).splitlines() if ":" in line)
    if not numbers or "VmHWM" not in status:
        return None
    ticks = sum(map(int, numbers[11:15]))  # of itself and of its children, for people and for the kernel
    return Cost(seconds=ticks / _TICK, peak=int(status["VmHWM"].split()[0]) * 1024)


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # it has ended
        return ""
