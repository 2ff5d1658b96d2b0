"""The shipped nginx configuration in front of a site."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bench.serving import configuration
from tests import programs
from tests.waiting import gets_ready


def command(folder: Path) -> list[str]:
    """The words that run nginx on the configuration in a folder."""
    return [programs.nginx(), "-p", f"{folder}/", "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]


@contextmanager
def nginx(site: str, *changes: tuple[str, str]) -> Iterator[int]:
    """Run nginx in front of the site at a host:port, with more changes to its configuration; gives its port."""
    with programs.folder_for_all() as folder:
        port = programs.free_port()
        text = configuration(folder, port, site)
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        (folder / "nginx.conf").write_text(text)
        process = subprocess.Popen(command(folder), stderr=subprocess.DEVNULL, **programs.ACCOUNT)
        try:
            if not gets_ready(process, lambda: programs.listens(port)):
                pytest.fail((folder / "error.log").read_text())
            yield port
        finally:
            process.terminate()
            process.wait()
