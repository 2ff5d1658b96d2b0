"""Where a CSV file waits between its dry run and its import: a folder of the site's own, for an hour."""

import os
import re
import time
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import BadRequest
from import_export.tmp_storages import BaseStorage

SECONDS = 60 * 60
NAME = re.compile("[0-9a-f]{32}")


class ImportFiles(BaseStorage):
    """A file that waits to be imported, under a name that the site has made. All processes of a machine find it, and
    only their account may read it.

    The package's own storage takes the name from the browser, looks for it among everybody's temporary files, and keeps
    what nobody imports.
    """

    @property
    def path(self) -> Path:
        """The file's path, whether or not it exists. Raises BadRequest for a name that this site didn't make."""
        if not NAME.fullmatch(self.name or ""):
            raise BadRequest("no file of an import has this name")
        return _folder() / self.name

    def save(self, data: bytes) -> None:
        """Write the file under a new name, and drop those whose time is over."""
        self.name = uuid4().hex
        _folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in _folder().iterdir():
            if _is_over(path):
                path.unlink(missing_ok=True)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with open(descriptor, "wb") as file:
            file.write(data)

    def read(self) -> str | bytes:
        """The file's contents, as text where its format is a text. Raises BadRequest once the file has been dropped."""
        if _is_over(self.path):
            raise BadRequest("the file waited too long for its import")
        data = self.path.read_bytes()
        return data if "b" in self.read_mode else data.decode(self.encoding or "utf-8")

    def remove(self) -> None:
        """Delete the file. Does nothing where it doesn't exist."""
        self.path.unlink(missing_ok=True)


def _folder() -> Path:
    folder: Path = settings.DATA_DIR / "imports"
    return folder


def _is_over(path: Path) -> bool:
    try:
        return path.stat().st_mtime < time.time() - SECONDS
    except FileNotFoundError:
        return True
