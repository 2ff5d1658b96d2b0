"""The key that signs sessions and tokens, for a site that was given none."""

import os
import secrets
import tempfile
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def read_or_make_key(file: Path) -> str:
    """The secret key in `file`. Writes a new one, readable by its owner alone, where the file doesn't exist. Raises
    ImproperlyConfigured where it can't be read or written.
    """
    try:
        if not file.exists():
            _make_key(file)
        return file.read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"SECRET_KEY isn't set and {file} can't be used: {error.strerror}.") from error


def _make_key(file: Path) -> None:
    """Written aside and linked into place, so that two processes that start at once agree on one key."""
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, draft = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_urlsafe(50))
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        Path(draft).unlink()
