"""Static files as they are served: style sheets in one piece, names with a hash of the content, compressed once."""

import hashlib
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile
from django.core.files.storage import Storage as Files
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r"""@import\s+url\(["']([^"':]+)["']\)\s+layer\(([\w.-]+)\);""")
ADDRESS = re.compile(r"""url\((["']?)(?![/#]|\w+:)([^"')]+)\1\)""")


class Storage(CompressedManifestStaticFilesStorage):
    """Django's storage of hashed files, which puts imported sheets in place of @import: a page loads one sheet."""

    def post_process(self, paths: dict[str, tuple[Files, str]], **options: Any) -> Iterator[tuple[str, str, bool]]:
        """Join style sheets with their imports, then hash and compress the files of collectstatic; `paths` maps each
        name to its source. Writes to STATIC_ROOT, and does nothing in a dry run.
        """
        if options.get("dry_run"):
            return
        joined = {name: inline_imports(paths, name) for name in paths if name.endswith(".css")}
        for name, text in joined.items():
            self.delete(name)
            paths[name] = (self, self._save(name, ContentFile(text.encode())))
        yield from super().post_process(paths, **options)


def inline_imports(paths: dict[str, tuple[Files, str]], name: str) -> str:
    """The text of sheet `name`, with each imported sheet in a layer block. Raises KeyError where a sheet is missing."""
    folder = posixpath.dirname(name)
    storage, path = paths[name]

    def inline_block(match: re.Match[str]) -> str:
        imported = posixpath.normpath(posixpath.join(folder, match[1]))
        body = inline_imports(paths, imported)
        return f"@layer {match[2]} {{\n{_move_addresses(body, posixpath.dirname(match[1]))}}}\n"

    with storage.open(path) as file:
        return IMPORT.sub(inline_block, file.read().decode())


def _move_addresses(text: str, folder: str) -> str:
    """Addresses relative to a sheet in `folder`, made relative to the sheet that imports it."""
    return ADDRESS.sub(lambda match: f'url("{posixpath.normpath(posixpath.join(folder, match[2]))}")', text)


def collect_static() -> None:
    """Run collectstatic where a source has changed since the last run, since compressing takes seconds. Writes a
    fingerprint of the sources to STATIC_ROOT/.sources.
    """
    stamp = Path(settings.STATIC_ROOT) / ".sources"
    sources = compute_fingerprint()
    if not stamp.exists() or stamp.read_text() != sources:
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.write_text(sources)


def compute_fingerprint() -> str:
    """A digest of the path, size and time of every static file and of this module's code. Reads the file system."""
    files = [storage.path(path) for finder in get_finders() for path, storage in finder.list(None)]
    times = [(file, Path(file).stat().st_size, Path(file).stat().st_mtime_ns) for file in (*files, __file__)]
    return hashlib.sha256(repr(sorted(times)).encode()).hexdigest()
