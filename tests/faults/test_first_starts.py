"""Two who start the site for the first time, at once and on nothing."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

from tests.programs import folder_for_all

STARTS = 2


@pytest.mark.slow
def test_first_starts_at_once_both_end_well(outcome):
    with folder_for_all() as folder:
        environment = {
            **os.environ,
            "ROLEBOOK_DATA_DIR": str(folder / "var"),
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": "config.settings",
        }
        command = [sys.executable, "manage.py", "prepare"]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        starts = [subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment, **streams) for _ in range(STARTS)]
        said = [start.communicate()[0] for start in starts]
    assert [start.returncode for start in starts] == [0] * STARTS, said
    assert sum("Loading the starter library" in text for text in said) == 1, "the second finds what the first made"
    outcome("first start at the same moment as another", STARTS, "one after the other, both end well")
