"""The commands that start the site, as the documents give them to whoever runs it."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parent.parent.parent
DOCUMENTS = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
START = re.compile(r"\bgunicorn .*config\.wsgi|\bmake run\b|manage\.py (?:serve|runserver)\b|docker compose up\b")
VARIABLE = re.compile(r"\$\{(\w+)(?:(:-|:\?)((?:[^{}]|\$\{[^{}]*\})*))?\}")


def code_blocks(text: str) -> list[str]:
    """The fenced blocks of a Markdown text."""
    return re.findall(r"(?ms)^```\w*\n(.*?)^```$", text)


def starts_in(document: Path) -> list[str]:
    """The commands of a document, in blocks and in lines, that start the site."""
    text = document.read_text()
    lines = [line for block in code_blocks(text) for line in block.splitlines()]
    quoted = re.findall(r"`([^`\n]+)`", re.sub(r"(?ms)^```.*?^```$", "", text))
    commands = [re.split(r"\s+#", command)[0].strip() for command in [*lines, *quoted]]
    return [command for command in commands if START.search(command)]


def block_with(document: str, command: str) -> str:
    """The block of a document that holds a command."""
    (block,) = [block for block in code_blocks((ROOT / document).read_text()) if command in block]
    return block


def instructions(name: str) -> list[str]:
    """What follows each instruction of that name in the Dockerfile, continued lines joined."""
    text = (ROOT / "Dockerfile").read_text().replace("\\\n", "")
    return re.findall(rf"(?m)^\s*{name} +(.*)$", text)


def command_of_image() -> list[str]:
    """The command that a container of the image runs."""
    command: list[str] = json.loads(re.findall(r"(?m)^CMD (.*)$", (ROOT / "Dockerfile").read_text())[-1])
    return command


def probe_of_image() -> list[str]:
    """The command by which Docker finds out whether a container is healthy."""
    command: list[str] = json.loads(instructions("HEALTHCHECK")[-1].partition("CMD ")[2])
    return command


def environment_of_image() -> dict[str, str]:
    """The variables that the image sets."""
    words = [word for line in instructions("ENV") for word in shlex.split(line)]
    return dict(word.split("=", 1) for word in words)


def service(name: str) -> dict[str, Any]:
    """A service of compose.yaml, before variables take their values."""
    described: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())["services"][name]
    return described


def interpolate(text: str, variables: dict[str, str]) -> str:
    """The text with the values of variables, as compose puts them in. Raises KeyError for one that must be set."""

    def value(found: re.Match[str]) -> str:
        name, kind, rest = found.groups()
        if variables.get(name):
            return variables[name]
        if kind == ":?":
            raise KeyError(rest)
        return interpolate(rest or "", variables)

    return VARIABLE.sub(value, text)


def environment_of_service(name: str, variables: dict[str, str]) -> dict[str, str]:
    """The variables that compose gives a service, for what .env says."""
    return {key: interpolate(value, variables) for key, value in service(name)["environment"].items()}


def example_settings() -> dict[str, str]:
    """What .env.example sets."""
    return dict(re.findall(r"(?m)^([A-Z_]+)=(.*)$", (ROOT / ".env.example").read_text()))
