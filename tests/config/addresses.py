"""The site's addresses under other settings."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.test import override_settings
from django.urls import clear_url_caches

from config import urls


@contextmanager
def addresses_under(**changes: Any) -> Iterator[None]:
    """With some settings changed, the addresses are made again, and once more at the end."""
    with override_settings(**changes):
        _make_anew()
        yield
    _make_anew()


def _make_anew() -> None:
    importlib.reload(urls)
    clear_url_caches()
