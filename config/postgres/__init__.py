"""Where the data lives: a PostgreSQL server of yours (DATABASE_URL), or the embedded one."""

from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

OF_DJANGO = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}


def server_at(url: str) -> dict[str, Any]:
    """Django's settings for the database at a postgresql:// address; the query of the address becomes libpq options.
    Raises ImproperlyConfigured without repeating the address: it may hold a password.
    """
    error = "DATABASE_URL can't be read. Write it as postgresql://user:password@host:5432/name."
    if not url.startswith(("postgres://", "postgresql://")):
        raise ImproperlyConfigured(error)
    try:
        options = conninfo_to_dict(url)
    except ProgrammingError:
        raise ImproperlyConfigured(error) from None
    if not options.get("dbname"):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database. End it with /name, as in postgresql://host/rolebook."
        )
    named = {django: str(options.pop(libpq)) for libpq, django in OF_DJANGO.items() if libpq in options}
    return {"ENGINE": "config.postgres", **named, "OPTIONS": options}


def embedded_in(data: Path) -> dict[str, Any]:
    """Django's settings for an embedded server that keeps its files in `data`."""
    return {
        "ENGINE": "config.postgres.embedded",
        "NAME": "postgres",
        "USER": "postgres",
        "OPTIONS": {"data": data, "flags": {}},
    }
