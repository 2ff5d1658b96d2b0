"""What no rule foresaw ends in a child process: one visitor is told, the others are answered."""

import os
import select
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from django.conf import settings
from django.db import connection
from django.utils import translation

from tests.web import tasks
from web import child_pool
from web.child_pool import StoppedError, run_task

CHILDREN = 2
PATIENCE = 60  # seconds
KILLED = f"""
import time, django
if __name__ == "__main__":
    django.setup()
    from django.conf import settings
    settings.CHILD_PROCESSES = {CHILDREN}
    from tests.web.test_child_pool import children
    print(*children(), flush=True)
    time.sleep({PATIENCE})
"""
STOPS = {
    tasks.loop_forever: "took too long",
    tasks.sleep_long: "took too long",
    tasks.eat_memory: "too much memory",
    tasks.eat_memory_bit_by_bit: "too much memory",
    tasks.exit_at_once: "couldn’t finish this",
    tasks.crash: "couldn’t finish this",
}


@pytest.fixture
def pool(settings):
    """Two children, and three seconds for each task."""
    settings.CHILD_PROCESSES, settings.CHILD_SECONDS, settings.CHILD_MEGABYTES = CHILDREN, 3, 512
    yield settings
    child_pool.stop_children()


def children():
    """The processes that answer, which do so in turn."""
    return {run_task(tasks.process) for _ in range(CHILDREN)}


def kill(pid):
    """Kill a process, and wait until it is gone."""
    end = os.pidfd_open(pid)
    os.kill(pid, signal.SIGKILL)
    select.select([end], [], [], PATIENCE)
    os.close(end)


@pytest.mark.slow
@pytest.mark.parametrize(("task", "words"), STOPS.items(), ids=lambda value: getattr(value, "__name__", None))
def test_a_task_that_goes_wrong_is_stopped_with_words_for_people(pool, task, words):
    with pytest.raises(StoppedError, match=words):
        run_task(task)
    assert len(children()) == CHILDREN


def test_a_task_runs_in_another_process_again_and_again(pool):
    assert os.getpid() not in {run_task(tasks.process) for _ in range(20)}


def test_the_others_are_answered_while_a_task_goes_on(pool, tmp_path):
    pool.CHILD_SECONDS = PATIENCE
    children()
    begun, go_on = tmp_path / "begun", tmp_path / "go_on"
    os.mkfifo(begun)
    os.mkfifo(go_on)
    with ThreadPoolExecutor(1) as threads:
        long_one = threads.submit(run_task, tasks.begin_and_wait, begun, go_on)
        assert begun.read_text() == "begun"
        assert len({run_task(tasks.process) for _ in range(20)}) == CHILDREN - 1
        go_on.write_text("done")
        assert long_one.result() == "done"


def test_what_a_task_raises_is_raised(pool):
    with pytest.raises(ZeroDivisionError, match="as the task says"):
        run_task(tasks.fail)


def test_a_task_speaks_the_language_of_the_visitor(pool):
    with translation.override("es"):
        assert run_task(tasks.say_yes) == "Sí"
    assert run_task(tasks.say_yes) == "Yes"


@pytest.mark.slow
def test_the_children_end_with_the_process_that_they_work_for():
    """A process that is killed tells its children nothing; they see it."""
    with subprocess.Popen(
        [sys.executable, "-c", KILLED], cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    ) as process:
        pids = [int(pid) for pid in process.stdout.readline().split()]
        ends = [os.pidfd_open(pid) for pid in pids]
        process.kill()
        gone = [select.select([end], [], [], PATIENCE)[0] == [end] for end in ends]
    for end in ends:
        os.close(end)
    assert gone == [True] * CHILDREN


@pytest.mark.django_db
def test_a_child_holds_no_connection_of_its_parent(pool):
    connection.ensure_connection()
    own = {os.readlink(f"/proc/self/fd/{connection.connection.pgconn.socket}")}
    assert own.isdisjoint(run_task(tasks.open_files))


def test_who_finds_no_child_free_in_time_is_told_to_come_again(pool):
    pool.SECONDS_IN_LINE = 0
    with ExitStack() as stack:
        for _ in range(CHILDREN):
            stack.enter_context(child_pool._free_child())
        with pytest.raises(StoppedError, match="very busy") as stopped:
            run_task(tasks.process)
    assert stopped.value.status == 503
    assert len(children()) == CHILDREN


def test_a_child_that_dies_while_it_has_nothing_to_do_is_replaced(pool):
    for _ in range(5):
        for pid in children():
            kill(pid)
    assert len(children()) == CHILDREN


def test_without_children_a_task_runs_here(settings):
    settings.CHILD_PROCESSES = 0
    assert run_task(tasks.process) == os.getpid()


def test_the_log_says_what_was_stopped_and_nothing_of_the_text(pool, caplog):
    with pytest.raises(StoppedError):
        run_task(tasks.exit_at_once, "what somebody typed")
    assert [record.getMessage() for record in caplog.records] == ["exit_at_once was stopped: EOFError, exit code 3"]
