"""The unit for systemd, the manifests for a cluster, and compose's one-off commands, checked by their own programs."""

import re
import shutil
import subprocess
from pathlib import Path

import kubernetes_validate
import pytest
import yaml
from django.core.management import get_commands

from tests.programs import missing
from tests.starting.documents import ROOT, environment_of_service, service

UNIT = ROOT / "deploy" / "rolebook.service"
MANIFESTS = [*yaml.safe_load_all((ROOT / "deploy" / "kubernetes.yaml").read_text())]
PODS = {
    "Deployment": lambda manifest: manifest["spec"]["template"]["spec"],
    "CronJob": lambda manifest: manifest["spec"]["jobTemplate"]["spec"]["template"]["spec"],
}
ONE_OFF = ("backup", "manage")


def containers():
    """Every container of every pod."""
    pods = [PODS[manifest["kind"]](manifest) for manifest in MANIFESTS if manifest["kind"] in PODS]
    return [each for pod in pods for each in (*pod.get("initContainers", []), *pod["containers"])]


def settings_of_unit(name):
    """Every value of a setting in the unit."""
    return re.findall(rf"(?m)^{name}=(.*)$", UNIT.read_text())


def test_systemd_finds_nothing_wrong_with_the_unit(tmp_path: Path) -> None:
    program = shutil.which("systemd-analyze") or missing("No systemd-analyze found. Install the systemd package.")
    there = tmp_path / UNIT.name  # its own programs are not on this machine
    there.write_text(re.sub(r"/srv/rolebook/\.venv/bin/\w+", "/bin/true", UNIT.read_text()))
    done = subprocess.run([program, "verify", "--man=no", str(there)], capture_output=True, text=True, check=False)
    about_it = [line for line in done.stderr.splitlines() if UNIT.name in line]
    assert (done.returncode, about_it) == (0, []), done.stderr


def test_the_unit_runs_what_the_documents_and_the_image_run() -> None:
    (started,) = settings_of_unit("ExecStart")
    assert started.split("/bin/")[1] in (ROOT / "docs" / "running.md").read_text()
    (prepared,) = settings_of_unit("ExecStartPre")
    assert prepared.split()[-1] in get_commands()


@pytest.mark.parametrize("manifest", MANIFESTS, ids=lambda manifest: manifest["kind"])
def test_kubernetes_finds_nothing_wrong_with_a_manifest(manifest: dict[str, object]) -> None:
    kubernetes_validate.validate(manifest, kubernetes_validate.latest_version(), strict=True)


def test_the_check_of_manifests_finds_a_slip() -> None:
    slip = {**MANIFESTS[2], "spec": {**MANIFESTS[2]["spec"], "selektor": {}}}
    with pytest.raises(kubernetes_validate.ValidationError):
        kubernetes_validate.validate(slip, kubernetes_validate.latest_version(), strict=True)


def test_every_container_of_the_cluster_is_locked_up() -> None:
    assert len(containers()) == 3
    for container in containers():
        assert container["securityContext"] == {
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        }


def test_every_command_of_the_cluster_is_one_of_the_site() -> None:
    commands = [container["command"] for container in containers() if "command" in container]
    assert {tuple(command[:2]) for command in commands} == {("python", "manage.py")}
    assert {command[2] for command in commands} <= {*get_commands()}


def test_a_probe_that_restarts_asks_nothing_of_the_database() -> None:
    (site,) = [container for container in containers() if container["name"] == "site"]
    probes = {name: site[name]["httpGet"]["path"] for name in ("startupProbe", "livenessProbe", "readinessProbe")}
    assert probes == {"startupProbe": "/healthz", "livenessProbe": "/healthz", "readinessProbe": "/readyz"}


@pytest.mark.parametrize("name", ONE_OFF)
def test_a_one_off_command_has_the_settings_of_the_site_and_starts_only_when_it_is_asked_for(name: str) -> None:
    command = service(name)
    assert command["profiles"] == ["commands"]
    key = {"SECRET_KEY": "a key"}
    assert environment_of_service(name, key) == environment_of_service("site", key)
    assert command["depends_on"] == {"database": {"condition": "service_healthy"}}
