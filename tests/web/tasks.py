"""What no rule foresaw, to run in a child process instead of a task."""

import ctypes
import os
import time

from django.utils.translation import gettext


def loop_forever(*_):
    while True:
        pass


def sleep_long(*_):
    time.sleep(60)


def eat_memory(*_):
    return len(b"x" * 10**12)


def eat_memory_bit_by_bit(*_):
    kept = []
    while True:
        kept.append(bytearray(10**7))


def exit_at_once(*_):
    os._exit(3)


def crash(*_):
    ctypes.string_at(0)


def fail(*_):
    raise ZeroDivisionError("as the task says")


def process(*_):
    return os.getpid()


def say_yes():
    return gettext("Yes")


def open_files():
    """What the open files of this process are."""
    return [os.path.realpath(f"/proc/self/fd/{name}") for name in os.listdir("/proc/self/fd")]


def begin_and_wait(begun, go_on):
    """Say through one named pipe that this runs, and wait for the other."""
    begun.write_text("begun")
    return go_on.read_text()
