"""The one place where tests wait for what another process does."""

import subprocess
import time
from collections.abc import Callable

PATIENCE = 300  # seconds that another process may take on a busy machine
PAUSE = 0.05  # seconds between two looks


def wait_until(holds: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Look again and again until something holds. Returns False where it does not within so many seconds."""
    until = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > until:
            return False
        time.sleep(PAUSE)
    return True


def gets_ready(process: "subprocess.Popen[bytes]", is_ready: Callable[[], bool]) -> bool:
    """Whether a process is ready before it ends or patience is lost."""
    return wait_until(lambda: process.poll() is not None or is_ready()) and process.poll() is None
