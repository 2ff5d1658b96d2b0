"""Numbers that several processes count in together."""

import os
import signal

import pytest

from web.shared_rows import SharedRows


def in_a_fork(work):
    """Do something in a forked process; its exit status, as the system has it."""
    pid = os.fork()
    if not pid:
        work()
        os._exit(0)
    return os.waitpid(pid, 0)[1]


def add(rows):
    with rows.lock_row("a") as row:
        row[0] += 1


def test_a_row_starts_at_nothing_and_is_the_words_own():
    rows = SharedRows(2**16, 2)
    with rows.lock_row("a") as row:
        row[1] = 7
    with rows.lock_row("a") as row:
        assert [*row] == [0, 7]
    with rows.lock_row("b") as row:
        assert [*row] == [0, 0]


@pytest.mark.slow
def test_processes_count_together():
    rows = SharedRows(8, 1)
    assert [in_a_fork(lambda: [add(rows) for _ in range(100)]) for _ in range(3)] == [0, 0, 0]
    with rows.lock_row("a") as row:
        assert row[0] == 300


@pytest.mark.slow
def test_a_process_that_dies_with_the_lock_locks_nobody_out():
    rows = SharedRows(8, 1)

    def die():
        with rows.lock_row("a"):
            os.kill(os.getpid(), signal.SIGKILL)

    assert os.WTERMSIG(in_a_fork(die)) == signal.SIGKILL
    add(rows)
    with rows.lock_row("a") as row:
        assert row[0] == 1
