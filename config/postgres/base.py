"""Django's PostgreSQL backend, whose connection pool is closed when the process ends."""

import atexit
from weakref import WeakSet

from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool

_closed_at_exit: WeakSet[ConnectionPool] = WeakSet()


class DatabaseWrapper(base.DatabaseWrapper):
    """Django's PostgreSQL backend, which closes its pool when the process exits: the threads of an open pool delay the
    end of every command by seconds.
    """

    @property
    def pool(self) -> ConnectionPool | None:
        """Django's pool of connections, closed when the process exits, or None."""
        pool = super().pool
        if pool and pool not in _closed_at_exit:
            _closed_at_exit.add(pool)
            atexit.register(pool.close)
        return pool
