"""Numbers in memory that processes share: those forked from the one that makes them."""

import fcntl
import hashlib
import os
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from mmap import mmap

BYTES = 8  # of a number


class SharedRows:
    """Rows of numbers in memory that processes share, found by a word. Two words may share a row; nobody outside can
    tell which do.
    """

    def __init__(self, rows: int, columns: int) -> None:
        """All numbers are 0. Only rows that are used take memory."""
        self._rows, self._columns = rows, columns
        self._key = os.urandom(16)
        self._thread_lock = threading.Lock()
        file = tempfile.TemporaryFile()  # noqa: SIM115 # it is open as long as the rows are
        file.truncate(rows * columns * BYTES)
        weakref.finalize(self, file.close)
        self._file = file
        self._numbers = memoryview(mmap(file.fileno(), 0)).cast("d")

    @contextmanager
    def lock_row(self, word: str) -> "Iterator[memoryview[float]]":
        """A context with the word's row, which no other thread or process changes meanwhile."""
        digest = hashlib.blake2b(word.encode(), key=self._key, digest_size=8).digest()
        start = int.from_bytes(digest) % self._rows * self._columns
        # The kernel takes its lock away from a process that dies, as no lock in shared memory would.
        with self._thread_lock:
            fcntl.lockf(self._file, fcntl.LOCK_EX)
            try:
                yield self._numbers[start : start + self._columns]
            finally:
                fcntl.lockf(self._file, fcntl.LOCK_UN)
