"""A site whose address is https: what Django says of it, and what it sends."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

ASK = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
from django.test import Client
call_command("check", deploy=True, fail_level="WARNING")
settings.DEBUG = True  # so that error pages need no collected static files
settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
response = Client().get("/healthz", secure=True, headers={"host": "rolebook.example"})
other = Client().get("/admin/", headers={"host": "rolebook.example"})
names = ("localhost", "10.0.0.7:8000", "site")
probes = [Client().get("/healthz", headers={"host": name}).status_code for name in names]
metrics = Client().get("/metrics", headers={"host": "site:8000", "Authorization": "Bearer a-token"})
without = Client().get("/metrics", headers={"host": "site:8000"})
stranger = Client().get("/", secure=True, headers={"host": "other.example"})
print(json.dumps({
    "hsts": response.headers["Strict-Transport-Security"],
    "moved": [other.status_code, other.headers["Location"]],
    "probes": probes,
    "metrics": [metrics.status_code, without.status_code],
    "stranger": stranger.status_code,
}))
"""


@pytest.fixture(scope="module")
def asked() -> "subprocess.CompletedProcess[str]":
    """What one process said of its settings and answered."""
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"} | {
        "SITE_URL": "https://rolebook.example",
        "SECRET_KEY": "",  # the one that the site makes for itself
        "METRICS_TOKEN": "a-token",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "LOG_LEVEL": "CRITICAL",
    }
    command = [sys.executable, "-c", ASK]
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture
def answers(asked: "subprocess.CompletedProcess[str]") -> dict[str, object]:
    assert asked.returncode == 0, asked.stderr
    return dict(json.loads(asked.stdout.splitlines()[-1]))


def test_it_insists_on_https_for_a_year(answers: dict[str, object]) -> None:
    assert answers["hsts"] == "max-age=31536000"
    assert answers["moved"] == [301, "https://rolebook.example/admin/"]


def test_probes_may_come_without_tls_and_by_any_name(answers: dict[str, object]) -> None:
    assert answers["probes"] == [200, 200, 200]
    assert answers["metrics"] == [200, 404]


def test_an_unknown_host_is_refused(answers: dict[str, object]) -> None:
    assert answers["stranger"] == 400


def test_django_finds_nothing_to_warn_of(asked: "subprocess.CompletedProcess[str]") -> None:
    assert asked.returncode == 0, asked.stderr
