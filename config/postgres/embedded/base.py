"""The site's PostgreSQL backend, pointed at the embedded server."""

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from django.db.backends.postgresql import client
from psycopg_pool import ConnectionPool

from config.postgres import base
from config.postgres.embedded import server


class DatabaseClient(client.DatabaseClient):
    """The client that `manage.py dbshell` runs: the embedded server's own psql."""

    executable_name = str(server.PROGRAMS / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        """Run psql on the embedded server, starting the server where it doesn't run."""
        self.connection.settings_dict["HOST"] = self.connection.get_connection_params()["host"]
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """Starts the server when a connection is first asked for, and again when it has died.

    OPTIONS: data (its directory), flags (its settings).
    """

    client_class = DatabaseClient

    @property
    def pool(self) -> ConnectionPool | None:
        """Django's pool of connections, which starts the server again where it has died before it makes one."""
        pool = super().pool
        if pool:
            options = self.settings_dict["OPTIONS"]
            pool.conninfo = partial(_ensure_server, options["data"], options["flags"])
        return pool

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the server's socket as host. Starts the server. Raises server.UnusableError."""
        params = super().get_connection_params()
        params["host"] = str(server.start_server(params.pop("data"), params.pop("flags")))
        return params


def _ensure_server(data: Path, flags: Mapping[str, str]) -> str:
    """Nothing that a connection needs to know besides: the server runs. Raises server.UnusableError."""
    server.start_server(data, flags)
    return ""
