"""Data of an embedded server for tests to harm."""

import os
import shutil
from pathlib import Path

import pytest

from config.postgres.embedded import server
from tests.config.embedded import select_one


@pytest.fixture(scope="module")
def healthy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    data = tmp_path_factory.mktemp("healthy") / "postgres"
    assert select_one(server.start_server(data)) == (1,)
    server.stop_server(data)
    return data


@pytest.fixture
def data(healthy: Path, tmp_path: Path) -> Path:
    """A copy for one test to harm."""
    copy = shutil.copytree(healthy, tmp_path / "postgres")
    owner = healthy.stat()
    for path in (copy, *copy.rglob("*")):
        os.chown(path, owner.st_uid, owner.st_gid)
    return copy
