"""compose.yaml, .env.example, the Dockerfile, nginx and the documents say the same."""

import re
from urllib.parse import urlsplit

import pytest

from tests.starting.documents import (
    DOCUMENTS,
    ROOT,
    environment_of_image,
    environment_of_service,
    example_settings,
    instructions,
    interpolate,
    service,
)

EXAMPLE = example_settings()
KEY = {"SECRET_KEY": "a key"}
# Settings of .env.example that the site's container does not get, each with the reason.
NOT_FOR_THE_CONTAINER = {
    "DEBUG": "compose is for public sites",
    "HOST": "where nginx is reached; inside, the image listens on every address",
    "PORT": "where nginx is reached; inside, the image has its own",
    "ROLEBOOK_DATA_DIR": "the image's volume",
}
PORTS = re.compile(r"localhost:(\d+)|\bPort (\d+)|\bport (\d+)|127\.0\.0\.1:(\d+)")


def published(variables: dict[str, str]) -> list[str]:
    """The host, port and port inside that compose publishes nginx by."""
    (port,) = service("nginx")["ports"]
    return interpolate(port, variables).split(":")


def test_every_setting_reaches_the_site_or_has_a_reason_not_to() -> None:
    passed = environment_of_service("site", EXAMPLE | KEY)
    assert {*passed} | {*NOT_FOR_THE_CONTAINER} == {*EXAMPLE}
    assert not {*passed} & {*NOT_FOR_THE_CONTAINER}


@pytest.mark.parametrize("name", [name for name in EXAMPLE if name not in NOT_FOR_THE_CONTAINER])
@pytest.mark.parametrize("container", ["site", "prepare"])
def test_what_env_says_is_what_the_site_gets(container: str, name: str) -> None:
    assert environment_of_service(container, KEY | {name: "as written"})[name] == "as written"


def test_what_env_leaves_out_has_the_default_of_the_example() -> None:
    left_out = environment_of_service("site", KEY)
    example = environment_of_service("site", EXAMPLE | KEY)
    assert {name: value for name, value in left_out.items() if value and value != example[name]} == {}


def test_without_a_key_compose_stops() -> None:
    with pytest.raises(KeyError, match="Set SECRET_KEY"):
        environment_of_service("site", EXAMPLE)


def test_the_site_is_told_of_the_proxy_and_the_database_that_compose_starts() -> None:
    passed = environment_of_service("site", EXAMPLE | KEY)
    database = urlsplit(passed["DATABASE_URL"])
    of_database = service("database")["environment"]
    assert (database.hostname, database.username, database.password, database.path) == (
        "database", of_database["POSTGRES_USER"], of_database["POSTGRES_PASSWORD"], f"/{of_database['POSTGRES_DB']}",
    )  # fmt: skip
    assert passed["PROXIES"] == "1"


def test_a_variable_in_a_default_takes_its_value() -> None:
    assert interpolate("${A:-x:${B:-1}/}", {}) == "x:1/"
    assert interpolate("${A:-x:${B:-1}/}", {"B": "2"}) == "x:2/"
    assert interpolate("${A:-x:${B:-1}/}", {"A": "y"}) == "y"


@pytest.mark.parametrize("variables", [EXAMPLE, {}], ids=["of the example", "by default"])
def test_nginx_is_reached_where_the_settings_say(variables: dict[str, str]) -> None:
    site = urlsplit(environment_of_service("site", variables | KEY)["SITE_URL"])
    assert published(variables) == [EXAMPLE["HOST"], EXAMPLE["PORT"], "80"]
    assert str(site.port) == EXAMPLE["PORT"]


def test_nginx_can_be_reached_elsewhere() -> None:
    assert published({"HOST": "0.0.0.0", "PORT": "8123"}) == ["0.0.0.0", "8123", "80"]  # noqa: S104


def test_nginx_listens_where_compose_leads_and_asks_where_the_image_listens() -> None:
    conf = (ROOT / "deploy" / "nginx.conf").read_text()
    assert re.findall(r"(?m)^\s*listen (\d+)", conf) == [published({})[2]]
    assert re.findall(r"\bsite:(\d+)", conf) == [environment_of_image()["PORT"]]
    assert instructions("EXPOSE") == [environment_of_image()["PORT"]]
    (mounted,) = service("nginx")["volumes"]
    assert mounted.startswith("./deploy/nginx.conf:")


def test_the_documents_name_that_port() -> None:
    texts = {path.name: path.read_text() for path in [*DOCUMENTS, ROOT / ".env.example", ROOT / "Makefile"]}
    named = {(name, port) for name, text in texts.items() for found in PORTS.findall(text) for port in found if port}
    assert len(named) >= 6
    assert {port for _, port in named} == {EXAMPLE["PORT"]}
