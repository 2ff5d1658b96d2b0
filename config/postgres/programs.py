"""PostgreSQL's own programs, pointed at the site's database. They come with the embedded server.

They work with any server that is not newer than themselves, so a site with a DATABASE_URL uses them too.
"""

import os
import subprocess
from contextlib import suppress
from tempfile import TemporaryFile
from typing import IO, Any

from django.db import connection
from psycopg import pq

from config.postgres.embedded.server import PROGRAMS


class DumpError(Exception):
    """A dump that could not be made or restored; the message says why."""


class Program(subprocess.Popen[bytes]):
    """A program that works on the site's database. Its messages are kept, to say why it failed."""

    def __init__(self, name: str, *arguments: str, **streams: Any) -> None:
        self.name = name
        self.messages = TemporaryFile()  # noqa: SIM115 # closed with the program
        super().__init__([PROGRAMS / name, *arguments], env=_build_environment(), stderr=self.messages, **streams)

    @property
    def input(self) -> IO[bytes]:
        """The stream from which the program reads. Raises AssertionError unless it was started with stdin=PIPE."""
        assert self.stdin  # noqa: S101
        return self.stdin

    @property
    def output(self) -> IO[bytes]:
        """The stream to which the program writes. Raises AssertionError unless it was started with stdout=PIPE."""
        assert self.stdout  # noqa: S101
        return self.stdout

    def __exit__(self, *raised: Any) -> None:
        with self.messages, suppress(BrokenPipeError):  # what it did not read, it does not need
            super().__exit__(*raised)

    def finish(self) -> None:
        """Close the program's input and wait for its end. Raises DumpError with its own message where it failed."""
        if self.stdin:
            with suppress(BrokenPipeError):
                self.stdin.close()
        if self.wait():
            raise DumpError(self._find_reason())

    def _find_reason(self) -> str:
        self.messages.seek(0)
        lines = self.messages.read().decode(errors="replace").splitlines()
        for line in lines:
            for mark in ("ERROR:", "FATAL:", "error:"):
                if mark in line:
                    return line.partition(mark)[2].strip()
        return lines[0] if lines else f"{self.name} failed."


def _build_environment() -> dict[str, str]:
    """This process's environment, with what says where the database is under libpq's names for it."""
    params = connection.get_connection_params()
    options = [option for option in pq.Conninfo.get_defaults() if option.envvar]
    where = {option.envvar.decode(): params.get(option.keyword.decode()) for option in options if option.envvar}
    return {**os.environ, **{name: str(value) for name, value in where.items() if value}}
