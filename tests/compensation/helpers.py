"""What the tests of compensation share."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

DATA = Path(__file__).parents[3] / "shared" / "data"


def run(command: str, *files: Path | int, **options: Any) -> str:
    """Run a command of imports, on files or a number, and give what it says."""
    out = StringIO()
    call_command(command, *files, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def public_file(name: str) -> Path:
    """A real file of a public source; the test skips where it is absent."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand: the public files are no part of the project")
    return path
