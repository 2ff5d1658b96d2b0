"""Which code and settings make the pages: what one release has made, another one must not serve."""

import hashlib
from functools import cache
from importlib.metadata import distributions
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage

SHOWN = ("*.py", "*.html", "*.mo")  # kinds of files that decide what a page says
NOT_SHIPPED = ("tests", "bench", "var", "deploy", "docs")


@cache
def read_release() -> str:
    """A digest of the version, the code, the templates, the translations, the libraries, the names of static files and
    the settings that stand in pages.

    It takes some 50 ms when it is first asked for, and stays as it is while the process lives.
    """
    digest = hashlib.blake2b(digest_size=16)
    for path in _list_files(settings.BASE_DIR):
        digest.update(str(path.relative_to(settings.BASE_DIR)).encode())
        digest.update(hashlib.blake2b(path.read_bytes()).digest())
    libraries = sorted(f"{found.name} {found.version}" for found in distributions())
    static = sorted(getattr(staticfiles_storage, "hashed_files", {}).items())
    shown = (settings.VERSION, settings.SITE_URL, settings.LANGUAGE_CODE, settings.STATIC_URL)
    digest.update(repr((libraries, static, shown)).encode())
    return digest.hexdigest()


def _list_files(root: Path) -> list[Path]:
    folders = [path for path in root.iterdir() if path.is_dir() and path.name not in NOT_SHIPPED]
    ours = [path for path in folders if not path.name.startswith(".")]
    return sorted(file for folder in ours for kind in SHOWN for file in folder.rglob(kind))
