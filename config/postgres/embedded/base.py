"""The site's PostgreSQL backend, pointed at the embedded server."""

from collections.abc import Iterable
from typing import Any

from django.db.backends.postgresql import client

from config.postgres import base
from config.postgres.embedded import server


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell` with the psql that comes with the embedded server."""

    executable_name = str(server.PROGRAMS / "psql")

    def runshell(self, parameters: Iterable[str]) -> None:
        """Open psql on the server, starting it where it does not run."""
        self.connection.settings_dict["HOST"] = self.connection.get_connection_params()["host"]
        super().runshell(parameters)


class DatabaseWrapper(base.DatabaseWrapper):
    """Starts the server when a connection is first asked for. OPTIONS: data (its directory), flags (its settings)."""

    client_class = DatabaseClient

    def get_connection_params(self) -> dict[str, Any]:
        """Django's parameters, with the server's socket as host. Raises server.UnusableError."""
        params = super().get_connection_params()
        params["host"] = str(server.start_server(params.pop("data"), params.pop("flags")))
        return params
