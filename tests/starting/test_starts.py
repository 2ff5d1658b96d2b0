"""Every documented way to start serves the site, in an empty environment and by an account without rights."""

import re

import pytest

from tests import programs
from tests.starting import documents, places
from tests.starting.places import TOKEN, Deployed

PUBLIC = {"Host": "rolebook.example", "X-Forwarded-Proto": "https"}
WAYS = sorted({re.sub(r"\d{4,}", "PORT", way) for file in documents.DOCUMENTS for way in documents.starts_in(file)})
# What the fixtures `image` and `checkout` run, each with the steps that stand around it.
DEPLOYMENTS = {"docker compose up --build --detach", "gunicorn --config python:config.gunicorn config.wsgi"}


@pytest.fixture(scope="module", params=[pytest.param(name, marks=pytest.mark.slow) for name in ("image", "checkout")])
def site(request: pytest.FixtureRequest) -> Deployed:
    """Each deployment in turn."""
    deployed: Deployed = request.getfixturevalue(request.param)
    return deployed


def test_the_documents_name_these_ways() -> None:
    of_a_checkout = {"make run", "make run PORT=PORT", "DEBUG=1 .venv/bin/python manage.py runserver"}
    assert {*WAYS} == DEPLOYMENTS | of_a_checkout
    assert "command" not in documents.service("site")  # it runs the image's


@pytest.mark.slow
@pytest.mark.parametrize("name", ["site:8000", "172.18.0.4:8000", "localhost"])
@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics"])
def test_monitoring_needs_no_tls_and_no_public_name_inside_the_network(image: Deployed, path: str, name: str) -> None:
    answer, _ = places.ask(image.port, path, Host=name, Authorization=f"Bearer {TOKEN}")
    assert answer.status == 200


@pytest.mark.slow
def test_docker_finds_the_container_healthy(image: Deployed) -> None:
    program, option, text = documents.probe_of_image()
    done = places.run(f"{program} {option} '{text.replace("'", '"')}'", image.app, image.environment)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_what_serves_has_no_rights(image: Deployed) -> None:
    done = places.run("id --user; touch /etc/made-by-rolebook", image.app, image.environment)
    assert done.stdout.strip() != "0"
    assert done.returncode != 0


def test_a_reader_gets_a_page_through_nginx_in_the_language_of_the_settings(site: Deployed) -> None:
    answer, page = places.ask(site.front, "/roles/", **PUBLIC)
    assert answer.status == 200
    assert '<html lang="es"' in page
    assert ">Ir al contenido<" in page
    assert "Gerente de Producto Técnico" in page


def test_the_page_finds_its_style_sheet(site: Deployed) -> None:
    _, page = places.ask(site.front, "/", **PUBLIC)
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    answer, _ = places.ask(site.front, sheet, **PUBLIC)
    assert (answer.status, answer.headers["Content-Type"]) == (200, 'text/css; charset="utf-8"')


def test_a_reader_without_tls_is_sent_to_the_public_address(site: Deployed) -> None:
    answer, _ = places.ask(site.front, "/roles/", Host="rolebook.example")
    assert (answer.status, answer.headers["Location"]) == (301, "https://rolebook.example/roles/")


def test_django_finds_nothing_to_warn_of(site: Deployed) -> None:
    read = "set -a; . ./.env; " if (site.app / ".env").exists() else ""
    done = places.run(f"{read}python manage.py check --deploy --fail-level WARNING", site.app, site.environment)
    assert (done.returncode, "no issues" in done.stdout) == (0, True), done.stderr


@pytest.mark.slow
def test_cron_reaches_the_database_of_the_settings(checkout: Deployed) -> None:
    command = documents.block_with("docs/running.md", "expire_packs").split(maxsplit=5)[5]
    embedded = checkout.app / "var" / "postgres"
    before = embedded.exists()
    done = places.run(
        command.replace("/srv/rolebook", str(checkout.app)),
        checkout.app.parent,
        {"PATH": places.PROGRAMS, "HOME": checkout.environment["HOME"]},
    )
    assert done.returncode == 0, done.stderr
    assert embedded.exists() == before


@pytest.fixture(scope="module")
def alone(checkout: Deployed) -> dict[str, str]:
    """The environment of a checkout that is served by itself, with a library in its own PostgreSQL."""
    environment = {"PATH": places.PROGRAMS, "HOME": checkout.environment["HOME"]}
    prepared = places.run(".venv/bin/python manage.py prepare", checkout.app, environment)
    assert prepared.returncode == 0, prepared.stderr
    return environment


@pytest.mark.parametrize(
    "way",
    [pytest.param(way, marks=() if way == "make run" else pytest.mark.slow) for way in WAYS if way not in DEPLOYMENTS],
)
def test_a_checkout_starts_by_itself(checkout: Deployed, alone: dict[str, str], way: str) -> None:
    port = programs.free_port()
    if "PORT" in way:
        command, environment = way.replace("=PORT", f"={port}"), alone
    elif "runserver" in way:
        command, environment = f"{way} {port}", alone
    else:
        command, environment = way, alone | {"PORT": str(port)}
    with places.serving(command, checkout.app, environment, port):
        answer, page = places.ask(port, "/roles/")
        assert answer.status == 200
        assert "Technical Product Manager" in page
