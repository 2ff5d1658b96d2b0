"""Set the site up and serve it, as `make run` does."""

import errno
import os
import signal
import socket
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from gunicorn.app.base import Application as Gunicorn

from config import gunicorn, static
from web.response_cache import Application

if TYPE_CHECKING:
    from config.postgres.base import DatabaseWrapper


class Site(Gunicorn):
    """Gunicorn with the settings of config/gunicorn.py. Calls `ready` when the first worker can answer."""

    def __init__(self, ready: Callable[[], None]) -> None:
        self.ready = ready
        super().__init__()

    def load_config(self) -> None:
        """Do nothing: the arguments on the command line are Django's and not gunicorn's."""
        self.load_config_from_file("python:config.gunicorn")
        self.cfg.set("post_worker_init", lambda worker: self.ready() if worker.age == 1 else None)

    def load(self) -> Application:
        """Import and return the WSGI application, in the worker that serves it."""
        from config.wsgi import application  # noqa: PLC0415 # it sets Django up

        return application


class Command(BaseCommand):
    help = "Prepare the database, load the starter library if it is empty, collect static files and serve the site."
    requires_system_checks = ()  # they ask the database; `prepare` runs them when the port is known to be free

    def handle(self, *args: Any, **options: Any) -> None:
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # until gunicorn takes over: leave in good order
        refuse_a_taken_port(gunicorn.bind)
        try:
            call_command("prepare")
            connection.close()
            cast("DatabaseWrapper", connection).close_pool()  # its threads would not survive the fork into workers
            static.collect_static()
        except KeyboardInterrupt:
            sys.exit(130)
        Site(self.announce_address).run()

    def announce_address(self) -> None:
        self.stdout.write(f"\nRolebook is at {settings.SITE_URL}")
        self.stdout.write(f"To edit, make an account: {os.path.relpath(sys.executable)} manage.py createsuperuser")
        self.stdout.write("Stop it with Ctrl-C.\n")
        self.stdout.flush()


def refuse_a_taken_port(bind: str) -> None:
    """Raise CommandError when nothing can listen on a host:port."""
    host, _, port = bind.rpartition(":")
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(port)))
        except OSError as error:
            reason = (
                "is in use by another program" if error.errno == errno.EADDRINUSE else f"won't do ({error.strerror})"
            )
            raise CommandError(f"Port {port} {reason}. Choose another: make run PORT={int(port) + 1}") from None
