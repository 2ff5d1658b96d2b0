"""One process after another, whatever machine each is on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.db import connection

PAUSE = 0.5  # seconds between two tries


@contextmanager
def wait_for_turn(name: str) -> Iterator[None]:
    """A context that one process at a time may be in, for each name and database; others wait.

    A session of its own holds the lock, so that it ends with the process. It asks again and again: a waiting statement
    would have a snapshot, for which an index that is built concurrently waits in turn.
    """
    params = connection.get_connection_params()
    with connection.wrap_database_errors, psycopg.connect(**params, autocommit=True) as session:
        while session.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [name]).fetchone() != (True,):
            time.sleep(PAUSE)
        yield
