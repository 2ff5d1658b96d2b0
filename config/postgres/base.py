"""Django's PostgreSQL backend, whose connection pool is closed when the process ends."""

import atexit
from weakref import WeakSet

from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool

_closed_at_exit: WeakSet[ConnectionPool] = WeakSet()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django leaves its pool open, and the pool's threads then hold up the end of every command for seconds."""

    @property
    def pool(self) -> ConnectionPool | None:
        """Django's pool of connections, closed when the process exits; None where there is none."""
        pool = super().pool
        if pool and pool not in _closed_at_exit:
            _closed_at_exit.add(pool)
            atexit.register(pool.close)
        return pool
