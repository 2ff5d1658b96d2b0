"""Servers to measure: the site, others beside it on the same data, and nginx in front of it."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

PATIENCE = 90  # seconds that a server may take to start
SERVE = [sys.executable, "manage.py", "serve"]
GUNICORN = [sys.executable, "-m", "gunicorn", "--config", "python:config.gunicorn", "bench.bare"]
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
CONF = Path(__file__).resolve().parent.parent / "deploy" / "nginx.conf"


def free_port() -> int:
    """A port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(command: list[str], data: str, **environment: str) -> Iterator[tuple[str, int]]:
    """Run a server on a free port, with its data in a temporary directory; yields its address and process id."""
    port = free_port()
    own = {
        "PORT": str(port),
        "ROLEBOOK_DATA_DIR": data,
        "DATABASE_URL": "",
        "SITE_URL": "",
        "DEBUG": "",
        "REQUESTS_A_MINUTE": "0",
        "REQUESTS_AT_ONCE": "0",
    }
    process = subprocess.Popen(  # noqa: S603
        command, env={**os.environ, **own, **environment}, stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        yield wait(f"http://127.0.0.1:{port}", process), process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def nginx(site: str, folder: Path, file: bytes) -> Iterator[tuple[str, str]]:
    """The shipped configuration in front of a site, and a file that nginx serves itself. Yields both addresses."""
    front, static = free_port(), free_port()
    (folder / "files").mkdir()
    (folder / "files" / "page").write_bytes(file)
    folder.chmod(0o755)  # nginx's workers have an account of their own when root starts it
    own = f"server {{ listen 127.0.0.1:{static}; root {folder}/files; access_log {folder}/file.log rolebook; }}"
    (folder / "nginx.conf").write_text(configuration(folder, front, site.removeprefix("http://"), own))
    command = [str(NGINX), "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # noqa: S603
    try:
        yield wait(f"http://127.0.0.1:{front}", process), f"http://127.0.0.1:{static}"
    finally:
        process.terminate()
        process.wait()


def configuration(folder: Path, port: int, site: str, more: str = "") -> str:
    """The shipped configuration made whole: its files in a folder, a port of this machine, the site at a host:port.

    `more` goes inside http { }. Raises ValueError when the shipped one has no place for what differs.
    """
    changed = {
        "/var/cache/nginx/rolebook": str(folder / "cache"),
        "site:8000;": f"{site};",
        "listen 80 default_server;": f"listen 127.0.0.1:{port} default_server;",
        "/dev/stdout": str(folder / "access.log"),
    }
    shipped = CONF.read_text()
    for old, new in changed.items():
        if old not in shipped:
            raise ValueError(f"{CONF} has no {old}")
        shipped = shipped.replace(old, new)
    own = [f"{name}_temp_path {folder}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")]
    return "\n".join(
        [
            f"daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log {folder}/error.log;",
            "events { worker_connections 1024; }",
            "http {",
            *own,
            shipped,
            more,
            "}\n",
        ]
    )


def wait(url: str, process: "subprocess.Popen[bytes]") -> str:
    """The address, once something answers there. Exits when the server ends first."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        try:
            urlopen(url).close()  # noqa: S310
        except HTTPError:
            return url
        except URLError:
            time.sleep(0.1)
        else:
            return url
    sys.exit(f"Nothing answers on {url}.")


def memory_of_workers(parent: int) -> list[float]:
    """Megabytes that each worker of a server has in memory, what it shares counted in part; empty off Linux."""
    found = []
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            if f"\nPPid:\t{parent}\n" in status.read_text():
                shares = status.with_name("smaps_rollup").read_text()
                found.append(int(re.findall(r"(?m)^Pss:\s+(\d+)", shares)[0]) / 1024)
        except OSError:  # it ended meanwhile, or is somebody else's
            continue
    return sorted(found)
