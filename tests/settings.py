"""The site's settings, cut off from the machine's: a data directory that lives as long as the run."""

import atexit
import os
import shutil
import tempfile

STARTED = "ROLEBOOK_TESTS_STARTED"  # other processes of a run share the directory of the first one
FIRST = STARTED not in os.environ
if FIRST:
    os.environ[STARTED] = "yes"
    os.environ["ROLEBOOK_DATA_DIR"] = tempfile.mkdtemp(prefix="rolebook-tests-")
for name in (
    "ADMIN_PATH",
    "ALLOWED_HOSTS",
    "CHILD_MEGABYTES",
    "CHILD_PROCESSES",
    "CHILD_SECONDS",
    "DEBUG",
    "HELD_MEGABYTES",
    "HOST",
    "LOG_LEVEL",
    "MEGABYTES_A_DAY",
    "METRICS_TOKEN",
    "NEW_PACKS_A_DAY",
    "PACK_DAYS",
    "PACK_UNOPENED_DAYS",
    "PACK_WARNING_DAYS",
    "PORT",
    "PROXIES",
    "REQUESTS_AT_ONCE",
    "REQUESTS_A_MINUTE",
    "SECONDS_IN_LINE",
    "SECRET_KEY",
    "SITE_LANGUAGE",
    "SITE_URL",
    "THREADS",
    "WORKERS",
):
    os.environ.pop(name, None)

from config.postgres.embedded import server  # noqa: E402
from config.settings import *  # noqa: E402, F403
from config.settings import DATA_DIR, DATABASE, EMBEDDED  # noqa: E402

if EMBEDDED:  # the embedded server may lose everything: that makes it quicker
    DATABASE["OPTIONS"]["flags"] = {"fsync": "off", "full_page_writes": "off", "synchronous_commit": "off"}

SECONDS_STALE = 0
METRICS_TOKEN = "a token of forty characters or thereabouts"
REQUESTS_A_MINUTE = REQUESTS_AT_ONCE = NEW_PACKS_A_DAY = MEGABYTES_A_DAY = 0  # the tests are one visitor
CHILD_PROCESSES = 0  # tests of the pool have one; in the others a fault shows its own traceback
SECONDS_BETWEEN_COUNTS = float("inf")  # type: ignore[assignment] # a test says itself when counts are written
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


def take_away() -> None:
    """Stop the run's own server, should a killed worker have left it, and remove its data."""
    server.stop_server(DATA_DIR / "postgres")
    shutil.rmtree(DATA_DIR, ignore_errors=True)


if FIRST:
    atexit.register(take_away)
