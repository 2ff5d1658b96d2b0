"""Typed readers of environment variables. A secret may also come from the file that NAME_FILE points at."""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})


def read_text(name: str, default: str = "") -> str:
    """The variable's text, or the default where it is unset or empty."""
    return os.environ.get(name, "").strip() or default


def read_secret(name: str, default: str = "") -> str:
    """The text of the variable, or of the file that NAME_FILE names. Raises ImproperlyConfigured when both are set."""
    file = read_text(f"{name}_FILE")
    if not file:
        return read_text(name, default)
    if read_text(name):
        raise ImproperlyConfigured(f"Both {name} and {name}_FILE are set. Keep one of them.")
    try:
        return Path(file).read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE points at {file}, which can't be read: {error.strerror}.") from error


def read_flag(name: str, *, default: bool) -> bool:
    """A yes-or-no variable. Raises ImproperlyConfigured on any other word."""
    word = read_text(name).lower()
    if not word:
        return default
    if word not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} is {word!r}. Set it to true or false.")
    return word in TRUE


def read_choice(name: str, default: str, offered: Sequence[str]) -> str:
    """One of the words offered. Raises ImproperlyConfigured on any other."""
    word = read_text(name, default)
    if word not in offered:
        raise ImproperlyConfigured(f"{name} is {word!r}. Set it to {' or '.join(offered)}.")
    return word


def read_folder(name: str, default: str) -> str:
    """A path below the site's address, such as admin or staff/desk, without slashes at its ends. Raises
    ImproperlyConfigured for anything else.
    """
    word = read_text(name, default).strip("/")
    if not re.fullmatch(r"[\w-]+(/[\w-]+)*", word, re.ASCII):
        raise ImproperlyConfigured(f"{name} is {word!r}. Set it to letters, digits and hyphens, for example desk-7f3a.")
    return word


def read_number(name: str, default: int, *, least: int = 0) -> int:
    """A whole number of at least `least`. Raises ImproperlyConfigured on anything else."""
    word = read_text(name)
    if not word:
        return default
    if not word.isdecimal() or int(word) < least:
        raise ImproperlyConfigured(f"{name} is {word!r}. Set it to a whole number of {least} or more.")
    return int(word)


def read_site_address(name: str, default: str) -> str:
    """The http or https address of a site, without a path. Raises ImproperlyConfigured on anything else."""
    word = read_text(name, default).rstrip("/")
    parts = urlsplit(word)
    if parts.scheme not in {"http", "https"} or not parts.hostname or f"{parts.scheme}://{parts.netloc}" != word:
        raise ImproperlyConfigured(f"{name} is {word!r}. Set it to an address such as https://rolebook.example.")
    return word


def read_words(name: str, default: str = "") -> list[str]:
    """The comma-separated words of an environment variable, without spaces around them; [] where it is empty."""
    return [word.strip() for word in read_text(name, default).split(",") if word.strip()]


def read_mailer(name: str) -> dict[str, Any]:
    """The setting of Django's MAILERS for an address such as smtp://name:password@host:587: TLS from the start for
    smtps://, STARTTLS for smtp://. Without an address, e-mail is written to standard output.

    Raises ImproperlyConfigured, without repeating the address: it may hold a password.
    """
    word = read_secret(name)
    if not word:
        return {"BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parts = urlsplit(word)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise ImproperlyConfigured(f"{name} isn't an address such as smtp://name:password@mail.example:587.")
    is_tls = parts.scheme == "smtps"
    options = {
        "host": parts.hostname,
        "port": port or (465 if is_tls else 587),
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_ssl": is_tls,
        "use_tls": not is_tls,
        "timeout": 10,
    }
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": options}
