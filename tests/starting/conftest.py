"""The site as it is deployed: the image in compose's surroundings, and a checkout on a machine without Docker."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import programs
from tests.starting import documents, front, places
from tests.starting.places import TOKEN, Deployed

# What an operator writes into .env: a public site in Spanish that is looked after by monitoring.
WRITTEN = {
    "SITE_URL": "https://rolebook.example",
    "SITE_LANGUAGE": "es",
    "SECRET_KEY": "made-for-these-tests-alone-0123456789-abcdefghijklmnop",
    "METRICS_TOKEN": TOKEN,
}


@pytest.fixture(scope="package")
def database() -> Iterator[str]:
    """An external PostgreSQL without tables."""
    with programs.postgres_server(programs.postgres()) as address:
        yield address


@pytest.fixture(scope="package")
def image(database: str) -> Iterator[Deployed]:
    """The image, built from what .dockerignore admits, prepared and started as compose.yaml and the Dockerfile say."""
    with programs.folder_for_all() as folder:
        app, data, port = folder / "app", folder / "data", programs.free_port()
        app.mkdir()
        data.mkdir()
        programs.give_away(data)
        places.install(folder / "venv")
        places.copy_image(app)

        def placed(text: str) -> str:
            """The text with the image's paths put where they are here."""
            text = text.replace("/venv", f"{folder}/venv").replace("$PATH", places.PROGRAMS)
            return re.sub(r"^/data$", str(data), text)

        of_image = {name: placed(value) for name, value in documents.environment_of_image().items()}
        variables = documents.example_settings() | WRITTEN | {"DATABASE_URL": database}
        environment = {
            "HOME": str(folder),
            **of_image,
            **documents.environment_of_service("site", variables),
            "PORT": str(port),
        }
        for step in documents.instructions("RUN"):
            if "manage.py" in step:
                places.build(placed(step), app)
        prepared = places.run(shlex.join(documents.service("prepare")["command"]), app, environment)
        assert prepared.returncode == 0, prepared.stderr
        start = shlex.join(documents.command_of_image())
        with places.serving(start, app, environment, port), front.nginx(f"127.0.0.1:{port}") as proxy:
            yield Deployed(app, environment, port, proxy)


@pytest.fixture(scope="package")
def checkout(database: str) -> Iterator[Deployed]:
    """A copy of the project, set up and started by the block of docs/running.md for machines without Docker."""
    with programs.folder_for_all() as folder:
        app, port = folder / "rolebook", programs.free_port()
        places.copy_checkout(app)
        places.install(app / ".venv")
        environment = {"PATH": f"{app}/.venv/bin:{places.PROGRAMS}", "HOME": str(folder)}
        first, _, rest = documents.block_with("docs/running.md", "gunicorn").partition("\n")
        copied = places.run(first, app, environment)
        assert copied.returncode == 0, copied.stderr
        write_settings(app / ".env", WRITTEN | {"DATABASE_URL": database, "PROXIES": "1", "PORT": str(port)})
        with places.serving(rest, app, environment, port), front.nginx(f"127.0.0.1:{port}") as proxy:
            yield Deployed(app, environment, port, proxy)


def write_settings(file: Path, settings: dict[str, str]) -> None:
    """Set variables in a .env file that has a line for each."""
    text = file.read_text()
    for name, value in settings.items():
        text, count = re.subn(rf"(?m)^{name}=.*$", f"{name}='{value}'", text)
        assert count == 1, name
    file.write_text(text)
