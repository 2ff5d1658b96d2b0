"""The embedded server in processes of their own."""

import subprocess
import sys
from pathlib import Path

import psycopg
from django.conf import settings


def select_one(sockets: Path) -> object:
    with psycopg.connect(host=str(sockets), user="postgres", dbname="postgres") as connection:
        return connection.execute("SELECT 1").fetchone()


def run(program: str, data: Path) -> "subprocess.CompletedProcess[str]":
    """A process of its own that starts the server on `data` and runs `program`."""
    start = "import os, sys; from pathlib import Path; from config.postgres.embedded import server\n"
    start += "sockets = server.start_server(Path(sys.argv[1]))\n"
    command = [sys.executable, "-c", start + program, str(data)]
    return subprocess.run(command, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)
